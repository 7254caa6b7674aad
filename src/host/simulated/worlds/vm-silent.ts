/** Case wsl-11015-second-user: the virtual machine does not answer, and what was found does not say why. */
import { defineWorld } from './define-world.js';
import { setWindows, setWsl } from './machine.js';

export const vmSilent = defineWorld(
  {
    id: 'vm-silent',
    title: { en: 'The virtual machine does not answer', 'zh-CN': '虚拟机没有响应' },
    story: {
      en: 'The virtual machine of WSL is made and never answers. Every check is in order, and nobody knows why: an honest report is what is left.',
      'zh-CN': 'WSL 的虚拟机已创建却始终没有响应。所有检查都正常，原因不明：只能如实报告。',
    },
    sources: ['wsl-11015-second-user'],
    expected: {
      health: 'broken',
      causes: ['unknown'],
      start: { network: null, code: 'Wsl/Service/CreateInstance/CreateVm/HCS_E_CONNECTION_TIMEOUT' },
    },
  },
  (world) => {
    setWindows(world, '22631.3007');
    setWsl(world, '2.0.14.0');
    world.faults.vmAnswers = false;
  },
);
