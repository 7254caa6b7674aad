/** The classic machine in Chinese. Its cure is invented too. */
import { classic80041002, inventedCure } from './classic-80041002.js';
import type { WorldDefinition } from './definition.js';
import { setLanguage } from './machine.js';

export const classic80041002zh: WorldDefinition = {
  ...classic80041002,
  id: 'classic-80041002-zh',
  title: { en: 'The classic 0x80041002, in Chinese', 'zh-CN': '经典的 0x80041002（中文系统）' },
  note: inventedCure,
  make(now) {
    const world = classic80041002.make(now);
    const { id, title, story, invented, note, sources } = classic80041002zh;
    setLanguage(world, 'zh-CN');
    return { ...world, about: { id, title, story, invented, note, sources } };
  },
};
