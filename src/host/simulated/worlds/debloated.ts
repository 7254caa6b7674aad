/** Case wsl-9888-0x8007023e: a script that was to make Windows slimmer stopped the installation of network drivers. */
import { defineWorld } from './define-world.js';
import { disableService, setWindows, setWsl } from './machine.js';
import { unfinishedPort } from './unfinished-port.js';

export const debloated = defineWorld(
  {
    id: 'debloated',
    title: { en: 'A slimming script went too far', 'zh-CN': '精简脚本做得太过' },
    story: {
      en: 'A script against bloat disabled the services that install devices and set up networks. WSL ends with 0x8007023e, and the virtual adapters stay disabled. Undoing what the script did helped.',
      'zh-CN':
        '一个精简 Windows 的脚本禁用了安装设备和设置网络的服务。WSL 以 0x8007023e 结束，虚拟适配器一直处于禁用状态。撤销脚本的更改后恢复正常。',
    },
    note: {
      en: 'The report does not say which services the script disabled: these two are made up.',
      'zh-CN': '报告没有说明脚本禁用了哪些服务：此处的两个服务是虚构的。',
    },
    sources: ['wsl-9888-0x8007023e'],
    expected: {
      health: 'broken',
      causes: ['network-setup-service-disabled'],
      start: {
        network: null,
        code: 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/0x8007023e',
      },
    },
  },
  (world) => {
    setWindows(world, '19044.2604');
    setWsl(world, '1.1.6.0');
    disableService(world, 'NetSetupSvc');
    disableService(world, 'DeviceInstall');
    world.hnsNetworks = [];
    world.devices.push(
      { ...unfinishedPort('vEthernet (WSL)'), status: 'Disabled', hidden: false, problem: 22 },
      {
        ...unfinishedPort('vEthernet (Default Switch)'),
        guid: 'A91D44C7-08B2-4E39-8D0F-62F5B7E3C118',
        index: 62,
        status: 'Disabled',
        hidden: false,
        problem: 22,
      },
    );
  },
);
