/** Case wsl-41398-fse-veto: an update of Windows broke mirrored mode. */
import { defineWorld, starts } from './define-world.js';
import { setWindows, setWsl, writeWslconfig } from './machine.js';

export const updateRegression = defineWorld(
  {
    id: 'update-regression',
    title: { en: 'A Windows update broke mirrored mode', 'zh-CN': 'Windows 更新破坏了镜像模式' },
    story: {
      en: 'Since KB5121003 a switch extension of Windows refuses the adapter of mirrored mode: 0xc0010022, and no network, on the newest WSL. Another mode works around it until a later update.',
      'zh-CN':
        '自 KB5121003 起，Windows 的一个交换机扩展拒绝镜像模式的适配器：0xc0010022，最新的 WSL 也没有网络。在后续更新之前，可以改用其他模式绕过。',
    },
    invented: true,
    note: {
      en: 'Which update ends it is made up.',
      'zh-CN': '由哪个更新修复是虚构的。',
    },
    sources: ['wsl-41398-fse-veto'],
    expected: {
      health: 'broken',
      causes: ['windows-regression'],
      start: starts.withoutNetwork('HNS/0xc0010022'),
    },
  },
  (world) => {
    setWindows(world, '26200.9168');
    setWsl(world, '2.9.4.0');
    writeWslconfig(world, '[wsl2]', 'networkingMode=mirrored');
  },
);
