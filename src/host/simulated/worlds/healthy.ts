import { healthyMachine } from './base.js';
import { starts } from './define-world.js';
import type { WorldDefinition } from './definition.js';

export const healthy: WorldDefinition = {
  id: 'healthy',
  title: { en: 'A healthy machine', 'zh-CN': '一台健康的计算机' },
  story: {
    en: 'Nothing is wrong: WSL starts with NAT networking.',
    'zh-CN': '一切正常：WSL 以 NAT 网络启动。',
  },
  invented: false,
  note: null,
  sources: [],
  expected: { health: 'healthy', causes: [], start: starts.well },
  make: (now) => healthyMachine(healthy, now),
};
