import { defineWorld } from './define-world.js';
import { setWindows, setWsl } from './machine.js';

/** WSL is there and has nothing to start, so that its network cannot be tried. */
export const noDistro = defineWorld(
  {
    id: 'no-distro',
    title: { en: 'WSL without a distribution', 'zh-CN': '没有分发的 WSL' },
    story: {
      en: 'WSL is installed and no distribution is. Nothing seems wrong, and nothing can be started to prove it.',
      'zh-CN': '已安装 WSL，但没有任何分发。看起来一切正常，但没有可以启动的东西来证明。',
    },
    sources: [],
    expected: { health: 'unknown', causes: [], start: null },
  },
  (world) => {
    setWindows(world, '26100.4061');
    setWsl(world, '2.7.11.0');
    world.wsl.distros = [];
  },
);
