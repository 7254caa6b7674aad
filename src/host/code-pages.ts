import iconv from 'iconv-lite';

/** The machine's two code pages, as numbers: what console programs write, and what the others do. */
export interface CodePages {
  readonly oem: number;
  readonly ansi: number;
}

/** Text of bytes in a code page; unknown pages are read as Windows-1252, so that ASCII survives. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encodingName(codePage));
}

/** Bytes of text in a code page; what the page does not hold becomes `?`. */
export function encodeCodePage(text: string, codePage: number): Uint8Array {
  return iconv.encode(text, encodingName(codePage));
}

/** Whether the page can hold every character of the text. */
export function codePageHolds(text: string, codePage: number): boolean {
  return decodeCodePage(encodeCodePage(text, codePage), codePage) === text;
}

/** Chinese, Japanese and Korean pages: one or two bytes a character, the second one never below 0x30. */
export function isDoubleByte(codePage: number): boolean {
  return [932, 936, 949, 950, 1361, 54936].includes(codePage);
}

/**
 * Whether all characters are ones that people write often, by the levels of the East Asian standards. Two ASCII letters
 * read as one UTF-16 unit give some ideograph, mostly a rare one; this tells such accidents from text.
 */
export function isCommonEastAsian(text: string): boolean {
  return commonLeadBytes.some((standard) =>
    Array.from(text).every((character) => isCommonIn(character, standard)),
  );
}

type Standard = readonly [codePage: number, firstLead: number, lastLead: number, firstTrail: number];

/** Level 1 of GB 2312, Big5 and JIS X 0208. GBK has rare characters below the same lead bytes, with a low second byte. */
const commonLeadBytes: readonly Standard[] = [
  [936, 0xb0, 0xd7, 0xa1],
  [950, 0xa4, 0xc6, 0x40],
  [932, 0x88, 0x97, 0x40],
];

function isCommonIn(character: string, [codePage, firstLead, lastLead, firstTrail]: Standard): boolean {
  if (/[\u3000-\u30ff\uac00-\ud7a3\uff00-\uffef]/.test(character)) return true;
  const [lead, trail] = encodeCodePage(character, codePage);
  if (lead === undefined || trail === undefined) return false;
  return lead >= firstLead && lead <= lastLead && trail >= firstTrail;
}

function encodingName(codePage: number): string {
  if (codePage === 65001) return 'utf-8';
  const name = `cp${codePage}`;
  return iconv.encodingExists(name) ? name : 'cp1252';
}
