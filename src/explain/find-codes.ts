import {
  answersRequest,
  anyFailure,
  type ErrorCode,
  knownContexts,
  normaliseCode,
  stageOf,
} from '../causes/error-codes.js';
import { hasReading } from '../causes/code-pointers.js';
import type { FoundCode } from './explanation.js';
import { findModes } from './find-modes.js';

/**
 * Every error code in a text of any language, the most telling first. Exit codes of wsl.exe (a bare 4294967295) are left
 * out. Structure only: where a code stands and how it is spelled, never the words around it (wsl.md 2.6, 2.7).
 * Takes time linear in the length of the text.
 */
export function findCodes(text: string): readonly FoundCode[] {
  const found = [...hexadecimals(text), ...decimals(text), ...symbols(text)].sort((a, b) => a.at - b.at);
  const modeFailed = findModes(text).failed !== null;
  const codes = found.map(({ at, code }) =>
    code.path.length === 0 && (modeFailed || isNearSwitch(text, at)) ? ofNetwork(code) : code,
  );
  return mostTellingFirst(withoutRepeats(codes));
}

/** Whether the text holds the exit code that wsl.exe gives for any failure. */
export function hasExitCode(text: string): boolean {
  return /(?<!\d)4294967295(?!\d)/.test(text) || /(?<![0-9a-z])0xffffffff(?![0-9a-z])/i.test(text);
}

interface Candidate {
  readonly at: number;
  readonly code: FoundCode;
}

