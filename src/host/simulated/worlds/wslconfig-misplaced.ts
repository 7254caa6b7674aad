/** Cases wsl-11540-missing-section and wsl-11359-networkmode-typo: lines that WSL does not read as they were meant. */
import { defineWorld, starts } from './define-world.js';
import { setWindows, setWsl, writeWslconfig } from './machine.js';

export const wslconfigMisplaced = defineWorld(
  {
    id: 'wslconfig-misplaced',
    title: { en: '.wslconfig does not say what was meant', 'zh-CN': '.wslconfig 的内容与本意不符' },
    story: {
      en: 'The person wants mirrored mode. The line stands above its section, and a second one has a misspelt key: WSL warns and starts with NAT. The network works, and not as it was wished.',
      'zh-CN':
        '用户想要镜像模式。但该行写在所属小节之前，另一行的键名拼写错误：WSL 给出警告并以 NAT 启动。网络可用，但不是期望的模式。',
    },
    sources: ['wsl-11540-missing-section', 'wsl-11359-networkmode-typo'],
    expected: { health: 'healthy', causes: ['wslconfig-invalid'], start: starts.well },
  },
  (world) => {
    setWindows(world, '22631.3527');
    setWsl(world, '2.1.5.0');
    writeWslconfig(world, 'networkingMode=mirrored', '[wsl2]', 'memory=6GB', 'networkMode=mirrored');
  },
);
