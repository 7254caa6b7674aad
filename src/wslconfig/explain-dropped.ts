import { findKey, splitKey, valueTypeOf, type ValueType, type WslconfigKey } from './keys.js';
import { explainLeftover, explainOtherHeader } from './explain-pasted.js';
import { intoSection, replaceUnits, restOfLine, unlessSet, type Explanation, type View } from './mend.js';
import { keyNamed, nearestKey } from './nearest.js';
import type { Mend } from './remark.js';
import type { CommentEntry, DroppedEntry } from './scan.js';
import { lineAround, textOf } from './source.js';
import { meantAsValue, suggestValue } from './suggest.js';

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

/** What other files begin a comment with, and full-width signs that look like one; a quoted name is none. */
const commentMark = /^(?:[;\uFF1B]|\uFF03|\/\/|\/\*|--|::|'(?![^=:]*'\s*[=:])|!|\*|<!--|rem(?= ))/i;

/** A line whose key WSL could not read. */
export function explainDroppedKey(view: View, entry: DroppedEntry): Explanation {
  const { source } = view;
  const { text, to } = restOfLine(source, entry.start);
  if (text.startsWith('\uFEFF')) {
    const mend = replaceUnits(source, entry.start, entry.start + 1, '');
    return { detail: { kind: 'second-mark' }, mend, ...sectionIn(text) };
  }
  const pasted = explainLeftover(view, entry) ?? explainOtherHeader(view, entry);
  if (pasted !== undefined) return pasted;
  const mark = commentMark.exec(text)?.[0];
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
  const dotted = /^([a-z][a-z0-9]*)\s*\.\s*([a-z0-9]+)\s*[=:\uFF1D\uFF1A]\s*(.*)$/is.exec(text);
  const [, prefix = '', member = '', value = ''] = dotted ?? [];
  const key = dotted === null ? undefined : nearestKey(member, prefix);
  if (key !== undefined) {
    const setting = `${splitKey(key).key}=${meantAsValue(valueTypeOf(key), value)}`;
    const moved = intoSection(view, key, entry.start, to, setting);
    return unlessSet(view, key, entry, { detail: { kind: 'key-dotted', key }, ...moved });
  }
  const [left, right] = sidesOf(text);
  const nearest = keyMeant(left, view.section) ?? null;
  const detail =
    nearest !== null && /^[a-z][a-z0-9]*$/i.test(left)
      ? ({ kind: 'equals-missing', name: left } as const)
      : ({ kind: 'key-malformed', nearest } as const);
  if (nearest === null || right === '') return { detail, mend: null };
  const setting = `${splitKey(nearest).key}=${meantAsValue(valueTypeOf(nearest), right)}`;
  const moved = intoSection(view, nearest, entry.start, to, setting);
  return unlessSet(view, nearest, entry, { detail, ...moved });
}

/** What stands before and behind the sign that was meant as `=`; without one, the first word and the others. */
function sidesOf(text: string): readonly [string, string] {
  const sign = text.search(/[=:\uFF1D\uFF1A]/);
  const at = sign < 0 ? text.search(/\s/) : sign;
  return at < 0 ? [text, ''] : [text.slice(0, at).trimEnd(), text.slice(at + 1).trimStart()];
}

/** The key in what stands before the sign: with signs and blanks in it, or behind a word as `export`. */
function keyMeant(left: string, section: string): WslconfigKey | undefined {
  const plain = left.normalize('NFKC');
  const last = plain.split(/[\s,;{]+/).at(-1) ?? '';
  return nearestKey(onlyWord(plain), section) ?? keyNamed(onlyWord(last));
}

function onlyWord(text: string): string {
  return text.replace(/[^a-z0-9]/gi, '');
}

/** A line whose value WSL could not read: a wrong escape, or a quote that does not close. */
export function explainDroppedValue(view: View, entry: DroppedEntry): Explanation {
  // Without a section of its own it comes under the one that a mend above puts in force, or that of its name.
  const key =
    findKey(`${entry.section}.${entry.key}`) ??
    findKey(`${view.section}.${entry.key}`) ??
    keyNamed(entry.key);
  const explanation = explainLostValue(view, entry, key === undefined ? 'text' : valueTypeOf(key));
  return key === undefined ? explanation : unlessSet(view, key, entry, explanation);
}

function explainLostValue(view: View, entry: DroppedEntry, type: ValueType): Explanation {
  const { source } = view;
  const { text, to } = restOfLine(source, entry.valueStart);
  const replaceValue = (value: string) => replaceUnits(source, entry.valueStart, to, value);
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
