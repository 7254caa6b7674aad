import type { NetworkingMode } from '../domain/facts.js';
import type { FoundModes } from './explanation.js';

/**
 * Which networking mode failed and which one WSL fell back to: on a line with `networkingMode` the mode words stand in
 * that order in all of WSL's languages (wsl.md 2.6). A word after `=` is not one of them: the older sentence ends with
 * the advice to set `wsl2.networkingMode=None`. `Consomme` is the name of VirtioProxy since 2.9.0.
 */
export function findModes(text: string): FoundModes {
  // Docker quotes the whole output of wsl.exe with its line ends escaped.
  const lines = text.split(/[\r\n]+|\\r|\\n/);
  const found: Modes[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const sentence = wholeSentence(lines, at);
    const modes = modesOfLine(sentence.text);
    if (modes === null) continue;
    found.push(modes);
    at += sentence.lines - 1;
  }
  const first = found[0];
  if (first === undefined) return { failed: null, fallback: null };
  // A fallback that fails too is a second line: Nat → VirtioProxy, then VirtioProxy → None.
  return { failed: first.failed, fallback: found.at(-1)?.fallback ?? first.fallback };
}

interface Modes {
  readonly failed: NetworkingMode;
  readonly fallback: NetworkingMode | null;
}

interface Sentence {
  readonly text: string;
  /** How many lines of the text it takes. */
  readonly lines: number;
}

/** The line, with the one or two after it where the edge of a window cut it before its last mode word. */
function wholeSentence(lines: readonly string[], at: number): Sentence {
  const line = lines[at] ?? '';
  let whole: Sentence = { text: line, lines: 1 };
  if (!mentionsMode.test(line)) return whole;
  // Windows cut anywhere, mail and forums between words.
  let cut = line;
  let wrapped = line;
  for (const [index, next] of lines.slice(at + 1, at + 3).entries()) {
    if (modeWords(whole.text).length > 1 || sentenceEnd.test(cut) || startsAnew.test(next)) break;
    cut += next;
    wrapped += ` ${next}`;
    const text = modeWords(cut).length >= modeWords(wrapped).length ? cut : wrapped;
    if (modeWords(text).length > modeWords(whole.text).length) whole = { text, lines: index + 2 };
  }
  return whole;
}

const mentionsMode = /networkingmode/i;
/** WSL's sentence ends with a stop in all of its languages, the older one with the file's name. */
const sentenceEnd = /(?:[.。．｡]|\.wslconfig["'`”»]?)\s*$/i;
const startsAnew = /^\s*(?:wsl: |\[|$)|\/(?:0x|[A-Z_]+\s*$)/;

function modeWords(line: string): readonly string[] {
  return [...line.matchAll(modeWord)].flatMap((word) => (word[1] === undefined ? [word[2] ?? ''] : []));
}

/** The word after `=` is advice. */
const modeWord =
  /(=\s{0,8}["'`]?)?(?<![A-Za-z])(None|Nat|NAT|Bridged|Mirrored|VirtioProxy|Consomme)(?![A-Za-z])/g;

function modesOfLine(line: string): Modes | null {
  if (!mentionsMode.test(line)) return null;
  const words = modeWords(line);
  const [failed, fallback] = words.flatMap((word) => canonical[word] ?? []);
  if (failed === undefined) return null;
  if (fallback !== undefined && fallback !== failed) return { failed, fallback };
  // 2.3.24 names one mode and starts without network. It is a warning (`wsl: …`), which an aborted start never prints.
  const startWentOn = /^\s{0,8}wsl: /.test(line) && words.length === 1 && !advises.test(line);
  return { failed, fallback: startWentOn ? 'None' : null };
}

const advises = /=\s{0,8}["'`]?None/;

const canonical: Readonly<Record<string, NetworkingMode>> = {
  None: 'None',
  Nat: 'Nat',
  NAT: 'Nat',
  Bridged: 'Bridged',
  Mirrored: 'Mirrored',
  VirtioProxy: 'VirtioProxy',
  Consomme: 'VirtioProxy',
};
