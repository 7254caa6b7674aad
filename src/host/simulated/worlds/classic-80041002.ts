/** Evidence as in case wsl-12019. THE CURE IS INVENTED for practice: no report says that a reset repairs this. */
import { healthyMachine } from './base.js';
import { starts } from './define-world.js';
import type { WorldDefinition } from './definition.js';
import { addSwitchFailures } from './vswitch-evidence.js';

export const inventedCure = {
  en: 'The cure is invented for practice: on real machines nobody reported that the reset sequence repairs this error.',
  'zh-CN': '此修复方法是为练习而虚构的：在真实计算机上，没有人报告过重置步骤能修复此错误。',
} as const;

export const classic80041002: WorldDefinition = {
  id: 'classic-80041002',
  title: { en: 'The classic 0x80041002', 'zh-CN': '经典的 0x80041002' },
  story: {
    en: 'The metadata of the Hyper-V switches is inconsistent, so that no switch can be created and WSL ends with 0x80041002. Resetting TCP/IP and Winsock while hns and vmcompute are stopped, and restarting Windows, rebuilds it.',
    'zh-CN':
      'Hyper-V 交换机的元数据不一致，无法创建交换机，WSL 以 0x80041002 结束。在 hns 和 vmcompute 停止时重置 TCP/IP 和 Winsock，然后重新启动 Windows，即可重建元数据。',
  },
  invented: true,
  note: inventedCure,
  sources: ['wsl-12019-vmms-16000'],
  expected: {
    health: 'broken',
    causes: ['unknown-vswitch-failure'],
    start: starts.failingInHns('0x80041002'),
  },
  make(now) {
    const world = healthyMachine(classic80041002, now);
    world.faults.switchMetadata = 'inconsistent';
    addSwitchFailures(world, now);
    return world;
  },
};
