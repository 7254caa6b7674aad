/** What wsl.exe printed when it started, by structure alone: sentences are localised and change (wsl.md 2.6, 2.7). */
import { normaliseCode, stageOf } from '../causes/error-codes.js';
import type { Stage } from '../domain/reasons.js';
import type { NetworkingMode } from '../domain/facts.js';
import { sanitizeLine } from '../host/sanitize.js';

export interface StartOutput {
  readonly codePath: string | null;
  /** `0x` and eight lower-case digits. */
  readonly hresult: string | null;
  readonly stage: Stage;
  readonly failedMode: NetworkingMode | null;
  readonly fallbackMode: NetworkingMode | null;
  /** Cleaned lines, empty ones left out. */
  readonly printed: readonly string[];
}

/** `text` is standard output and error together: errors go to the one, warnings to the other. Never throws. */
export function parseStartOutput(text: string): StartOutput {
  const printed = text
    .split(/\r*\n|\r/)
    .map((line) => sanitizeLine(line).trim())
    .filter((line) => line !== '');
  const codePath = findPath(printed);
  const segments = codePath?.split('/') ?? [];
  const token = segments.at(-1) ?? looseCode(printed);
  const hresult = token === undefined ? null : (normaliseCode(token)?.hresult ?? null);
  const [failed, fallback] = findModes(printed);
  return {
    codePath,
    hresult,
    stage: stageOf(segments.slice(0, -1), hresult),
    failedMode: failed ?? null,
    fallbackMode: fallback ?? null,
    printed,
  };
}

const path =
  /(?<![A-Za-z0-9/])(?:[A-Z][A-Za-z0-9]*\/|\?\(\d+\)\/)+(?:0x[0-9a-f]{1,8}|-?\d{6,10}|[A-Z][A-Z0-9_]+)(?![A-Za-z0-9_/])/g;

/** The one about the network where there are several. */
function findPath(lines: readonly string[]): string | null {
  const paths = lines.flatMap((line) => line.match(path) ?? []);
  return paths.find((each) => each.includes('ConfigureNetworking')) ?? paths[0] ?? null;
}

/** In-box WSL prints a code without a path (`Error: 0x80041002`). */
function looseCode(lines: readonly string[]): string | undefined {
  return lines.flatMap((line) => line.match(/\b0x[89a-f][0-9a-f]{7}\b/gi) ?? [])[0];
}

/** First the mode that failed, then what WSL fell back to (checked on all 22 languages of WSL, wsl.md 2.6). */
function findModes(lines: readonly string[]): readonly NetworkingMode[] {
  const line = lines.findLast((each) => failedFirst.test(each));
  const modes = line === undefined ? [] : modesIn(line);
  // The oldest message names the mode that failed, and then the setting `networkingMode=None` as advice.
  const advised = /networkingMode\s*=\s*None/i.test(line ?? '');
  // 2.3.24 falls back to no networking without naming the mode (microsoft/WSL#11980).
  return advised ? modes.slice(0, 1) : modes.slice(0, 2);
}

/**
 * `networkingMode` stands right before the mode that failed, in every language. Where another mode word comes first, WSL
 * only says that settings do not go together (MessageConsommeRequiresVirtio).
 */
const failedFirst =
  /^(?:(?!(?<![A-Za-z])(?:None|Nat|Bridged|Mirrored|VirtioProxy|Consomme)(?![A-Za-z])).)*networkingMode[^\p{L}]{0,3}(?:None|Nat|Bridged|Mirrored|VirtioProxy|Consomme)(?![A-Za-z])/iu;

function modesIn(line: string): readonly NetworkingMode[] {
  const words = line.match(/(?<![A-Za-z])(?:None|Nat|Bridged|Mirrored|VirtioProxy|Consomme)(?![A-Za-z])/gi);
  return (words ?? []).flatMap((word) => modeNamed(word) ?? []);
}

const modes: Readonly<Record<string, NetworkingMode>> = {
  none: 'None',
  nat: 'Nat',
  bridged: 'Bridged',
  mirrored: 'Mirrored',
  virtioproxy: 'VirtioProxy',
  // The name of the same mode from WSL 2.9.0 on.
  consomme: 'VirtioProxy',
};

/** A mode by its word in any case and either spelling; undefined where it is none. */
export const modeNamed = (word: string): NetworkingMode | undefined => modes[word.toLowerCase()];

/** The word that `wslinfo --networking-mode` prints, or null where it printed something else. */
export function parseWslinfo(stdout: string): string | null {
  const word = stdout.trim().toLowerCase();
  return /^(nat|mirrored|virtioproxy|consomme|none|bridged|wsl1)$/.test(word) ? word : null;
}
