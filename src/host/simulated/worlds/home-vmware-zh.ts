/** Case wsl-8657-hyperv-option-missing: Windows Home, no Hyper-V to ask, an early WSL, and VMware gone. */
import { bridgeNotifyObject } from '../registry.js';
import { defineWorld } from './define-world.js';
import { setLanguage, setPlatformOnly, setWindows, setWsl } from './machine.js';
import { addSwitchFailures } from './vswitch-evidence.js';

const missing = 'C:\\Program Files (x86)\\VMware\\VMware Workstation\\vmnetbridge.dll';

export const homeVmwareZh = defineWorld(
  {
    id: 'home-vmware-zh',
    title: { en: 'Windows Home after VMware, in Chinese', 'zh-CN': '卸载 VMware 后的家庭版' },
    story: {
      en: 'Windows Home has no Hyper-V, so that neither its service nor its log can be asked. VMware was removed and left its network bridge registered. The early WSL prints a bare 0x80041002. Removing the registration and restarting Windows helps.',
      'zh-CN':
        '家庭版没有 Hyper-V，因此无法查询其服务和日志。VMware 已卸载，但网桥的注册仍在。早期的 WSL 只显示 0x80041002。删除该注册项并重新启动 Windows 有效。',
    },
    sources: ['wsl-8657-hyperv-option-missing', 'wsl-9016-vmware-clsid'],
    expected: {
      health: 'broken',
      causes: ['vmware-bridge-leftover'],
      start: {
        network: null,
        code: 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/0x80041002',
      },
    },
  },
  (world, now) => {
    setWindows(world, '22621.232');
    setPlatformOnly(world);
    setWsl(world, '0.64.0.0');
    world.registry[`${bridgeNotifyObject}\\InprocServer32`] = { '': { type: 'REG_SZ', data: missing } };
    world.faults.loadedNotifyObjects = [missing];
    addSwitchFailures(world, now);
    setLanguage(world, 'zh-CN');
  },
);
