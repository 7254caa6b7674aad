import { healthyMachine } from './base.js';
import { starts } from './define-world.js';
import type { WorldDefinition } from './definition.js';
import { addSwitchFailures } from './vswitch-evidence.js';

export const unknown80041002: WorldDefinition = {
  id: 'unknown-80041002',
  title: { en: '0x80041002 without a known cause', 'zh-CN': '原因不明的 0x80041002' },
  story: {
    en: 'The same evidence as in the classic world, and no reset or repair helps, as reported from a real machine. WSL can only be made to work around it: another network mode, or WSL 1.',
    'zh-CN':
      '证据与 classic-80041002 相同，但任何重置或修复都无效，与真实计算机的报告一致。只能绕过：使用其他网络模式或 WSL 1。',
  },
  invented: false,
  note: null,
  sources: ['wsl-12019-vmms-16000', 'wsl-10709-c-nothing-worked'],
  expected: {
    health: 'broken',
    causes: ['unknown-vswitch-failure'],
    start: starts.failingInHns('0x80041002'),
  },
  make(now) {
    const world = healthyMachine(unknown80041002, now);
    world.faults.vswitch = 'fails-unexplained';
    addSwitchFailures(world, now);
    return world;
  },
};
