/**
 * A `.wslconfig` as the C runtime hands it to WSL, which opens the file with `rt,ccs=UTF-8`: UTF-16 code units, CRLF already
 * turned into LF, ended by Ctrl-Z, each unit with the byte it came from so that an edit can go back to the bytes.
 */

export type WslconfigEncoding = 'utf-8' | 'utf-16le';

export interface Source {
  readonly bytes: Uint8Array;
  readonly encoding: WslconfigEncoding;
  /** Bytes taken by the byte order mark: 0, 2 or 3. */
  readonly markLength: number;
  readonly units: Uint16Array;
  /** `offsets[i]` is the first byte of unit i; one more entry holds `readEnd`. */
  readonly offsets: Uint32Array;
  /** Where reading stops, in bytes: the end of the file, or its first Ctrl-Z. */
  readonly readEnd: number;
}

const ctrlZ = 0x1a;
const carriageReturn = 0x0d;
const lineFeed = 0x0a;
const replacement = 0xfffd;

/** Opens the bytes, or returns undefined where the C runtime refuses them: a UTF-16BE mark. */
export function openSource(bytes: Uint8Array): Source | undefined {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return collect(bytes, 'utf-16le', 2, utf16Characters);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return collect(bytes, 'utf-8', marked ? 3 : 0, utf8Characters);
}

/** The units in `from..to` as text. */
export function textOf(source: Source, from: number, to: number): string {
  const pieces: string[] = [];
  for (let at = from; at < to; at += 4096) {
    pieces.push(String.fromCharCode(...source.units.subarray(at, Math.min(to, at + 4096))));
  }
  return pieces.join('');
}

/** The byte at which a unit starts; past the last unit, where reading stops. */
export function byteOf(source: Source, unit: number): number {
  return source.offsets[unit] ?? source.readEnd;
}

/** The line around a unit, as units without the line end; a lone CR divides lines here, as it does in an editor. */
export function lineAround(source: Source, unit: number): { readonly from: number; readonly to: number } {
  let from = unit;
  while (from > 0 && !isLineEnd(source.units[from - 1])) from--;
  let to = unit;
  while (to < source.units.length && !isLineEnd(source.units[to])) to++;
  return { from, to };
}

/** U+FFFF is one too: C's wide characters take it for the end of the file. */
function isLineEnd(unit: number | undefined): boolean {
  return unit === lineFeed || unit === carriageReturn || unit === 0xffff;
}

/** The line end that the file uses most; CRLF, as Windows writes, where it has none. */
export function lineEndOf(source: Source): '\r\n' | '\n' | '\r' {
  const counts = { crlf: 0, lf: 0, cr: 0 };
  const width = source.encoding === 'utf-8' ? 1 : 2;
  for (let unit = 0; unit < source.units.length; unit++) {
    if (source.units[unit] === carriageReturn) counts.cr++;
    if (source.units[unit] !== lineFeed) continue;
    if (byteOf(source, unit + 1) - byteOf(source, unit) > width) counts.crlf++;
    else counts.lf++;
  }
  // CR as a line end is understood in part only, so it is used where there is nothing else.
  if (counts.lf > counts.crlf) return '\n';
  return counts.crlf === 0 && counts.cr > 0 ? '\r' : '\r\n';
}

/** Text as bytes of this encoding, without a mark. */
export function encodeText(text: string, encoding: WslconfigEncoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  return Uint8Array.from({ length: text.length * 2 }, (_, index) => {
    const unit = text.charCodeAt(index >> 1);
    return index % 2 === 0 ? unit & 0xff : unit >> 8;
  });
}

/** One character: a code point, and the byte behind it. */
type Characters = (bytes: Uint8Array, from: number) => { readonly point: number; readonly next: number };

function collect(
  bytes: Uint8Array,
  encoding: WslconfigEncoding,
  markLength: number,
  read: Characters,
): Source {
  const units = new Uint16Array(bytes.length);
  const offsets = new Uint32Array(bytes.length + 1);
  const lastStart = encoding === 'utf-8' ? bytes.length : bytes.length - 1;
  let count = 0;
  let at = markLength;
  while (at < lastStart) {
    const { point, next } = read(bytes, at);
    if (point === ctrlZ) break;
    const crlf = point === carriageReturn && next < lastStart && read(bytes, next).point === lineFeed;
    const text = crlf ? '\n' : String.fromCodePoint(point);
    for (let half = 0; half < text.length; half++) {
      units[count] = text.charCodeAt(half);
      offsets[count++] = at;
    }
    at = crlf ? read(bytes, next).next : next;
  }
  offsets[count] = at;
  return {
    bytes,
    encoding,
    markLength,
    units: units.subarray(0, count),
    offsets: offsets.subarray(0, count + 1),
    readEnd: at,
  };
}

/** UTF-16 units are taken as they are, lone surrogates too; a last odd byte is not read. */
function utf16Characters(bytes: Uint8Array, from: number): { point: number; next: number } {
  return { point: (bytes[from] ?? 0) | ((bytes[from + 1] ?? 0) << 8), next: from + 2 };
}

/** UTF-8 with U+FFFD for each ill-formed part, as Windows decodes it. */
function utf8Characters(bytes: Uint8Array, from: number): { point: number; next: number } {
  const lead = bytes[from] ?? 0;
  if (lead < 0x80) return { point: lead, next: from + 1 };
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 1;
  if (length === 1) return { point: replacement, next: from + 1 };
  let point = lead & (0x7f >> length);
  for (let index = 1; index < length; index++) {
    const byte = bytes[from + index] ?? 0;
    const [least, most] = index === 1 ? secondByteRange(lead) : [0x80, 0xbf];
    if (byte < least || byte > most) return { point: replacement, next: from + index };
    point = (point << 6) | (byte & 0x3f);
  }
  return { point, next: from + length };
}

/** Overlong forms, surrogates and points above U+10FFFF are already wrong at the second byte. */
function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}
