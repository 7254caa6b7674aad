import type { Localized, World, WorldLanguage } from '../world.js';
import { en } from './en.js';
import type { WorldText } from './text.js';
import { zhCN } from './zh-CN.js';

const texts: Readonly<Record<WorldLanguage, WorldText>> = { en, 'zh-CN': zhCN };

/** The language in which a machine's programs speak: English where there are no texts for its own. */
export function worldLanguage(world: Pick<World, 'language'>): WorldLanguage {
  return /^zh(-|$)/i.test(world.language) ? 'zh-CN' : 'en';
}

export const worldText = (world: Pick<World, 'language'>): WorldText => texts[worldLanguage(world)];

export const localized = (world: Pick<World, 'language'>, words: Localized): string =>
  words[worldLanguage(world)];
