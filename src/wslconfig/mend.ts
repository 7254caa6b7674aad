import { findKey, isSection, splitKey, valueTypeOf, type WslconfigKey } from './keys.js';
import type { Interpretation, ReadOptions } from './read.js';
import type { Mend, RemarkDetail } from './remark.js';
import type { Entry, SettingEntry } from './scan.js';
import { byteOf, lineAround, lineEndOf, textOf, type Source } from './source.js';
import { warningsFor } from './values.js';

/** What the explanations of one line look at. */
export interface View extends Interpretation {
  readonly options: ReadOptions;
  /** Place of the line among the entries. */
  readonly index: number;
  /** The section in force here once the mends of the lines above are made; lower case, empty for none. */
  readonly section: string;
  /** The line whose mend puts that section in force; null where a header of the file does. */
  readonly mendedHeader: number | null;
}

export interface Explanation {
  readonly detail: RemarkDetail;
  readonly mend: Mend | null;
  /** The section that the line, mended, puts in force. */
  readonly section?: string;
  /** Another line that sets the same key, and counts. */
  readonly setAt?: number;
}

/** Replaces units, and says how their line reads then. */
export function replaceUnits(source: Source, from: number, to: number, text: string): Mend {
  const before = textOf(source, lineAround(source, from).from, from);
  const after = textOf(source, to, lineAround(source, to).to);
  return { start: byteOf(source, from), end: byteOf(source, to), text, line: before + text + after };
}

/** The rest of the line from a unit on. */
export function restOfLine(source: Source, from: number): { readonly text: string; readonly to: number } {
  const { to } = lineAround(source, from);
  return { text: textOf(source, from, to), to };
}

export function commentOut(source: Source, at: number): Mend {
  return replaceUnits(source, at, at, '#');
}

/**
 * A line that WSL ignores is not to take the place of one that counts: where another sets the key already, it becomes a comment.
 */
export function unlessSet(
  view: View,
  key: WslconfigKey,
  entry: Entry,
  explanation: Explanation,
): Explanation {
  const winner = winnerOf(view, key);
  if (winner === undefined) return explanation;
  // Only the first of several lines would become a comment.
  const alone = !textOf(view.source, entry.start, entry.end).includes('\n');
  return {
    detail: explanation.detail,
    mend: alone ? commentOut(view.source, entry.start) : null,
    setAt: winner.line,
  };
}

/** The line whose value WSL takes for a key. */
export function winnerOf({ winners, options }: View, key: WslconfigKey): SettingEntry | undefined {
  const winner = winners.get(key);
  if (winner === undefined) return undefined;
  return warningsFor(valueTypeOf(key), winner.value, options.wslVersion).length === 0 ? winner : undefined;
}

/** Puts a setting under its section: headers around the line where another section is in force. */
export function intoSection(
  view: View,
  key: WslconfigKey,
  from: number,
  to: number,
  setting: string,
): { readonly mend: Mend; readonly section: string } {
  const { section: home, key: name } = splitKey(key);
  if (findKey(`${view.section}.${name}`) === key) {
    return { mend: replaceUnits(view.source, from, to, setting), section: view.section };
  }
  const rest = restOfLine(view.source, to);
  const line = lineAround(view.source, from);
  const indented = textOf(view.source, line.from, from).trim() === '';
  const lines = [`[${home}]`, setting + rest.text];
  const goesOn = isSection(view.section);
  if (goesOn) lines.push(`[${view.section}]`);
  return {
    mend: replaceUnits(view.source, indented ? line.from : from, rest.to, lines.join(lineEndOf(view.source))),
    section: goesOn ? view.section : home,
  };
}
