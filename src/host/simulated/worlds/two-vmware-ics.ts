/** Cases wsl-9016-vmware-clsid and wsl-12074-0x80070422-server: only the first obstacle leaves its code. */
import { defineWorld, starts } from './define-world.js';
import { disableService } from './machine.js';
import { leaveVmwareBridge } from './vmware-leftover.js';
import { addSwitchFailures } from './vswitch-evidence.js';

export const twoVmwareIcs = defineWorld(
  {
    id: 'two-vmware-ics',
    title: {
      en: 'Two causes: VMware and Internet Connection Sharing',
      'zh-CN': '两个原因：VMware 和 Internet 连接共享',
    },
    story: {
      en: "Internet Connection Sharing is disabled, and behind it VMware's network bridge was left behind. WSL names the first only. Mending it brings the second to light.",
      'zh-CN':
        'Internet 连接共享被禁用，其后还有 VMware 网桥残留。WSL 只报告第一个；修复之后，第二个才会显现。',
    },
    sources: ['wsl-9016-vmware-clsid', 'wsl-12074-0x80070422-server'],
    expected: {
      health: 'broken',
      causes: ['vmware-bridge-leftover', 'ics-disabled'],
      start: starts.failingInHns('0x80070422'),
    },
  },
  (world, now) => {
    addSwitchFailures(world, now);
    leaveVmwareBridge(world);
    disableService(world, 'SharedAccess');
  },
);
