/** Case wsl-12351-zh-0x8007054f: mirrored mode finds no 4096 ports in a row. */
import { defineWorld, starts } from './define-world.js';
import { setLanguage, setWindows, setWsl, writeWslconfig } from './machine.js';

export const portsFragmentedZh = defineWorld(
  {
    id: 'ports-fragmented-zh',
    title: { en: 'No room among the dynamic ports', 'zh-CN': '动态端口没有足够的连续空间' },
    story: {
      en: 'Mirrored mode wants 4096 ports in a row, and reservations have cut the dynamic ports of Windows to pieces: 0x8007054f, and no network. Widening the range and restarting is the cure. The machine speaks Chinese.',
      'zh-CN':
        '镜像模式需要 4096 个连续端口，而各种保留已将 Windows 的动态端口分割成小段：0x8007054f，没有网络。扩大范围并重新启动即可修复。系统语言为中文。',
    },
    sources: ['wsl-12351-zh-0x8007054f', 'wsl-40439-mirrored-ports'],
    expected: {
      health: 'broken',
      causes: ['ephemeral-ports-fragmented'],
      start: starts.withoutNetwork('0x8007054f'),
    },
  },
  (world) => {
    setWindows(world, '22631.4460');
    setWsl(world, '2.3.26.0');
    setLanguage(world, 'zh-CN');
    writeWslconfig(world, '[wsl2]', 'networkingMode=mirrored');
    for (const start of [50000, 53200, 56900, 60500, 63900])
      world.ports.excluded.push({ start, end: start + 99, administered: start !== 53200 });
    for (const start of [52000, 55400, 58800, 62300])
      world.ports.excluded.push({ start, end: start + 99, administered: true });
  },
);
