import { isSection } from './keys.js';
import { replaceUnits, restOfLine, type Explanation, type View } from './mend.js';
import type { DroppedEntry } from './scan.js';
import { lineAround } from './source.js';

/** What Markdown, JSON, HTML and shells leave around a file that was copied out of them: no letter of it is a setting. */
const leftover = /^(?:```.*|~~~.*|-{3,}|={3,}|[{}()<>,"'`@;]+|<\/?[a-z][^>]*>|@?echo (?:off|on))$/i;

/** A line that came along with a copied text; it goes with its line end. */
export function explainLeftover(view: View, entry: DroppedEntry): Explanation | undefined {
  const { source } = view;
  const { text, to } = restOfLine(source, entry.start);
  const mark = text.trim();
  if (!leftover.test(mark)) return undefined;
  const { from } = lineAround(source, entry.start);
  const end = source.units[to] === 0x0a ? to + 1 : to;
  return { detail: { kind: 'leftover', mark }, mend: { ...replaceUnits(source, from, end, ''), line: '' } };
}

/** A header in other brackets or none: `【wsl2】`, `［wsl2］`, `<wsl2>`, `wsl2:`, `"wsl2": {`. */
export function explainOtherHeader(view: View, entry: DroppedEntry): Explanation | undefined {
  const { text } = restOfLine(view.source, entry.start);
  const [header = ''] = /^[^#]*/.exec(text) ?? [];
  const [, name = ''] = /^[^a-z0-9=]*([a-z0-9]+)[^a-z0-9=]*$/i.exec(header.normalize('NFKC')) ?? [];
  if (!isSection(name)) return undefined;
  const section = name.toLowerCase();
  const inForce = entry.section.replace(/\0.*/s, '');
  const effect = isSection(inForce) ? 'kept' : 'lost';
  const end = entry.start + header.trimEnd().length;
  return {
    detail: { kind: 'header-broken', effect, section: inForce },
    mend: replaceUnits(view.source, entry.start, end, `[${section}]`),
    section,
  };
}
