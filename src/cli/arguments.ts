/** The command line, read into one typed invocation or a usage error that names what was probably meant. */
import { parseArgs } from 'node:util';
import { nearestNames } from '../domain/nearest.js';
import { remedyIds, type RemedyId } from '../domain/ids.js';
import type { PaneTab } from '../ui/panes/log-model.js';
import { languages, type Language } from '../text/language.js';
import { readSetting, type Setting } from './settings-request.js';
import { readWslconfigRequest, type WslconfigRequest } from './wslconfig-request.js';

export const commandNames = [
  'diagnose',
  'fix',
  'resume',
  'undo',
  'sessions',
  'worlds',
  'world',
  'explain',
  'capture',
  'report',
  'wslconfig',
  'settings',
] as const;
export type CommandName = (typeof commandNames)[number];

export const paces = ['real', 'quick', 'instant'] as const;
export type Pace = (typeof paces)[number];

export interface GlobalOptions {
  readonly practice: boolean;
  readonly simulate: string | null;
  /** Path of a capture that is looked at instead of a machine. */
  readonly replay: string | null;
  /** Path of the file that is written. */
  readonly output: string | null;
  readonly worldState: string | null;
  readonly pace: Pace;
  readonly json: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** Seconds that a headless run may take; null for no limit. */
  readonly timeout: number | null;
  readonly language: Language | null;
  readonly color: boolean;
  readonly screenReader: boolean;
  /** The pane that the screen shows first; from the settings only. */
  readonly pane: PaneTab | null;
}

export type Invocation = { readonly options: GlobalOptions } & (
  | { readonly command: 'tui' | 'diagnose' | 'resume' | 'sessions' | 'world-restart' }
  | { readonly command: 'worlds' | 'help' | 'version' }
  | { readonly command: 'fix'; readonly remedy: RemedyId; readonly target: string | null }
  | { readonly command: 'undo'; readonly session: string | null }
  | { readonly command: 'explain'; readonly text: string }
  | { readonly command: 'capture'; readonly path: string }
  | { readonly command: 'report'; readonly path: string | null }
  | { readonly command: 'wslconfig'; readonly request: WslconfigRequest }
  /** Null: show them. */
  | { readonly command: 'settings'; readonly setting: Setting | null }
);

/** What was wrong with the command line; texts are in `text.cli.usage`. */
export type UsageProblem =
  | {
      readonly code:
        | 'unknown-command'
        | 'unknown-option'
        | 'unknown-remedy'
        | 'unknown-world'
        | 'unknown-session'
        | 'unknown-mode'
        | 'unknown-setting';
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
    }
  | { readonly code: 'option-without-world'; readonly option: string };

export class UsageError extends Error {
  constructor(
    readonly problem: UsageProblem,
    /** As far as it could be read: decides in which form and language the error is said. */
    readonly options: Pick<GlobalOptions, 'json' | 'language'>,
  ) {
    super(problem.code);
    this.name = 'UsageError';
  }
}

