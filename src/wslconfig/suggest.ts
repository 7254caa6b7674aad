import type { ValueType } from './keys.js';
import { nearestWord } from './nearest.js';
import { networkingModeWords, warningsFor } from './values.js';

/** The value that was probably meant by one that WSL refuses, in a form that it takes; undefined where that is a guess too far. */
export function suggestValue(type: ValueType, written: string): string | undefined {
  // Nothing of that length was meant as one of these values, and searching it takes long.
  if (written.length > 500) return undefined;
  const plain = plainText(written);
  const candidate = warningsFor(type, plain).length === 0 ? plain : reworded(type, plain);
  return candidate !== undefined && candidate !== '' && warningsFor(type, candidate).length === 0
    ? candidate
    : undefined;
}

/**
 * What stands behind a sign that was meant as `=`, as WSL takes it: the value alone, where a sentence goes on behind it or
 * JSON ends it with a comma. A comment stays.
 */
export function meantAsValue(type: ValueType, written: string): string {
  const value = written.slice(0, commentIn(written)).trimEnd();
  const rest = written.slice(value.length);
  if (type === 'text' || type === 'path') return value.replace(/^("[^"]*"),$/, '$1') + rest;
  if (warningsFor(type, value).length === 0) return written;
  const first = /^["']?([^\s"',;]+)/.exec(value)?.[1] ?? '';
  const firstAlone = warningsFor(type, first).length === 0 ? first : undefined;
  return (suggestValue(type, value) ?? firstAlone ?? value) + rest;
}

/** Where a comment begins: at the first # outside quotes, else at the end. */
function commentIn(text: string): number {
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') quoted = !quoted;
    if (text[at] === '#' && !quoted) return at;
  }
  return text.length;
}

/** Without the quotes, invisible characters and doubled signs that pasting brings along. */
function plainText(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g, '')
    .replace(/^[\s='"\u2018-\u201F]+|[\s'"\u2018-\u201F,;:\u3001\u3002]+$/g, '')
    .replace(/<[^>]*>$/, '');
}

function reworded(type: ValueType, plain: string): string | undefined {
  switch (type) {
    case 'bool':
      if (/^(?:yes|on|y|t|enabled?)$/i.test(plain)) return 'true';
      return /^(?:no|off|n|f|disabled?)$/i.test(plain) ? 'false' : nearestWord(plain, ['true', 'false']);
    case 'size':
      return suggestSize(plain);
    case 'int':
      return /^(\d+) ?(?:ms|milliseconds)$/i.exec(plain)?.[1];
    case 'networkingMode':
      return suggestMode(plain.replace(/[^a-z]/gi, ''));
    case 'reclaim':
      return nearestWord(plain.replace(/[^a-z]/gi, ''), ['disabled', 'gradual', 'dropCache']);
    default:
      return undefined;
  }
}

/** Modes by the words that other programs have for them. */
const otherModeWords: ReadonlyMap<string, string> = new Map([
  ['off', 'none'],
  ['no', 'none'],
  ['disabled', 'none'],
  ['default', 'nat'],
  ['virtio', 'virtioproxy'],
  ['virtionet', 'virtioproxy'],
  ['mirroring', 'mirrored'],
]);

function suggestMode(word: string): string | undefined {
  return otherModeWords.get(word.toLowerCase()) ?? nearestWord(word, networkingModeWords);
}

/** `8gb`, `4 GB`, `4GiB` and `1.5TB` in WSL's words: digits, then B, KB, MB, GB or TB in capitals. */
function suggestSize(plain: string): string | undefined {
  const match = /^(\d+(?:\.\d+)?) *(?:([kmgt])(?:i?b)?|b|bytes)?$/i.exec(plain);
  if (match === null) return undefined;
  const units = ['', 'K', 'M', 'G', 'T'];
  let number = Number(match[1]);
  let unit = units.indexOf((match[2] ?? '').toUpperCase());
  while (!Number.isInteger(number) && unit > 0) {
    number *= 1024;
    unit--;
  }
  return Number.isSafeInteger(number) ? `${number}${units[unit] ?? ''}B` : undefined;
}
