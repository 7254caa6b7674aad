import type { Text } from '../../text/text.js';
import type { KeyScope } from '../key-scope.js';
import { footerKeys, type FooterKey } from '../read-keys.js';
import { row, rowWidth, span, type Row, type Span } from '../rows.js';

/** The keys that work here and now. Where they do not all fit, the help and the way out are the last to go. */
export function footerRow(scope: KeyScope, text: Text, width: number): Row {
  const keys = footerKeys(scope, text.keys);
  const entries = keys.map(({ key, label }): readonly Span[] => [
    span(key, 'strong'),
    span(` ${label}`, 'quiet'),
  ]);
  const order = [...entries.keys()].sort((a, b) => rank(keys, a) - rank(keys, b));
  const [wide = [], narrow = []] = separators.map((separator) =>
    keptOf(entries, order, separator.length, width),
  );
  const [separator, kept] = wide.length === entries.length ? [separators[0], wide] : [separators[1], narrow];
  const shown = entries.filter((_, index) => kept.includes(index));
  return row(' ', ...shown.flatMap((entry, index) => (index === 0 ? entry : [span(separator), ...entry])));
}
/** Closer together where that saves one. */
const separators = ['   ', '  '] as const;

function keptOf(
  entries: readonly (readonly Span[])[],
  order: readonly number[],
  gap: number,
  width: number,
): readonly number[] {
  const kept: number[] = [];
  let used = 1;
  for (const index of order) {
    const needed = rowWidth(entries[index] ?? []) + (kept.length === 0 ? 0 : gap);
    if (used + needed > width) continue;
    used += needed;
    kept.push(index);
  }
  return kept;
}

/**
 * The first key leads to the next screen and always stays; then the help, which shows what is left out, what leads out
 * of the program, and what leads back: nobody should have to look for that.
 */
function rank(keys: readonly FooterKey[], index: number): number {
  const command = keys[index]?.command;
  if (index === 0) return -3;
  if (command === 'help') return -2;
  if (command === 'leave' || command === 'interrupt') return -1;
  if (command === 'back') return 0;
  // Nobody has to be told that arrows move.
  return command === 'up' ? keys.length + index : index;
}
