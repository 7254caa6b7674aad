/** Cases wsl-9016-vmware-clsid and ukleja-code56-netsetupsvc: where both are so, mending one of them changes nothing. */
import { defineWorld, starts } from './define-world.js';
import { disableService } from './machine.js';
import { unfinishedPort } from './unfinished-port.js';
import { leaveVmwareBridge } from './vmware-leftover.js';
import { addSwitchFailures } from './vswitch-evidence.js';

export const twoVmwareNetsetup = defineWorld(
  {
    id: 'two-vmware-netsetup',
    title: { en: 'Two causes: VMware and a disabled service', 'zh-CN': '两个原因：VMware 和被禁用的服务' },
    story: {
      en: "VMware's network bridge was left behind, and the Network Setup Service is disabled. Either one keeps Windows from adding a virtual adapter, so that both have to be mended.",
      'zh-CN':
        'VMware 的网桥残留，同时网络设置服务被禁用。任何一个都会阻止 Windows 添加虚拟适配器，因此两者都要修复。',
    },
    sources: ['wsl-9016-vmware-clsid', 'ukleja-code56-netsetupsvc'],
    expected: {
      health: 'broken',
      causes: ['vmware-bridge-leftover', 'network-setup-service-disabled'],
      start: starts.failingInHns('0x80041002'),
    },
  },
  (world, now) => {
    leaveVmwareBridge(world);
    disableService(world, 'NetSetupSvc');
    world.devices.push(unfinishedPort('vEthernet (WSL (Hyper-V firewall))'));
    addSwitchFailures(world, now);
  },
);
