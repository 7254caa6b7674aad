/** microsoft/WSL#7998 (causes.md section 1): a NAT network made by hand stands in the way of WSL's. */
import { defineWorld, starts } from './define-world.js';
import { setLanguage, setWindows, setWsl } from './machine.js';

export const netnatLeftoverRu = defineWorld(
  {
    id: 'netnat-leftover-ru',
    title: { en: 'A NAT network was left over', 'zh-CN': '残留的 NAT 网络' },
    story: {
      en: 'Somebody made a NAT network with New-NetNat and forgot it. WSL ends with 0x800700b7, which reads as if a distribution existed twice. Removing that network is the cure. The machine speaks Russian.',
      'zh-CN':
        '有人用 New-NetNat 创建了一个 NAT 网络并将其遗忘。WSL 以 0x800700b7 结束，看起来像是分发重名。删除该网络即可修复。系统语言为俄语。',
    },
    invented: true,
    note: {
      en: 'Made up after one issue (microsoft/WSL#7998), where removing the network was the cure.',
      'zh-CN': '根据一个问题（microsoft/WSL#7998）虚构，在该问题中删除此网络即可修复。',
    },
    sources: [],
    expected: {
      health: 'broken',
      causes: ['netnat-leftover'],
      start: starts.failingInHns('0x800700b7'),
    },
  },
  (world) => {
    setWindows(world, '19045.4412');
    setWsl(world, '2.2.4.0');
    world.netNats.push({ name: 'LabNAT', prefix: '172.20.0.0/16' });
    setLanguage(world, 'ru');
  },
);
