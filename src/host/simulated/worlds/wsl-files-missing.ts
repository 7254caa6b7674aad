/** Cases wsl-40488-hcs-file-not-found and wsl-40968-hcs-vhd-missing: an update that was cut short. */
import { defineWorld } from './define-world.js';
import { setWindows, setWsl } from './machine.js';

export const wslFilesMissing = defineWorld(
  {
    id: 'wsl-files-missing',
    title: { en: 'Files of WSL are missing', 'zh-CN': 'WSL 的文件缺失' },
    story: {
      en: 'An update of WSL was interrupted by a restart and left files out of its folder. It is no fault of the network. Repairing with the installer of the same version is the cure.',
      'zh-CN': 'WSL 更新被重新启动打断，其文件夹中缺少了文件。这不是网络故障。用相同版本的安装程序修复即可。',
    },
    sources: ['wsl-40488-hcs-file-not-found', 'wsl-40968-hcs-vhd-missing'],
    expected: {
      health: 'broken',
      causes: ['wsl-install-damaged'],
      start: { network: null, code: 'Wsl/Service/CreateInstance/CreateVm/HCS/ERROR_FILE_NOT_FOUND' },
    },
  },
  (world) => {
    setWindows(world, '26200.8875');
    setWsl(world, '2.7.11.0');
    world.files = Object.fromEntries(
      Object.entries(world.files).filter(([path]) => !/\\(system|modules)\.vhd$/.test(path)),
    );
  },
);
