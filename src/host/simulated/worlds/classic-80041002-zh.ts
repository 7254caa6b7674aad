/** The classic machine in Chinese. Its cure is invented too. */
import { classic80041002, inventedCure } from './classic-80041002.js';
import type { WorldDefinition } from './definition.js';

export const classic80041002zh: WorldDefinition = {
  id: 'classic-80041002-zh',
  title: { en: 'The classic 0x80041002, in Chinese', 'zh-CN': '经典的 0x80041002（中文系统）' },
  story: classic80041002.story,
  invented: true,
  note: inventedCure,
  sources: classic80041002.sources,
  make(now) {
    const world = classic80041002.make(now);
    const { id, title, story, invented, note, sources } = classic80041002zh;
    world.language = 'zh-CN';
    world.codePages = { oem: 936, ansi: 936 };
    world.user = { ...world.user, name: '张伟', profile: 'C:\\Users\\张伟' };
    const names: Readonly<Record<string, string>> = { Ethernet: '以太网', 'Wi-Fi': 'WLAN' };
    for (const adapter of world.adapters) adapter.alias = names[adapter.alias] ?? adapter.alias;
    for (const binding of world.bindings) binding.adapter = names[binding.adapter] ?? binding.adapter;
    return { ...world, about: { id, title, story, invented, note, sources } };
  },
};
