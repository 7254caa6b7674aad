import { codePageHolds, decodeCodePage, encodeCodePage, isDoubleByte, type CodePages } from './code-pages.js';
import type { OutputEncoding } from './host.js';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text of one line that is not UTF-16: strict UTF-8 where that reading is credible, else the declared code page. */
export function decodeNarrow(bytes: Uint8Array, declared: OutputEncoding, codePages: CodePages): string {
  const fallback = declared === 'ansi' ? codePages.ansi : codePages.oem;
  const text = decodeStrictUtf8(bytes);
  if (text === undefined) return decodeCodePage(bytes, fallback);
  const saysUnicode = declared === 'utf-8' || declared === 'utf-16le';
  return saysUnicode || isCredible(text, bytes, fallback, codePages) ? text : decodeCodePage(bytes, fallback);
}

/** The text, or undefined where the bytes are not UTF-8. */
export function decodeStrictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes without a last UTF-8 character that is cut off. */
export function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < needed ? bytes.subarray(0, bytes.length - back) : bytes;
    }
  }
  return bytes;
}

/**
 * Short texts in a code page can be valid UTF-8 by accident (`D2 BB` is one Chinese character in page 936 and a rare
 * Cyrillic letter in UTF-8). The machine's own characters decide: what neither of its pages holds was not meant.
 */
function isCredible(text: string, bytes: Uint8Array, declaredPage: number, codePages: CodePages): boolean {
  const foreign = text.replace(/[\0-\x7f]/g, '');
  if (foreign === '') return true;
  const read = encodeCodePage(decodeCodePage(bytes, declaredPage), declaredPage);
  if (Buffer.compare(read, bytes) !== 0) return true;
  if (isDoubleByte(declaredPage) && /[\u0080-\u07ff]/.test(foreign)) return false;
  return codePageHolds(foreign, codePages.oem) || codePageHolds(foreign, codePages.ansi);
}
