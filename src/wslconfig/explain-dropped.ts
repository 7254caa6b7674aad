import { findKey, splitKey, valueTypeOf, type ValueType } from './keys.js';
import { commentOut, intoSection, replaceUnits, restOfLine, type Explanation, type View } from './mend.js';
import { nearestKey } from './nearest.js';
import type { Mend } from './remark.js';
import type { CommentEntry, DroppedEntry } from './scan.js';
import { lineAround, textOf } from './source.js';
import { suggestValue } from './suggest.js';

/** A comment that runs over a lone CR, swallowing what looks like the next line. */
export function explainComment(view: View, entry: CommentEntry): Explanation | undefined {
  const { to } = lineAround(view.source, entry.start);
  if (to >= entry.end || textOf(view.source, to, entry.end).trim() === '') return undefined;
  const mend = replaceUnits(view.source, to + 1, to + 1, '\n');
  return {
    detail: { kind: 'comment-runs-on' },
    mend: { ...mend, line: restOfLine(view.source, entry.start).text },
  };
}

/** A line whose key WSL could not read. */
export function explainDroppedKey(view: View, entry: DroppedEntry): Explanation {
  const { source } = view;
  const { text, to } = restOfLine(source, entry.start);
  if (text.startsWith('\uFEFF')) {
    const mend = replaceUnits(source, entry.start, entry.start + 1, '');
    return { detail: { kind: 'second-mark' }, mend, ...sectionIn(text) };
  }
  const mark = /^(?:;|\/\/|--|'|!|\*|<!--|rem )/i.exec(text)?.[0];
  if (mark !== undefined) {
    return {
      detail: { kind: 'comment-mark', mark },
      mend: replaceUnits(source, entry.start, entry.start + mark.length, '#'),
    };
  }
  const broken = /^[^a-z0-9[]*\[/i.exec(text);
  if (broken !== null) {
    const mend = replaceUnits(source, entry.start, entry.start + broken[0].length - 1, '');
    return { detail: { kind: 'key-malformed', nearest: null }, mend, ...sectionIn(text) };
  }
  return explainAssignment(view, entry, text, to);
}

/** The section of a header that only has something before it. */
function sectionIn(text: string): { readonly section?: string } {
  const name = /\[([a-z0-9]+)\]/i.exec(text)?.[1];
  return name === undefined ? {} : { section: name.toLowerCase() };
}

/** Something that was meant as `key=value`. */
function explainAssignment(view: View, entry: DroppedEntry, text: string, to: number): Explanation {
  const dotted = /^([a-z0-9]+)\s*\.\s*([a-z0-9]+)\s*=\s*(.*)$/is.exec(text);
  const [, prefix = '', member = '', value = ''] = dotted ?? [];
  const key = dotted === null ? undefined : nearestKey(member, prefix);
  if (key !== undefined) {
    const setting = `${splitKey(key).key}=${value}`;
    return { detail: { kind: 'key-dotted', key }, ...intoSection(view, key, entry.start, to, setting) };
  }
  const parts =
    /^([^=:\uFF1D\uFF1A]*?)\s*([=:\uFF1D\uFF1A])\s*(.*)$/s.exec(text) ?? /^(\S+)(\s+)(\S.*)$/s.exec(text);
  const [, left = text, sign = '', right = ''] = parts ?? [];
  const nearest = nearestKey(left.replace(/[^a-z0-9]/gi, ''), view.section) ?? null;
  const name = left.replace(/[ \t]+$/, '');
  const detail = /^[a-z][a-z0-9]*$/i.test(name)
    ? ({ kind: 'equals-missing', name } as const)
    : ({ kind: 'key-malformed', nearest } as const);
  if (nearest === null || sign === '') {
    return { detail, mend: nearest === null ? null : commentOut(view.source, entry.start) };
  }
  const setting = `${splitKey(nearest).key}=${right}`;
  return { detail, ...intoSection(view, nearest, entry.start, to, setting) };
}

/** A line whose value WSL could not read: a wrong escape, or a quote that does not close. */
export function explainDroppedValue(view: View, entry: DroppedEntry): Explanation {
  const { source } = view;
  const { text, to } = restOfLine(source, entry.valueStart);
  const replaceValue = (value: string) => replaceUnits(source, entry.valueStart, to, value);
  const key = findKey(`${entry.section}.${entry.key}`);
  const type = key === undefined ? 'text' : valueTypeOf(key);
  if (entry.end > to && text.endsWith('\\')) {
    const swallowed = restOfLine(source, to + 1).text.trim();
    const mend = replaceUnits(source, to - 1, to, type === 'path' ? '\\\\' : '');
    return { detail: { kind: 'continuation-swallows', swallowed }, mend };
  }
  if (entry.warning === 'MessageConfigInvalidEscape') {
    const escaped = entry.end < source.units.length ? textOf(source, entry.end, entry.end + 1) : '';
    return {
      detail: { kind: 'escape-invalid', escaped },
      mend: unescaped(type, text, escaped, replaceValue),
    };
  }
  const literal = type === 'path' || type === 'text';
  const inside = text.trimEnd();
  // In `"C:\folder\"` the last backslash takes the quote for itself.
  if (literal && inside.endsWith('\\"')) {
    const closed = `${doubleBackslashes(inside.slice(0, -2))}\\\\"`;
    return { detail: { kind: 'quote-unclosed' }, mend: replaceValue(closed) };
  }
  const mended = literal ? `${inside}"` : text.replaceAll('"', '');
  return { detail: { kind: 'quote-unclosed' }, mend: replaceValue(mended) };
}

function unescaped(
  type: ValueType,
  text: string,
  escaped: string,
  replaceValue: (value: string) => Mend,
): Mend | null {
  if (type === 'path' || (type === 'text' && escaped.trim() !== ''))
    return replaceValue(doubleBackslashes(text));
  if (type === 'text') return replaceValue(text.replaceAll('\\', ''));
  const [, value = '', rest = ''] = /^([^#]*?)([ \t]*(?:#.*)?)$/s.exec(text) ?? [];
  const suggestion = suggestValue(type, value.replaceAll('\\', ''));
  return suggestion === undefined ? null : replaceValue(suggestion + rest);
}

/** Doubles single backslashes; pairs stay, except that a path which starts with two and goes on with single ones is a network path. */
export function doubleBackslashes(text: string): string {
  const comment = text.includes('"') ? text.length : text.search(/\s*#|$/);
  const value = text.slice(0, comment);
  const network = /^"?\\\\(?!\\)/.test(value) && /[^\\]\\(?!\\)/.test(value);
  const doubled = network ? value.replaceAll('\\', '\\\\') : value.replace(/\\\\|\\(?!")/g, () => '\\\\');
  return doubled + text.slice(comment);
}
