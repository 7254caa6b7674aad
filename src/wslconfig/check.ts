import type { DiffLine } from '../domain/plan.js';
import { explainComment, explainDroppedKey, explainDroppedValue } from './explain-dropped.js';
import { explainBrokenHeader, explainHeader } from './explain-header.js';
import { explainSetting } from './explain-setting.js';
import type { Explanation, View } from './mend.js';
import { interpret, warningOf, type Interpretation, type ReadOptions } from './read.js';
import type { WslconfigRemark } from './remark.js';
import type { Entry } from './scan.js';
import { lineAround, openSource, textOf } from './source.js';
import { diffLines, splice } from './splice.js';

/**
 * Explains every line that WSL ignores or reads differently than it was meant, in the order of the file, with a mend where one can be told
 * (issue 4). Empty for a file without fault. Never throws, whatever the bytes.
 */
export function checkWslconfig(bytes: Uint8Array, options: ReadOptions = {}): readonly WslconfigRemark[] {
  const now = interpret(bytes, options);
  const whole = now === undefined ? remarkOnBigEndian(bytes) : remarkOnMissingMark(bytes);
  if (now === undefined || whole !== undefined) return whole === undefined ? [] : [whole];
  const remarks: WslconfigRemark[] = [];
  let section = '';
  let mendedHeader: number | null = null;
  for (const [index, entry] of now.entries.entries()) {
    const view = { ...now, options, index, section, mendedHeader };
    const explanation = explain(view, entry);
    if (entry.kind === 'header') [section, mendedHeader] = [entry.section.toLowerCase(), null];
    if (explanation === undefined) continue;
    if (explanation.section !== undefined) [section, mendedHeader] = [explanation.section, entry.line];
    remarks.push(remark(now, entry, explanation));
  }
  return [...remarkOnLastCharacter(now), ...remarks, ...remarkOnCtrlZ(now)];
}

/** The file with every mend made, as far as mends go: some show only what was hidden behind them. */
export function mendWslconfig(
  bytes: Uint8Array,
  options: ReadOptions = {},
): { readonly bytes: Uint8Array; readonly changed: boolean; readonly diff: readonly DiffLine[] } {
  let after = bytes;
  for (let pass = 0; pass < 20; pass++) {
    const mends = checkWslconfig(after, options).flatMap(({ mend }) => (mend === null ? [] : [mend]));
    if (mends.length === 0) break;
    const encoding = openSource(after)?.encoding ?? 'utf-8';
    after = splice({ bytes: after, encoding }, mends);
  }
  return { bytes: after, changed: after !== bytes, diff: diffLines(bytes, after) };
}

function explain(view: View, entry: Entry): Explanation | undefined {
  switch (entry.kind) {
    case 'comment':
      return explainComment(view, entry);
    case 'header':
      return explainHeader(view, entry);
    case 'dropped':
      if (entry.what === 'header') return explainBrokenHeader(view, entry);
      return entry.what === 'key' ? explainDroppedKey(view, entry) : explainDroppedValue(view, entry);
    case 'setting': {
      const outcome = view.outcomes.get(entry);
      return outcome && explainSetting(view, entry, outcome);
    }
  }
}

function remark(now: Interpretation, entry: Entry, { detail, mend, setAt }: Explanation): WslconfigRemark {
  const { from, to } = lineAround(now.source, entry.start);
  // Bytes that are no text could not be written back as they were.
  const writable = mend !== null && typeof mend.text === 'string' && !mend.text.includes('\uFFFD');
  return {
    ...detail,
    line: entry.line,
    text: textOf(now.source, from, to),
    warning: warningOf(now, entry),
    mend: writable ? mend : null,
    setAt: setAt ?? null,
  };
}

/** What is wrong with a file's name, where it was meant as a `.wslconfig`; Notepad adds `.txt`. */
export function remarkOnName(
  name: string,
): Extract<WslconfigRemark, { readonly kind: 'file-name' }> | undefined {
  const lower = name.toLowerCase();
  if (lower === '.wslconfig' || !/^(?:[._]?wsl[-_.]?config(?:\.[a-z]+)*|wsl\.conf)$/.test(lower))
    return undefined;
  return { ...wholeFile, kind: 'file-name', name: lower === 'wsl.conf' ? lower : name, mend: null };
}

const wholeFile = { line: 0, text: '', warning: null, setAt: null };

function remarkOnBigEndian(bytes: Uint8Array): WslconfigRemark {
  const swapped = bytes.map((byte, index) => bytes[index ^ 1] ?? byte);
  return {
    ...wholeFile,
    kind: 'cannot-be-opened',
    warning: 'MessageFailedToOpenConfigFile',
    mend: { start: 0, end: bytes.length, text: swapped, line: '' },
  };
}

/** UTF-16 text has a NUL in every second byte of its first characters; unmarked, WSL reads it as UTF-8. */
function remarkOnMissingMark(bytes: Uint8Array): WslconfigRemark | undefined {
  const start = [...bytes.subarray(0, 8)];
  if (start.length < 4 || !start.every((byte, index) => (byte === 0) === (index % 2 === 1))) return undefined;
  const mend = { start: 0, end: 0, text: Uint8Array.of(0xff, 0xfe), line: '' };
  return { ...wholeFile, kind: 'utf-16-without-mark', mend };
}

/**
 * The C runtime reads in blocks, and fails where one ends in the middle of a character, or in bytes that are none: what it
 * had read of that block is lost then (huangqinjin/ucrt lowio/read.cpp; not seen on a real Windows). A line end makes it safe.
 */
function remarkOnLastCharacter({ source }: Interpretation): readonly WslconfigRemark[] {
  const at = source.readEnd;
  const illFormed = source.encoding === 'utf-8' && source.units.at(-1) === 0xfffd;
  const written = [0xef, 0xbf, 0xbd].every((byte, index) => source.bytes[at - 3 + index] === byte);
  if (!illFormed || written) return [];
  return [{ ...wholeFile, kind: 'ends-ill-formed', mend: { start: at, end: at, text: '\n', line: '' } }];
}

function remarkOnCtrlZ({ source }: Interpretation): readonly WslconfigRemark[] {
  const width = source.encoding === 'utf-8' ? 1 : 2;
  const rest = source.bytes.subarray(source.readEnd + width);
  if (rest.every((byte) => byte <= 0x20)) return [];
  const end = source.units.length;
  const mend = { start: source.readEnd, end: source.readEnd + width, text: '', line: '' };
  const { from, to } = lineAround(source, end);
  const line = source.units.filter((unit) => unit === 0x0a).length + 1;
  return [{ kind: 'ends-at-ctrl-z', line, text: textOf(source, from, to), warning: null, mend, setAt: null }];
}
