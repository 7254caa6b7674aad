/**
 * Where a line ends among bytes of unknown encoding, and which part of it is UTF-16LE. Answers depend on the line's bytes
 * and at most one more, never on how they arrived.
 */
import { isCommonEastAsian } from './code-pages.js';
import { decodeStrictUtf8 } from './narrow-text.js';
import type { OutputEncoding } from './host.js';

export interface LineShape {
  /** Bytes before this offset are narrow (UTF-8 or a code page), from it to `end` UTF-16LE. */
  readonly wideFrom: number;
  /** End of the text, before the line feed. */
  readonly end: number;
  /** Where the next line begins. */
  readonly next: number;
}

export interface ShapeRules {
  readonly declared: OutputEncoding;
  /** A byte order mark said UTF-16LE: nothing is left to guess. */
  readonly allWide: boolean;
  /** What a line is taken for whose bytes make sense both ways: as the line before, at first as declared. */
  readonly expectsWide: boolean;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The first whole line, or undefined while more bytes are needed. */
export function findLine(bytes: Uint8Array, rules: ShapeRules): LineShape | undefined {
  const feed = bytes.indexOf(lineFeed);
  const wideFrom = rules.allWide ? 0 : findWideText(bytes, feed, rules);
  if (wideFrom === undefined) return undefined;
  if (wideFrom === 'none') return { wideFrom: feed, end: feed, next: feed + 1 };
  for (let unit = wideFrom; unit + 1 < bytes.length; unit += 2) {
    if (bytes[unit] === lineFeed && bytes[unit + 1] === 0) return { wideFrom, end: unit, next: unit + 2 };
  }
  return undefined;
}

/** The shape of the bytes after the last line feed, or of all when no more will come. */
export function shapeOfRest(bytes: Uint8Array, rules: ShapeRules): LineShape {
  const feed = bytes.indexOf(lineFeed);
  const found = rules.allWide ? 0 : findWideText(bytes, feed, rules);
  if (typeof found === 'number') return { wideFrom: found, end: bytes.length, next: bytes.length };
  const whole = feed === -1 && bytes.length % 2 === 0 && readsAsWide(bytes, bytes, rules);
  const end = feed === -1 ? bytes.length : feed;
  return { wideFrom: whole ? 0 : end, end, next: bytes.length };
}

/** Where UTF-16LE begins in the line whose first possible feed is given; undefined while that cannot be told. */
function findWideText(bytes: Uint8Array, feed: number, rules: ShapeRules): number | 'none' | undefined {
  const head = feed === -1 ? bytes : bytes.subarray(0, feed);
  const nul = head.indexOf(0);
  if (nul !== -1) return startOfWide(head, nul);
  if (feed === -1) return undefined;
  // A code page has no NUL after its feed. At an odd place, or after a carriage return that is a byte of its own, the
  // feed would be half of an Indic letter.
  if (!declaresUnicode(rules) || feed % 2 === 1 || bytes[feed - 1] === carriageReturn) return 'none';
  const after = bytes[feed + 1];
  if (after === undefined) return undefined;
  if (after === 0) return 0;
  return readsAsWide(bytes.subarray(0, feed + 2), head, rules) ? 0 : 'none';
}

/**
 * The text before the first NUL is the Linux program's where it is ASCII that would be strange as UTF-16LE: that program
 * did not end its line. The NUL itself is a high byte, or the low one of a letter such as U+9000.
 */
function startOfWide(head: Uint8Array, nul: number): number {
  const prefix = head.subarray(0, Math.max(nul - 1, 0));
  const isAscii = prefix.every((byte) => byte === 0x09 || (byte >= 0x20 && byte < 0x7f));
  if (!isAscii || prefix.length === 0) return 0;
  const wholeUnits = head.subarray(0, nul % 2 === 1 ? nul - 1 : nul + 2);
  return isCommonEastAsian(wideText(wholeUnits)) ? 0 : prefix.length;
}

/** Text without any NUL: UTF-16LE of East Asian letters only, or narrow? `head` is the same without a feed. */
function readsAsWide(bytes: Uint8Array, head: Uint8Array, rules: ShapeRules): boolean {
  if (!declaresUnicode(rules)) return false;
  if (head.some((byte) => byte < 0x20 && !narrowControls.includes(byte))) return true;
  const isUtf8 = decodeStrictUtf8(head) !== undefined;
  if (bytes.length > 0 && isCommonEastAsian(wideText(bytes))) return rules.expectsWide || !isUtf8;
  return rules.expectsWide && !isUtf8;
}

function declaresUnicode({ declared }: ShapeRules): boolean {
  return declared === 'utf-8' || declared === 'utf-16le';
}

/** Bell, backspace, tab, line ends, form feed and escape: what narrow text may hold below 0x20. */
const narrowControls: readonly number[] = [0x07, 0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1b];

/**
 * Text of UTF-16LE bytes; half a unit at the end is left out before Node sees it, which writes beyond its memory where an
 * odd number of bytes begins at an odd address (nodejs/node#64697).
 */
export function wideText(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes;
  return Buffer.from(buffer, byteOffset, byteLength - (byteLength % 2))
    .toString('utf16le')
    .toWellFormed();
}