const optionTable = {
  practice: { type: 'boolean' },
  simulate: { type: 'string' },
  replay: { type: 'string' },
  output: { type: 'string', short: 'o' },
  file: { type: 'string' },
  'world-state': { type: 'string' },
  pace: { type: 'string' },
  json: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  'dry-run': { type: 'boolean' },
  timeout: { type: 'string' },
  lang: { type: 'string' },
  'no-color': { type: 'boolean' },
  'screen-reader': { type: 'boolean' },
  version: { type: 'boolean', short: 'v' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws {UsageError} */
export function readArguments(argv: readonly string[]): Invocation {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: optionTable,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const language = languages.find((known) => known === values.lang) ?? null;
  // A missing value swallows the option after it: the form that was asked for counts all the same.
  const form = { json: values.json === true || argv.includes('--json'), language };
  const fail = (problem: UsageProblem): never => {
    throw new UsageError(problem, form);
  };
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const known = Object.entries(optionTable).find(([name]) => name === token.name);
    if (known === undefined) {
      const names = Object.keys(optionTable).map((name) => `--${name}`);
      return fail({
        code: 'unknown-option',
        written: token.rawName,
        nearest: nearestNames(token.rawName, names),
      });
    }
    if (known[1].type === 'string' && (token.value === undefined || token.value.startsWith('--'))) {
      return fail({
        code: 'missing-argument',
        command: token.rawName,
        argument: valueNames[token.name] ?? 'VALUE',
      });
    }
    if (known[1].type === 'boolean' && token.value !== undefined) {
      return fail({ code: 'bad-value', option: token.rawName, written: token.value, allowed: '—' });
    }
  }
  const text = (name: keyof typeof optionTable): string | null => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  const lang = text('lang');
  if (lang !== null && language === null) {
    fail({ code: 'bad-value', option: '--lang', written: lang, allowed: languages.join(', ') });
  }
  const pace = paces.find((known) => known === (text('pace') ?? 'quick'));
  if (pace === undefined) {
    return fail({
      code: 'bad-value',
      option: '--pace',
      written: text('pace') ?? '',
      allowed: paces.join(', '),
    });
  }
  const seconds = text('timeout');
  if (seconds !== null && !(Number(seconds) > 0 && Number(seconds) <= 86_400)) {
    fail({ code: 'bad-value', option: '--timeout', written: seconds, allowed: '1–86400' });
  }
  const options: GlobalOptions = {
    practice: values.practice === true,
    simulate: text('simulate'),
    replay: text('replay'),
    output: text('output'),
    worldState: text('world-state'),
    pace,
    json: form.json,
    yes: values.yes === true,
    dryRun: values['dry-run'] === true,
    timeout: seconds === null ? null : Number(seconds),
    language,
    color: values['no-color'] !== true,
    screenReader: values['screen-reader'] === true,
    pane: null,
  };
  if (values.help === true) return { options, command: 'help' };
  if (values.version === true) return { options, command: 'version' };
  const file = text('file');
  if (file !== null && positionals[0] !== 'wslconfig') {
    fail({ code: 'too-many-arguments', command: positionals[0] ?? 'wsl-netfix-tui', written: '--file' });
  }
  return { options, ...readCommand(positionals, { ...options, file }, fail) };
}

const valueNames: Readonly<Record<string, string>> = {
  simulate: 'WORLD',
  replay: 'FILE',
  output: 'FILE',
  file: 'FILE',
  'world-state': 'DIR',
  pace: 'PACE',
  timeout: 'SECONDS',
  lang: 'LANGUAGE',
};

type WithoutOptions<T> = T extends unknown ? Omit<T, 'options'> : never;

function readCommand(
  words: readonly string[],
  options: GlobalOptions & { readonly file: string | null },
  fail: (problem: UsageProblem) => never,
): WithoutOptions<Invocation> {
  const [command, ...rest] = words;
  const only = (count: number): void => {
    const extra = rest[count];
    if (extra !== undefined) fail({ code: 'too-many-arguments', command: command ?? '', written: extra });
  };
  switch (command) {
    case undefined:
      return { command: 'tui' };
    case 'diagnose':
    case 'resume':
    case 'sessions':
    case 'worlds':
      only(0);
      return { command };
    case 'world':
      only(1);
      if (rest[0] !== 'restart') {
        return fail(
          rest[0] === undefined
            ? { code: 'missing-argument', command: 'world', argument: 'restart' }
            : { code: 'unknown-command', written: `world ${rest[0]}`, nearest: ['world restart'] },
        );
      }
      if (options.worldState === null)
        fail({ code: 'missing-argument', command: 'world restart', argument: '--world-state DIR' });
      return { command: 'world-restart' };
    case 'fix':
      only(1);
      return { command: 'fix', ...readRemedy(rest[0], fail) };
    case 'undo':
      only(1);
      return { command: 'undo', session: rest[0] ?? null };
    case 'capture':
      only(0);
      if (options.output === null) return fail({ code: 'missing-argument', command, argument: '-o FILE' });
      return { command, path: options.output };
    case 'report':
      only(0);
      return { command, path: options.output };
    case 'wslconfig':
      return { command, request: readWslconfigRequest(rest, options.file, fail) };
    case 'settings':
      return { command, setting: readSettings(rest, fail) };
    case 'explain':
      if (rest.length === 0) fail({ code: 'missing-argument', command: 'explain', argument: 'TEXT | -' });
      return { command: 'explain', text: rest.join(' ') };
    default:
      return fail({
        code: 'unknown-command',
        written: command,
        nearest: nearestNames(command, [...commandNames, 'world restart']),
      });
  }
}

function readSettings(
  [word, written, extra]: readonly string[],
  fail: (problem: UsageProblem) => never,
): Setting | null {
  if (word === undefined) return null;
  if (word !== 'set') {
    return fail({ code: 'unknown-command', written: `settings ${word}`, nearest: ['settings set'] });
  }
  if (written === undefined) {
    return fail({ code: 'missing-argument', command: 'settings set', argument: 'NAME=VALUE' });
  }
  if (extra !== undefined) fail({ code: 'too-many-arguments', command: 'settings set', written: extra });
  return readSetting(written, fail);
}

function readRemedy(
  word: string | undefined,
  fail: (problem: UsageProblem) => never,
): { readonly remedy: RemedyId; readonly target: string | null } {
  if (word === undefined) return fail({ code: 'missing-argument', command: 'fix', argument: 'REMEDY' });
  const [name = '', ...target] = word.split(':');
  const remedy = remedyIds.find((id) => id === name);
  if (remedy === undefined) {
    return fail({ code: 'unknown-remedy', written: name, nearest: nearestNames(name, remedyIds) });
  }
  return { remedy, target: target.length === 0 ? null : target.join(':') };
}