/** `×` and the Cyrillic `х` stand for the x in codes that went through a blog or another keyboard; `O` for the zero. */
const hexadecimal = /(?:(?<![0-9A-Za-z])|(?<=\\[nrt]))[0Oo][xX×хХ]([0-9a-fA-F]+)/g;
/** Eight digits without `0x`, as people type them into a search box. */
const bareHexadecimal = /(?<![0-9A-Za-z{-])[89c-eC-E][0-9a-fA-F]{7}(?![0-9A-Za-z_-])/g;

function* hexadecimals(text: string): Generator<Candidate> {
  for (const match of text.matchAll(hexadecimal)) {
    const path = pathBefore(text, match.index);
    const whole = match[1] ?? '';
    // Where a line end was lost the next word sticks to the code: `…/HNS/0x80041002Error`. Only a path makes that sure.
    const digits = isPath(path) ? whole.slice(0, 8) : whole;
    const found = match[0].slice(0, match[0].length - whole.length + digits.length);
    const sticks = /^(?:[0-9A-Za-z]|_[0-9A-Za-z])/.test(
      text.slice(match.index + found.length, match.index + found.length + 2),
    );
    const code = digits.length > 16 || (sticks && !isPath(path)) ? null : normaliseCode(`0x${digits}`);
    if (code === null) continue;
    if (isPath(path)) yield candidate(match.index, found, code, path);
    else if (isError(text, match.index, found.length, code)) yield candidate(match.index, found, code, []);
    else if (digits.length <= 4 && /\bWin32\b/.test(lineBefore(text, match.index))) {
      // Docker's hcsshim: `… failed in Win32: … (0x6d9)`.
      const win32 = normaliseCode(`0x8007${digits.padStart(4, '0')}`);
      if (win32 !== null) yield candidate(match.index, found, win32, []);
    }
  }
  for (const match of text.matchAll(bareHexadecimal)) {
    const code = normaliseCode(`0x${match[0]}`);
    if (typeof code?.symbol === 'string' && /[^0-9]|^800/.test(match[0])) {
      yield candidate(match.index, match[0], code, []);
    }
  }
}

/** Signed as in event traces (`ErrorID: -2147217406`), unsigned as in JSON of HNS (`"ErrorCode":2147943643`). */
function* decimals(text: string): Generator<Candidate> {
  for (const match of text.matchAll(/(?<![0-9A-Za-z_.,])[-−]?[1-4]\d{9}(?![0-9A-Za-z_]|[.,]\d)/g)) {
    const code = normaliseCode(match[0].replace('−', '-'));
    if (code === null) continue;
    const path = pathBefore(text, match.index);
    // A bare 4294967295 is the exit code of any failure; big decimals that are no code abound (sizes, ids, times).
    if (code.hresult === anyFailure ? !isPath(path) : !isFailure(code) || !isPlausibleDecimal(code)) continue;
    yield candidate(match.index, match[0], code, isPath(path) ? path : []);
  }
}

function* symbols(text: string): Generator<Candidate> {
  for (const match of text.matchAll(/[A-Za-z0-9_]+/g)) {
    const word = match[0];
    if (word.length > 64 || !/^[A-Za-z]/.test(word)) continue;
    const known = word.includes('_') || /^WSAE[A-Z]+$/.test(word) ? normaliseCode(word) : null;
    if (known !== null) {
      const path = pathBefore(text, match.index);
      yield candidate(match.index, word, known, isPath(path) ? path : []);
    } else if (/^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(word)) {
      const path = pathBefore(text, match.index);
      if (isPath(path)) yield candidate(match.index, word, { hresult: null, symbol: word }, path);
    }
  }
}

function candidate(at: number, text: string, code: ErrorCode, path: readonly string[]): Candidate {
  return { at, code: { text, ...code, path, stage: stageOf(path, code.hresult) } };
}

/**
 * The contexts before a code, outermost first: `Wsl/Service/`, with plain or JSON-escaped slashes, in lower case as in a
 * search, or with blanks and line ends around the slashes as a translation or a narrow window leaves them.
 */
function pathBefore(text: string, codeStart: number): readonly string[] {
  const path: string[] = [];
  let end = codeStart;
  // No path of WSL has more than some ten contexts; the bounds keep a hostile text linear.
  while (path.length < 24) {
    const match = /(?:([A-Za-z][A-Za-z0-9]*)|\?\(\d+\))\s{0,4}\\?[/／]\s{0,4}$/.exec(
      text.slice(Math.max(0, end - 48), end),
    );
    if (match === null) break;
    const context = contextOf(match[1] ?? match[0].replace(/\W+$/, ')'));
    if (context === null) break;
    path.unshift(context);
    end -= match[0].length;
  }
  return path;
}

/** WSL's own spelling; a context that is new to this program begins with a capital like all of them. */
function contextOf(word: string): string | null {
  return canonicalContexts.get(word.toLowerCase()) ?? (/^[A-Z?]/.test(word) ? word : null);
}

const canonicalContexts = new Map([...knownContexts].map((context) => [context.toLowerCase(), context]));

/**
 * Whether a code without a path stands in an event or message of the Host Network Service or the virtual switch: names of
 * providers, functions and cmdlets, the same in all languages.
 */
function isNearSwitch(text: string, at: number): boolean {
  const near =
    text.slice(Math.max(0, at - 400), at) + (/^[^\r\n]*/.exec(text.slice(at, at + 120))?.[0] ?? '');
  return /\bHNS\b|Host-Network-Service|Hyper-V-VmSwitch|vmswitch|\bNetMgmt\b|\bHcn[A-Z]|hnsCall|HnsNetwork|HnsRpc/i.test(
    near,
  );
}

/** The virtual machine's own codes (0x8037…) stay what they are. */
function ofNetwork(code: FoundCode): FoundCode {
  return code.stage === 'vm' || code.stage === 'install' ? code : { ...code, stage: 'network' };
}

function isPath(path: readonly string[]): boolean {
  return path.some((context) => knownContexts.has(context));
}

/** The severity bit of HRESULT and NTSTATUS, without the addresses that fill bug reports. */
function isFailure({ hresult, symbol }: ErrorCode): boolean {
  if (hresult === null || symbol !== null) return true;
  return (
    /^0x(?:80|8[1-9a-f]|c0|d0|e0)/.test(hresult) && !/^0x[0-9a-f](?:0{7}|([0-9a-f])\1{6})$/.test(hresult)
  );
}

function isPlausibleDecimal({ hresult, symbol }: ErrorCode): boolean {
  return symbol !== null || (hresult !== null && /^0x80(?:00|01|04|07|08|09|0b|0f|37|3b)/.test(hresult));
}

/**
 * Whether a hexadecimal number without a path is an error code. 0xffffffff is one only where a program gives it as its
 * result (`WslRegisterDistribution … 0xffffffff`, `Error: 0xffffffff`); behind 4294967295 or in a sentence about an
 * exit it is the exit code.
 */
function isError(text: string, at: number, length: number, code: ErrorCode): boolean {
  const before = lineBefore(text, at);
  const after = text.slice(at + length, at + length + 24);
  // `0xe0100000-0xe01fffff`: ranges of memory, in kernel logs.
  if (before.endsWith('-') || after.startsWith('-')) return false;
  if (code.hresult !== anyFailure) return isFailure(code);
  if (/\d{10}|exit|[([]\s*$/i.test(before) || /^\s*[([]?-?\d{1,10}[)\]]|^\s*\]/.test(after)) return false;
  return /Wsl[A-Z][A-Za-z]+\b/.test(before) || /[:：]\s*$/.test(before);
}

function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - 160), at);
  return near.slice(near.lastIndexOf('\n') + 1);
}

/** One entry for each way a code was reached; a bare repeat of a code that also has a path says nothing new. */
function withoutRepeats(codes: readonly FoundCode[]): readonly FoundCode[] {
  const nameOf = (code: FoundCode) => code.hresult ?? code.symbol ?? code.text;
  const withPath = new Set(codes.filter(({ path }) => path.length > 0).map(nameOf));
  const seen = new Set<string>();
  return codes.filter((code) => {
    const key = `${nameOf(code)} ${code.path.join('/')}`;
    if (seen.has(key) || (code.path.length === 0 && withPath.has(nameOf(code)))) return false;
    seen.add(key);
    return true;
  });
}

function mostTellingFirst(codes: readonly FoundCode[]): readonly FoundCode[] {
  const isKnown = ({ symbol, hresult }: FoundCode) =>
    symbol !== null || (hresult !== null && hasReading(hresult));
  const rank = (code: FoundCode) => {
    // A machine without a distribution says so besides what failed: WSL#9338, #9217.
    if (answersRequest(code.hresult)) return 3;
    return code.path.length > 0 ? 0 : isKnown(code) ? 1 : 2;
  };
  return [...codes].sort((a, b) => rank(a) - rank(b));
}
