import type { Text } from '../../text/text.js';
import type { KeyScope } from '../keys.js';
import { footerKeys } from '../read-keys.js';
import { row, rowWidth, span, type Row, type Span } from '../rows.js';

/** The keys that work here and now. Where they do not all fit, the help key is the last to go. */
export function footerRow(scope: KeyScope, text: Text, width: number): Row {
  const keys = footerKeys(scope, text.keys);
  const entries = keys.map(({ key, label }): readonly Span[] => [
    span(key, 'strong'),
    span(` ${label}`, 'quiet'),
  ]);
  const help = keys.findIndex(({ key }) => key === '?');
  const order = [...entries.keys()].sort((a, b) => rank(a, help) - rank(b, help));
  const kept = new Set<number>();
  let used = 1;
  for (const index of order) {
    const needed = rowWidth(entries[index] ?? []) + (kept.size === 0 ? 0 : separator.length);
    if (used + needed > width) continue;
    used += needed;
    kept.add(index);
  }
  const shown = entries.filter((_, index) => kept.has(index));
  return row(' ', ...shown.flatMap((entry, index) => (index === 0 ? entry : [span(separator), ...entry])));
}
const separator = '   ';

/** The first key leads to the next screen and always stays; then the help, which shows what is left out. */
function rank(index: number, help: number): number {
  if (index === 0) return -2;
  return index === help ? -1 : index;
}
