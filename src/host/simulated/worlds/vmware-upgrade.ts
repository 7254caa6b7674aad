/** Case wsl-11816-reinstall-vmware: VMware is installed, and its bridge points to a file that an upgrade moved. */
import { bridgeNotifyObject } from '../registry.js';
import { vmwareKey } from '../network-components.js';
import { defineWorld, starts } from './define-world.js';
import { addService, setWindows, setWsl } from './machine.js';

const moved = 'C:\\Program Files (x86)\\VMware\\VMware Workstation\\vmnetbridge.dll';

export const vmwareUpgrade = defineWorld(
  {
    id: 'vmware-upgrade',
    title: { en: 'VMware is installed and its bridge is broken', 'zh-CN': 'VMware 已安装但网桥损坏' },
    story: {
      en: 'An upgrade of VMware Workstation moved its files and left the registration of its network bridge behind. WSL ends with ERROR_FILE_NOT_FOUND. Repairing VMware with its own installer helped, not removing the registration: VMware is in use.',
      'zh-CN':
        '升级 VMware Workstation 时移动了文件，却留下了旧的网桥注册。WSL 以 ERROR_FILE_NOT_FOUND 结束。用 VMware 安装程序修复才有效；VMware 仍在使用，不应删除注册项。',
    },
    sources: ['wsl-11816-reinstall-vmware', 'wsl-9840-file-not-found'],
    expected: {
      health: 'broken',
      causes: ['vmware-bridge-leftover'],
      start: starts.failingInHns('ERROR_FILE_NOT_FOUND'),
    },
  },
  (world) => {
    setWindows(world, '22631.3880');
    setWsl(world, '2.3.11.0');
    world.registry[vmwareKey] = {
      InstallPath: { type: 'REG_SZ', data: 'D:\\VMware\\Workstation\\' },
      ProductVersion: { type: 'REG_SZ', data: '17.6.0.24238078' },
    };
    world.registry[`${bridgeNotifyObject}\\InprocServer32`] = { '': { type: 'REG_SZ', data: moved } };
    world.faults.loadedNotifyObjects = [moved];
    for (const { alias } of world.adapters)
      world.bindings.push({ adapter: alias, componentId: 'vmware_bridge', enabled: true });
    addService(world, 'VMnetDHCP', 'VMware DHCP Service');
    world.processes.push({ name: 'vmware-tray', pid: 6120 });
    world.hnsNetworks = [];
  },
);
