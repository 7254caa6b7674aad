/** Case wsl-10312-0x80070490: after an update of Windows, with one more restart to come. */
import { defineWorld } from './define-world.js';
import { setLanguage, setWindows, setWsl } from './machine.js';

export const updateHalfDoneEs = defineWorld(
  {
    id: 'update-half-done-es',
    title: { en: 'A Windows update is not finished', 'zh-CN': 'Windows 更新尚未完成' },
    story: {
      en: 'Windows has installed one half of an update and waits for a restart to install the other. Until then the parts do not fit: 0x80070490. The machine speaks Spanish.',
      'zh-CN':
        'Windows 只安装了更新的一半，等待重新启动以安装另一半。在此之前各部分不匹配：0x80070490。系统语言为西班牙语。',
    },
    invented: true,
    note: {
      en: 'The reporter saw the error after an update and found no cure: the pending restart is made up.',
      'zh-CN': '报告者在更新后遇到该错误且没有找到解决方法：等待重新启动是虚构的。',
    },
    sources: ['wsl-10312-0x80070490'],
    expected: {
      health: 'broken',
      causes: ['windows-update-pending'],
      start: {
        network: null,
        code: 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/0x80070490',
      },
    },
  },
  (world) => {
    setWindows(world, '22621.1992');
    setWsl(world, '1.2.5.0');
    world.faults.updateHalfDone = true;
    world.pendingRestart = { componentServicing: true, windowsUpdate: true };
    setLanguage(world, 'es');
  },
);
