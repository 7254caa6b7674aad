/** Case wsl-12909-hns-state: HNS keeps ports of switches that are gone in the registry, over every restart. */
import { defineWorld, starts } from './define-world.js';
import { setWindows, setWsl, writeWslconfig } from './machine.js';

export const hnsLostPort = defineWorld(
  {
    id: 'hns-lost-port',
    title: { en: "HNS's state in the registry is stale", 'zh-CN': 'HNS 在注册表中的状态已过时' },
    story: {
      en: 'HNS keeps ports of switches that are gone in its state in the registry, and mirrored mode fails with 0x803b0007 after every restart. Saving that state and clearing it is the way out.',
      'zh-CN':
        'HNS 在注册表的状态中保留了已不存在的交换机端口，镜像模式在每次重新启动后都以 0x803b0007 失败。先备份再清除该状态即可。',
    },
    invented: true,
    note: {
      en: 'In the report the code was in the event log only, and how it ended is not known.',
      'zh-CN': '在报告中，该代码只出现在事件日志里，最终结果不明。',
    },
    sources: ['wsl-12909-hns-state'],
    expected: {
      health: 'broken',
      causes: ['hns-state-stale'],
      start: starts.withoutNetwork('HNS/0x803b0007'),
    },
  },
  (world) => {
    setWindows(world, '26200.8737');
    setWsl(world, '2.7.10.0');
    writeWslconfig(world, '[wsl2]', 'networkingMode=mirrored', 'dnsTunneling=true', 'firewall=true');
    world.faults.hns.state = 'lost-port';
  },
);
