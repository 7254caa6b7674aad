/** Case wsl-8859-vmswitch-not-found: bridged mode names a switch that nobody made. */
import { defineWorld } from './define-world.js';
import { setLanguage, setWindows, setWsl, writeWslconfig } from './machine.js';

export const wslconfigSwitchZh = defineWorld(
  {
    id: 'wslconfig-switch-zh',
    title: { en: '.wslconfig names a switch that is not there', 'zh-CN': '.wslconfig 指定了不存在的交换机' },
    story: {
      en: 'In .wslconfig the bridged mode is set with a switch named "ex", and there is none of that name. Another mode, or making the switch, is the cure. The machine speaks Chinese.',
      'zh-CN':
        '.wslconfig 中设置了桥接模式和名为 “ex” 的交换机，但没有这个交换机。改用其他模式或创建该交换机即可。系统语言为中文。',
    },
    sources: ['wsl-8859-vmswitch-not-found'],
    expected: {
      health: 'broken',
      causes: ['wslconfig-invalid'],
      start: {
        network: null,
        code: 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/WSL_E_VMSWITCH_NOT_FOUND',
      },
    },
  },
  (world) => {
    setWindows(world, '22621.521');
    setWsl(world, '0.67.6.0');
    setLanguage(world, 'zh-CN');
    writeWslconfig(world, '[wsl2]', 'networkingMode=bridged', 'vmSwitch=ex');
  },
);
