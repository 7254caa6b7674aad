/** A program's whole output cut into the parts that `decode.ts` reads in one encoding each, so that they can be rewritten. */
import { decodeCodePage, encodeCodePage, type CodePages } from '../code-pages.js';
import type { OutputEncoding } from '../host.js';
import { findLine, shapeOfRest, wideText, type LineShape, type ShapeRules } from '../line-shape.js';
import { decodeNarrow, decodeStrictUtf8 } from '../narrow-text.js';

/** Bytes in one encoding, line end and all. */
export interface OutputPart {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Bytes of another text in the part's encoding. */
  encode(text: string): Uint8Array;
}

/** The parts, whose bytes joined are the given ones. */
export function partsOf(
  bytes: Uint8Array,
  declared: OutputEncoding,
  codePages: CodePages,
): readonly OutputPart[] {
  const mark = marks.find(({ start }) => start.every((byte, index) => bytes[index] === byte));
  const parts: OutputPart[] = mark === undefined ? [] : [fixedPart(bytes.subarray(0, mark.start.length))];
  let rest = bytes.subarray(mark?.start.length ?? 0);
  let rules: ShapeRules = {
    declared: mark?.says ?? declared,
    allWide: mark?.says === 'utf-16le',
    expectsWide: (mark?.says ?? declared) === 'utf-16le',
  };
  while (rest.length > 0) {
    const shape = findLine(rest, rules) ?? shapeOfRest(rest, rules);
    // A rest that has a feed in it (half of a letter) is taken whole, or nothing would move on.
    const next = shape.next > 0 ? shape.next : rest.length;
    parts.push(...lineParts(rest.subarray(0, next), shape, rules.declared, codePages));
    rest = rest.subarray(next);
    rules = { ...rules, expectsWide: shape.wideFrom < shape.end || shape.next - shape.end === 2 };
  }
  return parts;
}

const marks: readonly { readonly start: readonly number[]; readonly says: 'utf-16le' | 'utf-8' }[] = [
  { start: [0xff, 0xfe], says: 'utf-16le' },
  { start: [0xef, 0xbb, 0xbf], says: 'utf-8' },
];

function lineParts(
  line: Uint8Array,
  { wideFrom, end, next }: LineShape,
  declared: OutputEncoding,
  codePages: CodePages,
): readonly OutputPart[] {
  if (wideFrom >= end && next - end !== 2) return [narrowPart(line, declared, codePages)];
  const narrow = line.subarray(0, wideFrom);
  const wide = line.subarray(wideFrom);
  return [...(narrow.length === 0 ? [] : [narrowPart(narrow, declared, codePages)]), widePart(wide)];
}

function narrowPart(bytes: Uint8Array, declared: OutputEncoding, codePages: CodePages): OutputPart {
  const text = decodeNarrow(bytes, declared, codePages);
  if (decodeStrictUtf8(bytes) === text) return { bytes, text, encode: (other) => Buffer.from(other, 'utf8') };
  const page = declared === 'ansi' ? codePages.ansi : codePages.oem;
  return { bytes, text: decodeCodePage(bytes, page), encode: (other) => encodeCodePage(other, page) };
}

function widePart(bytes: Uint8Array): OutputPart {
  return { bytes, text: wideText(bytes), encode: (other) => Buffer.from(other, 'utf16le') };
}

function fixedPart(bytes: Uint8Array): OutputPart {
  return { bytes, text: '', encode: () => bytes };
}
