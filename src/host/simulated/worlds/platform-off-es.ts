/** Case wsl-10755-es-0x80070424: Hyper-V is on and the Virtual Machine Platform is not, after an update. */
import { removeUnneededParts } from '../features.js';
import { defineWorld, starts } from './define-world.js';
import { setLanguage, setWindows, setWsl } from './machine.js';

export const platformOffEs = defineWorld(
  {
    id: 'platform-off-es',
    title: { en: 'The Virtual Machine Platform is off', 'zh-CN': '“虚拟机平台”未启用' },
    story: {
      en: 'Hyper-V is on, but an update switched the Virtual Machine Platform off, and with it went the switch extension that HNS needs: 0x80070424. Switching the feature on and restarting is the cure. The machine speaks Spanish.',
      'zh-CN':
        'Hyper-V 已启用，但更新关闭了“虚拟机平台”，HNS 所需的交换机扩展也随之消失：0x80070424。启用该功能并重新启动即可修复。系统语言为西班牙语。',
    },
    sources: ['wsl-10755-es-0x80070424', 'wsl-10778-0x80070424'],
    expected: {
      health: 'broken',
      causes: ['virtual-machine-platform-off'],
      start: starts.failingInHns('0x80070424'),
    },
  },
  (world) => {
    setWindows(world, '22621.2428');
    setWsl(world, '2.0.9.0');
    world.features.VirtualMachinePlatform = 'disabled';
    removeUnneededParts(world);
    setLanguage(world, 'es');
  },
);
