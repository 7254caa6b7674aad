import { defineWorld } from './define-world.js';
import { dropWslPackage } from './machine.js';

/** The stub wsl.exe of a Windows without WSL. */
export const noWsl = defineWorld(
  {
    id: 'no-wsl',
    title: { en: 'WSL is not installed', 'zh-CN': '未安装 WSL' },
    story: {
      en: 'Windows knows the command wsl.exe and nothing behind it.',
      'zh-CN': 'Windows 只有 wsl.exe 命令，其余部分没有安装。',
    },
    sources: [],
    expected: { health: 'broken', causes: [], start: null },
  },
  (world) => {
    Object.assign(world.wsl, { flavour: 'none', version: null, kernel: null, distros: [] });
    dropWslPackage(world);
    world.services = world.services.filter(({ name }) => name !== 'WSLService');
    world.features['Microsoft-Windows-Subsystem-Linux'] = 'disabled';
  },
);
