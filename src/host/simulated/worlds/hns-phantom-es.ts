/** Case wsl-10089-0x803b0001-reboot: a network that is neither there nor not there; a restart was the cure. */
import { defineWorld } from './define-world.js';
import { setLanguage, setWindows, setWsl } from './machine.js';

export const hnsPhantomEs = defineWorld(
  {
    id: 'hns-phantom-es',
    title: { en: 'HNS remembers a network that is gone', 'zh-CN': 'HNS 记得一个已不存在的网络' },
    story: {
      en: 'HNS holds on to a network of WSL that no longer exists: 0x803b0001. Restarting the computer cured it. The machine speaks Spanish.',
      'zh-CN': 'HNS 保留着一个已不存在的 WSL 网络：0x803b0001。重新启动计算机即可修复。系统语言为西班牙语。',
    },
    sources: ['wsl-10089-0x803b0001-reboot'],
    expected: {
      health: 'broken',
      causes: ['hns-state-stale'],
      start: {
        network: null,
        code: 'Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/0x803b0001',
      },
    },
  },
  (world) => {
    setWindows(world, '22621.1702');
    setWsl(world, '1.2.5.0');
    world.faults.hns.state = 'phantom-network';
    setLanguage(world, 'es');
  },
);
