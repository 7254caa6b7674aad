import type { MachineName, World, WorldLanguage } from '../world.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { ja } from './ja.js';
import { ru } from './ru.js';
import type { WorldText } from './text.js';
import { zhCN } from './zh-CN.js';

const texts: Readonly<Record<WorldLanguage, WorldText>> = { en, 'zh-CN': zhCN, de, ja, ru, es };

/** The language in which a machine's programs speak: English where there are no texts for its own. */
export function worldLanguage(world: Pick<World, 'language'>): WorldLanguage {
  const primary = world.language.toLowerCase().split('-')[0] ?? '';
  if (primary === 'zh') return 'zh-CN';
  return spoken.find((language) => language === primary) ?? 'en';
}

// The languages are the keys of the table above.
const spoken = Object.keys(texts) as readonly WorldLanguage[];

export const worldText = (world: Pick<World, 'language'>): WorldText => texts[worldLanguage(world)];

export const localized = (world: Pick<World, 'language'>, words: MachineName): string =>
  words[worldLanguage(world)] ?? words.en;
