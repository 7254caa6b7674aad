/** Case wsl-4120-0x80370102: the hypervisor was switched off for another program. */
import { defineWorld } from './define-world.js';
import { setLanguage, setPlatformOnly, setWindows, setWsl } from './machine.js';

export const hypervisorOffDe = defineWorld(
  {
    id: 'hypervisor-off-de',
    title: { en: 'The hypervisor is switched off', 'zh-CN': '虚拟机监控程序被关闭' },
    story: {
      en: 'Somebody kept the hypervisor from starting, so that VirtualBox runs faster. WSL 2 cannot do without. It is no fault of the network. Letting it start and restarting Windows is the cure. Windows Home, in German.',
      'zh-CN':
        '有人为了让 VirtualBox 运行得更快而禁止启动虚拟机监控程序。WSL 2 离不开它。这不是网络故障。允许其启动并重新启动 Windows 即可修复。德文家庭版。',
    },
    sources: ['wsl-4120-0x80370102'],
    expected: {
      health: 'broken',
      causes: ['hypervisor-off'],
      start: {
        network: null,
        code: 'Wsl/Service/CreateInstance/CreateVm/HCS/HCS_E_HYPERV_NOT_INSTALLED',
      },
    },
  },
  (world) => {
    setWindows(world, '22631.4169');
    setPlatformOnly(world);
    setWsl(world, '2.2.4.0');
    world.hypervisor = { running: false, firmwareEnabled: true, launchType: 'off' };
    world.processes.push({ name: 'VirtualBox', pid: 7728 });
    world.bitlocker = [{ drive: 'C:', protection: 'on' }];
    setLanguage(world, 'de');
  },
);
