import { en } from './en.js';
import type { Language } from './language.js';
import type { Text } from './text.js';
import { zhCN } from './zh-CN.js';

export function textFor(language: Language): Text {
  return language === 'en' ? en : zhCN;
}
