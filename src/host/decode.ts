/**
 * Bytes of a program's output into lines (design.md section 4, ../shared/domain/commands.md section 0). Lines come out the
 * same however the bytes were cut into chunks.
 *
 * The unit of decision is the line, because one pipe can mix encodings: `wsl.exe` writes its own text in UTF-16LE between
 * the UTF-8 lines of the Linux program that it runs (WSL issue 4607).
 */
import type { CodePages } from './code-pages.js';
import type { OutputEncoding } from './host.js';
import { findLine, shapeOfRest, wideText, type LineShape, type ShapeRules } from './line-shape.js';
import { decodeNarrow, decodeStrictUtf8, withoutCutCharacter } from './narrow-text.js';

export interface LineDecoder {
  push(bytes: Uint8Array): void;
  /** No more bytes will come; an unfinished last line is given out. */
  end(): void;
}

export interface LineDecoderOptions {
  /** What the program says that it writes; used first, and for what nothing else decides. */
  readonly declared: OutputEncoding;
  readonly codePages: CodePages;
  /** One line without its end. Of a line that was redrawn with lone carriage returns, the last text. */
  readonly onLine: (text: string) => void;
  /** The unfinished last line so far, after each push that changed it. */
  readonly onPartial?: (text: string) => void;
}

/** A line that grows beyond this many bytes is given out in pieces, so that a flood cannot fill the memory. */
export const longestLineBytes = 65_536;

/** Decodes one stream of one process. */
export function createLineDecoder(options: LineDecoderOptions): LineDecoder {
  let pending: Uint8Array = new Uint8Array();
  let rules = rulesFor(options.declared);
  let markIsRead = false;
  let lastPartial = '';

  /** False while more bytes are needed to tell whether there is a byte order mark. */
  const readMark = (isWhole: boolean) => {
    if (markIsRead) return true;
    const mark = findMark(pending, isWhole);
    if (mark === undefined) return false;
    if (mark !== 'none') {
      rules = { ...rulesFor(mark.says), allWide: mark.says === 'utf-16le' };
      pending = pending.subarray(mark.bytes.length);
    }
    markIsRead = true;
    return true;
  };

  const giveLine = (shape: LineShape) => {
    options.onLine(lastRedraw(textOf(pending, shape, rules, options.codePages)));
    pending = pending.subarray(shape.next);
    rules = { ...rules, expectsWide: shape.wideFrom < shape.end || shape.next - shape.end === 2 };
    lastPartial = '';
  };

  const takeLines = () => {
    for (;;) {
      const shape = findLine(pending, rules);
      if (shape !== undefined && shape.end <= longestLineBytes) giveLine(shape);
      // One unit more than the limit, so that the answer is the same when the line's end is already here.
      else if (pending.length > longestLineBytes + 2) giveLine(firstPiece(pending, rules));
      else return;
    }
  };

  const givePartial = () => {
    const text = lastRedraw(textSoFar(pending, rules, options.codePages));
    if (text === '' || text === lastPartial) return;
    lastPartial = text;
    options.onPartial?.(text);
  };

  return {
    push(bytes) {
      pending = Buffer.concat([pending, bytes]);
      if (!readMark(false)) return;
      takeLines();
      if (options.onPartial !== undefined) givePartial();
    },
    end() {
      readMark(true);
      takeLines();
      if (pending.length > 0) giveLine(shapeOfRest(pending, rules));
    },
  };
}

function rulesFor(declared: OutputEncoding): ShapeRules {
  return { declared, allWide: false, expectsWide: declared === 'utf-16le' };
}

/** The byte order mark at the start; undefined while more bytes are needed to tell. */
function findMark(bytes: Uint8Array, isWhole: boolean): Mark | 'none' | undefined {
  for (const mark of marks) {
    const begun = mark.bytes.slice(0, bytes.length).every((byte, index) => byte === bytes[index]);
    if (begun && bytes.length >= mark.bytes.length) return mark;
    if (begun && !isWhole) return undefined;
  }
  return 'none';
}

interface Mark {
  readonly bytes: readonly number[];
  readonly says: 'utf-16le' | 'utf-8';
}

const marks: readonly Mark[] = [
  { bytes: [0xff, 0xfe], says: 'utf-16le' },
  { bytes: [0xef, 0xbb, 0xbf], says: 'utf-8' },
];

/** The first piece of a line that is too long, cut between characters where that can be told. */
function firstPiece(bytes: Uint8Array, rules: ShapeRules): LineShape {
  const { wideFrom } = shapeOfRest(bytes.subarray(0, longestLineBytes), rules);
  if (wideFrom < longestLineBytes) {
    const end = longestLineBytes - ((longestLineBytes - wideFrom) % 2);
    return { wideFrom, end, next: end };
  }
  // No code page has a second byte as low as a blank.
  const blank = bytes.lastIndexOf(0x20, longestLineBytes - 1);
  const end = blank > longestLineBytes / 2 ? blank + 1 : longestLineBytes;
  return { wideFrom: end, end, next: end };
}

function textOf(
  bytes: Uint8Array,
  { wideFrom, end }: LineShape,
  rules: ShapeRules,
  codePages: CodePages,
): string {
  const narrow = wideFrom === 0 ? '' : decodeNarrow(bytes.subarray(0, wideFrom), rules.declared, codePages);
  return narrow + wideText(bytes.subarray(wideFrom, end));
}

/** A preview of an unfinished line: a character that is cut off is left out. */
function textSoFar(bytes: Uint8Array, rules: ShapeRules, codePages: CodePages): string {
  if (bytes.length === 0) return '';
  const shape = shapeOfRest(bytes, rules);
  if (shape.wideFrom < shape.end) return textOf(bytes, shape, rules, codePages);
  const narrow = bytes.subarray(0, shape.end);
  const whole = withoutCutCharacter(narrow);
  const isUtf8 = decodeStrictUtf8(whole) !== undefined;
  return decodeNarrow(isUtf8 ? whole : narrow, rules.declared, codePages).replace(/\ufffd$/, '');
}

/** What a terminal shows after carriage returns: the last text that was drawn. Line ends may be `\r\r\n` (old wsl.exe). */
function lastRedraw(text: string): string {
  const drawn = text.replace(/\r+$/, '');
  return drawn.slice(drawn.lastIndexOf('\r') + 1);
}
