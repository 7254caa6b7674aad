/** Case wsl-8337-usb-gpo: a domain allows a list of device classes, and network adapters are not on it. */
import { restrictions } from '../device-policy.js';
import { switchNotFound } from '../network-components.js';
import { defineWorld } from './define-world.js';
import { setInboxWsl, setLanguage, setWindows } from './machine.js';
import { addSwitchFailures } from './vswitch-evidence.js';

/** Disks, keyboards, mice, USB controllers: what such a policy lets in. */
const allowed = [
  '{4d36e967-e325-11ce-bfc1-08002be10318}',
  '{4d36e96b-e325-11ce-bfc1-08002be10318}',
  '{4d36e96f-e325-11ce-bfc1-08002be10318}',
  '{36fc9e60-c465-11cf-8056-444553540000}',
];

export const devicePolicyDe = defineWorld(
  {
    id: 'device-policy-de',
    title: { en: 'A policy forbids new network adapters', 'zh-CN': '策略禁止新的网络适配器' },
    story: {
      en: 'A company policy against USB sticks allows a few classes of devices, and network adapters are not among them. Windows waits a long while for the virtual adapter that it may not install. Only the policy can change that. The machine speaks German.',
      'zh-CN':
        '公司为限制 U 盘而设的策略只允许少数设备类别，其中没有网络适配器。Windows 会长时间等待不允许安装的虚拟适配器。只有更改策略才行。系统语言为德语。',
    },
    sources: ['wsl-8337-usb-gpo'],
    expected: {
      health: 'broken',
      causes: ['device-install-policy'],
      start: { network: null, code: switchNotFound },
    },
  },
  (world, now) => {
    setWindows(world, '19044.1645', 'Enterprise');
    setInboxWsl(world);
    world.registry[restrictions] = {
      AllowDeviceClasses: { type: 'REG_DWORD', data: 1 },
      DenyUnspecified: { type: 'REG_DWORD', data: 1 },
    };
    world.registry[`${restrictions}\\AllowDeviceClasses`] = Object.fromEntries(
      allowed.map((data, at) => [`${at + 1}`, { type: 'REG_SZ', data }]),
    );
    addSwitchFailures(world, now);
    setLanguage(world, 'de');
  },
);
