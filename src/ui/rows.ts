/**
 * Rows of styled text, measured in terminal cells. Screens are made of rows, so that what does not fit can scroll and
 * what is too wide is cut between characters, also where a character takes two cells.
 */
import stringWidth from 'string-width';
import { sanitizeLine } from '../host/sanitize.js';

/** What a piece of text means; `theme.ts` says how it looks. */
export type Tone =
  'plain' | 'strong' | 'quiet' | 'good' | 'bad' | 'warning' | 'accent' | 'danger' | 'simulated' | 'chosen';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
}
export type Row = readonly Span[];

export const emptyRow: Row = [];

/** Text of unknown origin becomes harmless here: nothing else makes spans. */
export function span(text: string, tone: Tone = 'plain'): Span {
  return { text: sanitizeLine(text.replace(/\s*\n\s*/g, ' ')), tone };
}

export function row(...parts: readonly (string | Span)[]): Row {
  return parts.map((part) => (typeof part === 'string' ? span(part) : part));
}

export function rowText(parts: Row): string {
  return parts.map((part) => part.text).join('');
}

/** Width in terminal cells. */
export function textWidth(text: string): number {
  return printableAscii.test(text) ? text.length : stringWidth(text);
}
const printableAscii = /^[\x20-\x7e]*$/;

export function rowWidth(parts: Row): number {
  return parts.reduce((sum, part) => sum + textWidth(part.text), 0);
}

/** The row in at most `width` cells; what is left out leaves an ellipsis. */
export function fitRow(parts: Row, width: number): Row {
  if (rowWidth(parts) <= width) return parts;
  if (width <= 0) return emptyRow;
  const kept: Span[] = [];
  let room = width - 1;
  for (const part of parts) {
    const text = firstCells(part.text, room);
    room -= textWidth(text);
    kept.push({ text, tone: part.tone });
    if (text !== part.text) break;
  }
  return [...kept, { text: '…', tone: 'quiet' }];
}

/** The row in exactly `width` cells. */
export function padRow(parts: Row, width: number): Row {
  const fitted = fitRow(parts, width);
  const missing = width - rowWidth(fitted);
  return missing > 0 ? [...fitted, { text: ' '.repeat(missing), tone: 'plain' }] : fitted;
}

/** `start` at the left edge and `end` at the right one; `start` gives way. */
export function spread(start: Row, end: Row, width: number): Row {
  const endWidth = rowWidth(end);
  if (endWidth === 0 || endWidth + 2 > width) return fitRow(start, width);
  return [...padRow(start, width - endWidth - 1), span(' '), ...end];
}

/** The longest beginning that takes at most `cells`. */
export function firstCells(text: string, cells: number): string {
  if (printableAscii.test(text)) return text.slice(0, Math.max(cells, 0));
  let taken = '';
  let room = cells;
  for (const { segment } of graphemes.segment(text)) {
    room -= stringWidth(segment);
    if (room < 0) break;
    taken += segment;
  }
  return taken;
}
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Breaks a row at spaces and between wide characters; a word that is too long is cut. `indent` is for all rows but the first. */
export function wrapRow(parts: Row, width: number, indent = 0): readonly Row[] {
  if (rowWidth(parts) <= width) return [parts];
  const inner = Math.max(width, indent + 2);
  const margin: Row = indent > 0 ? [{ text: ' '.repeat(indent), tone: 'plain' }] : [];
  const rows: Row[] = [];
  let current: Span[] = [];
  let used = 0;
  const breakLine = () => {
    rows.push(current);
    current = [...margin];
    used = indent;
  };
  for (const atom of atomsOf(parts)) {
    // What fits no line is cut where it stands: a label is not left alone for it.
    const fitsLine = atom.width <= inner - indent;
    if (used + atom.width > inner && used > indent && fitsLine) breakLine();
    if (atom.isSpace && rows.length > 0 && used === indent) continue;
    let rest = atom.text;
    while (textWidth(rest) > inner - used) {
      const head = firstCells(rest, inner - used);
      if (head === '') {
        // A wide character does not fit into a last cell; where it fits no line at all, nothing can be done.
        if (used === indent) break;
        breakLine();
        continue;
      }
      const part = untilSeparator(head);
      current.push({ text: part, tone: atom.tone });
      rest = rest.slice(part.length);
      breakLine();
    }
    current.push({ text: rest, tone: atom.tone });
    used += textWidth(rest);
  }
  if (current.length > margin.length || rows.length === 0) rows.push(current);
  return rows.map(joinSpans);
}

/** A path is cut behind one of its separators, where that leaves no half-empty line. */
function untilSeparator(head: string): string {
  const end = Math.max(head.lastIndexOf('/'), head.lastIndexOf('\\')) + 1;
  return end * 2 >= head.length ? head.slice(0, end) : head;
}

/** A text as wrapped rows of one tone. */
export function paragraph(text: string, width: number, tone: Tone = 'plain', indent = 0): readonly Row[] {
  const margin = ' '.repeat(indent);
  return text
    .split('\n')
    .flatMap((line) => wrapRow([span(margin, 'plain'), span(line, tone)], width, indent));
}

interface Atom {
  readonly text: string;
  readonly width: number;
  readonly tone: Tone;
  readonly isSpace: boolean;
}

/** What stays together in a line: a space, a wide character with the punctuation behind it, or a word. */
function* atomsOf(parts: Row): Generator<Atom> {
  for (const part of parts) {
    for (const [text] of part.text.matchAll(atomShape)) {
      yield { text, width: textWidth(text), tone: part.tone, isSpace: /^\s+$/.test(text) };
    }
  }
}
const closing = String.raw`[，。、；：？！）》」』】”’…,.;:?!)\]]`;
/** A path is one word, whatever the names in it are written in. */
const path = String.raw`[A-Za-z]:\\[^\s"]*`;
const wide = String.raw`[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]`;
const atomShape = new RegExp(String.raw`\s+|${path}|${wide}${closing}*|(?:(?!${wide})\S)+${closing}*`, 'gu');

function joinSpans(parts: Row): Row {
  const joined: Span[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.tone === part.tone)
      joined[joined.length - 1] = { text: last.text + part.text, tone: part.tone };
    else joined.push(part);
  }
  return joined;
}
