import { bridgeNotifyObject } from '../registry.js';
import { healthyMachine } from './base.js';
import { starts } from './define-world.js';
import type { World } from '../world.js';
import type { WorldDefinition } from './definition.js';
import { addSwitchFailures } from './vswitch-evidence.js';

const missingDll = 'D:\\VMware\\vmnetbridge.dll';

export const vmwareLeftover: WorldDefinition = {
  id: 'vmware-leftover',
  title: { en: "VMware's network bridge was left behind", 'zh-CN': 'VMware 网桥残留' },
  story: {
    en: 'VMware Workstation was removed, but the notify object of its network bridge is still registered and points to a DLL that is gone. Windows cannot install network components, so that no switch can be created. A reset changes nothing; removing the registration and restarting Windows does.',
    'zh-CN':
      'VMware Workstation 已卸载，但其网桥的通知对象仍在注册表中，指向一个已不存在的 DLL。Windows 无法安装网络组件，因此无法创建交换机。重置无济于事；删除该注册项并重新启动 Windows 才有效。',
  },
  invented: false,
  note: null,
  sources: ['wsl-9016-vmware-clsid'],
  expected: {
    health: 'broken',
    causes: ['vmware-bridge-leftover'],
    start: starts.failingInHns('0x80041002'),
  },
  make(now) {
    const world = healthyMachine(vmwareLeftover, now);
    leaveVmwareBridge(world);
    addSwitchFailures(world, now);
    return world;
  },
};

/** What VMware's uninstaller forgets: the notify object, loaded by Windows, and its binding. */
export function leaveVmwareBridge(world: World): void {
  world.registry[bridgeNotifyObject] = { '': { type: 'REG_SZ', data: 'VMware Bridge notifier object' } };
  world.registry[`${bridgeNotifyObject}\\InprocServer32`] = {
    '': { type: 'REG_SZ', data: missingDll },
    ThreadingModel: { type: 'REG_SZ', data: 'Both' },
  };
  world.faults.loadedNotifyObjects = [missingDll];
  world.bindings.push({ adapter: 'Ethernet', componentId: 'vmware_bridge', enabled: true });
}
