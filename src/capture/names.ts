/** Names of the person, the machine and its domain, found in every spelling that a payload may give them. */
import { isCommonWord, isPartOfCommonWord } from './common-words.js';
import { createPseudonyms } from './pseudonyms.js';

export type NameKind = 'user' | 'machine' | 'domain' | 'organisation' | 'proxy' | 'secret';

export interface NameMasker {
  /** From now on the name is masked; blanks and empty names are none. */
  learn(kind: NameKind, name: string): void;
  /** The pseudonym, for a place where a name must stand, whatever it is. */
  inPlace(kind: NameKind, name: string): string;
  /** Masks names wherever their kind allows it. */
  mask(text: string): string;
  /** Names known so far, longest first. */
  known(): readonly string[];
}

/**
 * Where a name is replaced:
 * - `anywhere`: also inside of words (`ZELDAPC`), where it is long and no part of a common word
 * - `word`: between what is no letter and no digit
 * - `whole`: too short, or a common word; only where a text is nothing else, or where a name must stand
 */
type Reach = 'anywhere' | 'word' | 'whole';

export function createNameMasker(): NameMasker {
  const kinds = new Map<string, { readonly kind: NameKind; readonly name: string }>();
  const pseudonyms = createPseudonyms(() => [...kinds.keys()].filter((name) => reachOf(name) !== 'whole'));
  let patterns: Patterns | null = null;

  const learn = (kind: NameKind, given: string) => {
    const name = given.trim().normalize('NFC');
    if (name === '' || name.length > 255 || kinds.has(name.toLowerCase()) || pseudonyms.isIssued(name))
      return;
    kinds.set(name.toLowerCase(), { kind, name });
    patterns = null;
    // A full name is often given in part: the folder `zelda` of "Zelda Fitz".
    if (kind !== 'user') return;
    const parts = name.split(/[\s._-]+/);
    // And in one word: `AzureAD\\ZeldaFitz`.
    for (const part of [...parts, parts.join('')])
      if (part !== name && part.length >= 4 && !isCommonWord(part)) learn(kind, part);
  };

  const inPlace = (kind: NameKind, name: string): string => {
    if (pseudonyms.isIssued(name)) return name;
    const known = kinds.get(name.toLowerCase());
    return pseudonyms.of(name, (number) => makeName(known?.kind ?? kind, name, number));
  };

  return {
    learn,
    inPlace,
    known: () => [...kinds.values()].map(({ name }) => name).sort((a, b) => b.length - a.length),
    mask(text) {
      patterns ??= compile([...kinds.values()].map(({ name }) => name));
      const { whole, spelled, anywhere } = patterns;
      const alone = text.trim();
      const found = whole.get(alone.toLowerCase());
      if (found !== undefined) return text.replace(alone, () => inPlace('user', found));
      if (anywhere === null) return text;
      return text.replace(anywhere, (match) => inPlace('user', spelled.get(match.toLowerCase()) ?? match));
    },
  };
}

interface Patterns {
  /** Names that are masked where they stand alone. */
  readonly whole: ReadonlyMap<string, string>;
  /** From every spelling to the name. */
  readonly spelled: ReadonlyMap<string, string>;
  readonly anywhere: RegExp | null;
}

function compile(names: readonly string[]): Patterns {
  const spelled = new Map<string, string>();
  const sources: { readonly text: string; readonly source: string }[] = [];
  for (const name of names) {
    const reach = reachOf(name);
    if (reach === 'whole') continue;
    for (const text of spellings(name)) {
      spelled.set(text.toLowerCase(), name);
      const source = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
      const isWord = reach === 'word';
      sources.push({ text, source: isWord ? `(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])` : source });
    }
  }
  sources.sort((a, b) => b.text.length - a.text.length);
  const whole = names
    .filter((name) => !isCommonWord(name))
    .map((name) => [name.toLowerCase(), name] as const);
  return {
    whole: new Map(whole),
    spelled,
    anywhere: sources.length === 0 ? null : new RegExp(sources.map(({ source }) => source).join('|'), 'giu'),
  };
}

export function reachOf(name: string): Reach {
  const isDense = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(name);
  const { length } = name;
  if (isCommonWord(name) || /^[\d\s.]*$/.test(name) || length < (isDense ? 2 : 3)) return 'whole';
  return length >= (isDense ? 2 : 5) && !isPartOfCommonWord(name) ? 'anywhere' : 'word';
}

/** As it is, composed and decomposed, in both cases (not the same as any case: the capital of ß is SS), and escaped. */
function spellings(name: string): ReadonlySet<string> {
  const cases = [name, name.toUpperCase(), name.toLowerCase()];
  const all = [...cases, name.normalize('NFD'), ...cases.flatMap(escapes), ...shortNames(name)];
  return new Set(all.filter((text) => text !== ''));
}

/** For URLs, XML and JSON. */
function escapes(name: string): readonly string[] {
  const code = (text: string, each: (unit: string) => string) => text.replace(/[^\x20-\x7e]/gu, each);
  const hex = (unit: string) => unit.charCodeAt(0).toString(16);
  const units = (text: string, each: (unit: string) => string) => text.replace(/[^\x20-\x7e]/g, each);
  return [
    encodeURI(name.toWellFormed()),
    encodeURIComponent(name.toWellFormed()),
    name.replaceAll(' ', '+'),
    name.replace(/[<>&'"]/g, (character) => `&#x${hex(character)};`),
    name.replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`),
    name.replaceAll('&', '&amp;').replaceAll("'", '&apos;').replaceAll('"', '&quot;'),
    units(name, (unit) => `\\u${hex(unit).padStart(4, '0')}`),
    code(name, (unit) => `&#x${(unit.codePointAt(0) ?? 0).toString(16)};`),
    code(name, (unit) => `&#${unit.codePointAt(0) ?? 0};`),
  ];
}

/** As Windows shortens the name of a folder (`ZELDAF~1`). */
function shortNames(name: string): readonly string[] {
  const plain = name.replace(/[\s.]/g, '');
  if (!/^[\w-]{4,}$/.test(plain) || (plain === name && name.length <= 8)) return [];
  return [1, 2, 3, 4].map((number) => `${plain.slice(0, 6)}~${number}`);
}

/** ASCII, so that every code page holds it. */
function makeName(kind: NameKind, name: string, number: number): string {
  switch (kind) {
    case 'user':
      return `user-${number}`;
    case 'machine':
      return `PC-${number}`;
    case 'domain':
      return name.includes('.') ? `domain-${number}.example` : `DOMAIN-${number}`;
    case 'organisation':
      return `organisation-${number}`;
    case 'proxy':
      return `proxy-${number}.example`;
    case 'secret':
      return number === 1 ? 'secret' : `secret-${number}`;
  }
}
