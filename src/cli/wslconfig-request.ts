/** The words behind `wslconfig`. */
import type { NetworkingMode } from '../domain/facts.js';
import { nearestNames } from '../domain/nearest.js';
import { networkingModeWords, parseNetworkingMode } from '../wslconfig/values.js';

/** `file`: a path on the real disk, `-` for standard input; null for the file of the machine. */
export type WslconfigRequest = { readonly file: string | null } & (
  | { readonly action: 'check' | 'get' }
  | {
      readonly action: 'set';
      readonly mode: NetworkingMode;
      /** The mode as it was asked for, in lower case. */
      readonly word: string;
    }
);

type RequestProblem =
  | {
      readonly code: 'unknown-command' | 'unknown-mode';
      readonly written: string;
      readonly nearest: readonly string[];
    }
  | { readonly code: 'missing-argument'; readonly command: string; readonly argument: string }
  | { readonly code: 'too-many-arguments'; readonly command: string; readonly written: string }
  | {
      readonly code: 'bad-value';
      readonly option: string;
      readonly written: string;
      readonly allowed: string;
    };

const actions = ['check', 'get', 'set'] as const;

export function readWslconfigRequest(
  [word, setting, ...rest]: readonly string[],
  file: string | null,
  fail: (problem: RequestProblem) => never,
): WslconfigRequest {
  const action = actions.find((known) => known === word);
  if (word === undefined) {
    return fail({ code: 'missing-argument', command: 'wslconfig', argument: actions.join(' | ') });
  }
  if (action === undefined) {
    const nearest = nearestNames(word, actions).map((name) => `wslconfig ${name}`);
    return fail({ code: 'unknown-command', written: `wslconfig ${word}`, nearest });
  }
  const [extra] = action === 'set' ? rest : [setting];
  if (extra !== undefined) {
    return fail({ code: 'too-many-arguments', command: `wslconfig ${action}`, written: extra });
  }
  if (action !== 'set') return { action, file };
  if (file === '-') return fail({ code: 'bad-value', option: '--file', written: file, allowed: 'FILE' });
  return { action, file, ...readSetting(setting, fail) };
}

/** `wsl2.` may stand before it, since WSL's own messages call it so. */
function readSetting(
  setting: string | undefined,
  fail: (problem: RequestProblem) => never,
): { readonly mode: NetworkingMode; readonly word: string } {
  const wanted = 'networkingMode=MODE';
  if (setting === undefined) {
    return fail({ code: 'missing-argument', command: 'wslconfig set', argument: wanted });
  }
  const word = /^(?:wsl2\.)?networkingMode=(.*)$/is.exec(setting)?.[1]?.toLowerCase();
  if (word === undefined) {
    return fail({ code: 'bad-value', option: 'wslconfig set', written: setting, allowed: wanted });
  }
  const mode = parseNetworkingMode(word);
  if (mode !== undefined) return { mode, word };
  return fail({
    code: 'unknown-mode',
    written: word,
    nearest: nearestNames(word, networkingModeWords),
  });
}
