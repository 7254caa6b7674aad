/** The text as a pattern that matches it alone, in lower case as the table of effects compares (commands.ts). */
export function literalPattern(text: string): string {
  return text.toLowerCase().replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
