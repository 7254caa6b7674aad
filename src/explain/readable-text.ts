import { sanitizeLine } from '../host/sanitize.js';
import { joinCutNames } from './join-cut-names.js';

/**
 * A pasted text as it stood on the screen it came from: one character a letter, lines that end once, no colours, no
 * mark-up, no quote marks, and no name cut in two by the edge of a window. Takes time linear in the length of the text.
 */
export function readableText(pasted: string): string {
  const lines = withoutNulls(pasted)
    .replace(/\r+\n?/g, '\n')
    .replaceAll('\t', ' ')
    .split('\n');
  const plain = lines.map((line) => sanitizeLine(oneCharacterALetter(line))).join('\n');
  return joinCutNames(withoutQuoteMarks(withoutMarkup(narrowed(plain))));
}

/** wsl.exe writes UTF-16: read as another encoding every second character is a NUL, which tools spell in their own ways. */
function withoutNulls(text: string): string {
  return text.replace(/\0|\^@|\\u0000|\\x00/g, '');
}

/** What viewers, mail and forums put in the place of a NUL. */
const standIns = [' ', '.', '\ufffd', '·'];
const shortestGarbled = 16;

/** Takes out the stand-in of a NUL where it is nearly every second character of a line: `0 x 8 0 0 4 1 0 0 2`. */
function oneCharacterALetter(line: string): string {
  if (line.length < shortestGarbled) return line;
  for (const first of [1, 0]) {
    const standIn = line[first];
    if (standIn === undefined || !standIns.includes(standIn)) continue;
    if (share(line, first, standIn) < 0.9 || share(line, 1 - first, standIn) > 0.5) continue;
    return [...everyCharacter(line)].filter((letter, at) => at % 2 !== first || letter !== standIn).join('');
  }
  return line;
}

/** How many of every second character, from `first` on, are `letter`; 0..1. */
function share(line: string, first: number, letter: string): number {
  let found = 0;
  for (let at = first; at < line.length; at += 2) if (line[at] === letter) found += 1;
  return found / Math.ceil((line.length - first) / 2);
}

function* everyCharacter(line: string): Generator<string> {
  for (let at = 0; at < line.length; at += 1) yield line.charAt(at);
}

/** Full-width letters of East Asian keyboards become ASCII; what has no width goes. */
function narrowed(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u00ad\u200b-\u200d\u2060]/g, '');
}

/** Entities, the tags of web pages and forums, and the escapes of an address that was searched for. */
function withoutMarkup(text: string): string {
  const decoded = text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(lt|gt|amp|quot|apos|nbsp));/gi, entity);
  const bare = decoded.replace(inlineTag, '').replace(blockTag, '\n');
  return /%2f/i.test(bare) ? bare.replace(/(?<!%)%(2[\da-f]|[3-6][\da-f]|7[\da-e])/gi, character) : bare;
}

const inlineTag = /<\/?(?:wbr|b|i|em|strong|code|pre|span|a|font|kbd|tt)(?:\s[^<>\n]{0,200})?\/?>/gi;
const blockTag =
  /<\/?(?:br|p|div|li|ul|ol|tr|td|th|table|details|summary|blockquote|h[1-6])(?:\s[^<>\n]{0,200})?\/?>/gi;
const entityNames: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function entity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return entityNames[name.toLowerCase()] ?? whole;
  const value = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  // Never a control character, which would undo the cleaning above.
  return value >= 0x20 && value < 0x7f ? String.fromCharCode(value) : ' ';
}

function character(_whole: string, hexadecimal: string): string {
  return String.fromCharCode(Number.parseInt(hexadecimal, 16));
}

/** `> > ` of mail and Markdown. */
function withoutQuoteMarks(text: string): string {
  return text.replace(/^[^\S\n]{0,3}(?:>[^\S\n]?){1,8}/gm, '');
}
