/** Cases wsl-5884-enable-hyperv and wsl-9845-reinstall-everything: Hyper-V was switched on, and its switch is not whole. */
import { defineWorld } from './define-world.js';
import { setLanguage, setWindows, setWsl } from './machine.js';
import { addSwitchFailures } from './vswitch-evidence.js';

export const hypervDamagedJa = defineWorld(
  {
    id: 'hyperv-damaged-ja',
    title: { en: "Hyper-V's switch is not installed whole", 'zh-CN': 'Hyper-V 交换机组件不完整' },
    story: {
      en: 'Hyper-V was switched on, and the driver of its virtual switches did not get installed. Switching the features off, restarting, and switching them on again installs it; virtual machines lose their switches. The machine speaks Japanese.',
      'zh-CN':
        '启用 Hyper-V 后，虚拟交换机的驱动程序没有安装成功。关闭这些功能、重新启动、再启用即可重新安装；虚拟机会丢失其交换机。系统语言为日语。',
    },
    note: {
      en: 'The reports do not say what was missing: that it is the driver vmsmp is made up after a question of Microsoft.',
      'zh-CN': '报告没有说明缺少什么：缺少 vmsmp 驱动程序是根据 Microsoft 的提问虚构的。',
    },
    sources: ['wsl-9845-reinstall-everything', 'wsl-5884-enable-hyperv', 'wsl-7404-vmware-2021'],
    expected: {
      health: 'broken',
      causes: ['hyperv-components-damaged'],
      start: {
        network: null,
        code: 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/0x80041002',
      },
    },
  },
  (world, now) => {
    setWindows(world, '22621.1413');
    setWsl(world, '1.1.3.0');
    world.services = world.services.filter(({ name }) => name !== 'vmsmp');
    world.bindings = world.bindings.filter(({ componentId }) => componentId !== 'vms_pp');
    world.virtualMachines.push({ name: 'build-server', state: 'running' });
    addSwitchFailures(world, now);
    setLanguage(world, 'ja');
  },
);
