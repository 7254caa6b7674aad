/** Cases wsl-12645-virtioproxy and wsl-41228-0x8007054f (WSL 2.9.4): the newest WSL hides a fault that nobody can explain. */
import { defineWorld, starts } from './define-world.js';
import { setWindows, setWsl } from './machine.js';
import { addSwitchFailures } from './vswitch-evidence.js';

export const consommeFallback = defineWorld(
  {
    id: 'consomme-fallback',
    title: { en: 'WSL 2.9 falls back to Consomme', 'zh-CN': 'WSL 2.9 回退到 Consomme' },
    story: {
      en: 'No switch can be created, nobody knows why, and the newest WSL starts all the same: by Consomme, as VirtioProxy is called there, and without a code. The event logs still name the fault. Docker Desktop runs.',
      'zh-CN':
        '无法创建交换机，原因不明，而最新的 WSL 仍能启动：通过 Consomme（VirtioProxy 的新名称），且不显示代码。事件日志中仍能看到故障。Docker Desktop 正在运行。',
    },
    sources: ['wsl-12645-virtioproxy', 'wsl-41228-0x8007054f'],
    expected: {
      health: 'working-by-fallback',
      causes: ['unknown-vswitch-failure'],
      start: starts.byConsomme,
    },
  },
  (world, now) => {
    setWindows(world, '26200.9100');
    setWsl(world, '2.9.4.0');
    world.faults.vswitch = 'fails-unexplained';
    world.processes.push({ name: 'Docker Desktop', pid: 10452 }, { name: 'com.docker.backend', pid: 10488 });
    addSwitchFailures(world, now);
  },
);
