/** Case wsl-11811-0x803b0001, on a machine where hns does not end when it is told to stop (moby/moby#40699). */
import { defineWorld, starts } from './define-world.js';
import { changeService, setWindows, setWsl } from './machine.js';

export const hnsHangs = defineWorld(
  {
    id: 'hns-hangs',
    title: { en: 'HNS hangs while it stops', 'zh-CN': 'HNS 停止时挂起' },
    story: {
      en: 'HNS says that the network of WSL exists and cannot open it. Told to stop, the service stays in "stopping" for ever: only restarting Windows gets past that.',
      'zh-CN':
        'HNS 声称 WSL 的网络已存在，却无法打开它。让该服务停止时，它会一直停留在“正在停止”状态：只有重新启动 Windows 才行。',
    },
    note: {
      en: 'That the service hangs is taken from another report than the code.',
      'zh-CN': '服务挂起的情况与该错误代码来自不同的报告。',
    },
    sources: ['wsl-11811-0x803b0001'],
    expected: {
      health: 'broken',
      causes: ['hns-state-stale'],
      start: starts.failingInHns('0x803b0001'),
    },
  },
  (world) => {
    setWindows(world, '19045.4651');
    setWsl(world, '2.2.4.0');
    changeService(world, 'hns', { onStop: 'hangs' });
    world.faults.hns.state = 'phantom-network';
    world.hnsNetworks = [];
  },
);
