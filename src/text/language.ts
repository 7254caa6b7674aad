/** The languages that the program speaks. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

/** The language for a system's tag: every Chinese is answered in Simplified Chinese, all others in English. */
export function languageFor(tag: string): Language {
  return /^zh([-_.]|$)/i.test(tag) ? 'zh-CN' : 'en';
}
