/** Case ukleja-code56-netsetupsvc: the Network Setup Service is disabled, and new adapters stay at Code 56. */
import { defineWorld, starts } from './define-world.js';
import { disableService } from './machine.js';
import { addSwitchFailures } from './vswitch-evidence.js';
import { unfinishedPort } from './unfinished-port.js';

export const networkSetupDisabled = defineWorld(
  {
    id: 'network-setup-disabled',
    title: { en: 'The Network Setup Service is disabled', 'zh-CN': '网络设置服务被禁用' },
    story: {
      en: 'Somebody disabled the Network Setup Service. Windows begins to set up the virtual adapter and never ends: Device Manager shows Code 56. The service has to be allowed again.',
      'zh-CN':
        '有人禁用了网络设置服务。Windows 开始设置虚拟适配器却永远不会完成：设备管理器显示代码 56。需要重新允许该服务。',
    },
    note: {
      en: 'The report is about another virtual adapter: that WSL then ends with 0x80041002 is made up.',
      'zh-CN': '该报告涉及的是另一种虚拟适配器：WSL 因此以 0x80041002 结束是虚构的。',
    },
    sources: ['ukleja-code56-netsetupsvc'],
    expected: {
      health: 'broken',
      causes: ['network-setup-service-disabled'],
      start: starts.failingInHns('0x80041002'),
    },
  },
  (world, now) => {
    disableService(world, 'NetSetupSvc');
    world.devices.push(unfinishedPort('vEthernet (WSL (Hyper-V firewall))'));
    addSwitchFailures(world, now);
  },
);
