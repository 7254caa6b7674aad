/**
 * The host: one Windows machine as the program sees it. Everything outside the program is reached through it,
 * so that a simulated machine, a real one and a recording answer the same calls.
 */

import type { Elevation, ElevationRequest } from './elevation.js';

export type HostKind = 'windows' | 'simulated' | 'replay';

/**
 * What running something does to the machine.
 * - `safe`: reads, or writes our own folder only
 * - `disruptive`: a pause in connectivity that ends by itself
 * - `destructive`: loses something, or needs us to bring it back
 */
export type Effect = 'safe' | 'disruptive' | 'destructive';

/** The log pane in which a command's output appears. `system` appears under "All" only. */
export type Pane = 'services' | 'netsh' | 'powershell' | 'wsl' | 'system';

/** The encoding that a program declares for its piped output; see `decode.ts` for how it is used. */
export type OutputEncoding = 'oem' | 'ansi' | 'utf-8' | 'utf-16le';

/** One process start: exactly what is shown, run, logged and journalled. */
export interface Command {
  /** Absolute Windows path of the program. */
  readonly file: string;
  readonly args: readonly string[];
  /** The text that `-EncodedCommand` of PowerShell carries in `args`: what people are shown in its place. */
  readonly script?: string;
  /** Variables added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly pane: Pane;
  readonly effect: Effect;
  /** `admin` commands need an elevated process. */
  readonly elevation: 'none' | 'admin';
  readonly timeoutMs: number;
  readonly encoding: OutputEncoding;
}

export interface CommandResult {
  /** How the process ended. After `timed-out` the outcome of a changing command is unknown: probe the state again. */
  readonly ended: 'exited' | 'timed-out' | 'cancelled' | 'not-started';
  /** Signed 32-bit exit code as Windows reports it (wsl.exe's own failure is -1); null unless `ended` is `exited`. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly stdoutBytes: Uint8Array;
  readonly stderrBytes: Uint8Array;
  readonly durationMs: number;
  /** Why the process did not start, in the system's words. */
  readonly startError?: string;
}

/** A PowerShell probe's unit. `script` is what is shown and what a real machine evaluates. */
export interface Question {
  readonly id: string;
  readonly args: Readonly<Record<string, string | number | boolean>>;
  readonly script: string;
  /** Questions that can hang get a worker process of their own. */
  readonly worker: 'shared' | 'own';
  readonly elevation: 'none' | 'admin';
  readonly timeoutMs: number;
}

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      /** `lost`: the worker ended or spoke garbage. `constrained-language`: policy forbids the script. */
      readonly reason: 'error' | 'lost' | 'timed-out' | 'cancelled' | 'constrained-language' | 'unavailable';
      /** FullyQualifiedErrorId, never localised. */
      readonly errorId?: string;
      /** `0x` and eight lower-case hex digits. */
      readonly hresult?: string;
      /** Localised; for showing only. */
      readonly message?: string;
    };

/** Files of the machine. Paths are Windows paths. */
export interface MachineFiles {
  /** The bytes, or undefined where there is no such file. Other errors throw. */
  read(path: string): Promise<Uint8Array | undefined>;
  exists(path: string): Promise<boolean>;
  /** Bytes of the file; null where there is none, or it cannot be told. Never rejects. */
  size(path: string): Promise<number | null>;
  /** Bytes that are free for this person on the volume of the folder; null where it cannot be told. Never rejects. */
  freeSpace(folder: string): Promise<number | null>;
  /** Replaces the file in one step (temporary file, flush, rename; EPERM and EBUSY are tried again). */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Removes the file; no error where there is none. */
  remove(path: string): Promise<void>;
  /** Removes what a `write` that was cut short left beside the file; nothing else there is touched. Never rejects. */
  sweep(path: string): Promise<void>;
}

/** Our own folder on the real disk: journals, backups, the local copy of the program. Paths are relative with `/`. */
export interface StateFolder {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Absolute path of something inside, in the notation of the real disk. */
  path(relative: string): string;
  read(relative: string): Promise<Uint8Array | undefined>;
  write(relative: string, bytes: Uint8Array | string): Promise<void>;
  /** Appends and flushes to the disk before it resolves. */
  append(relative: string, text: string): Promise<void>;
  /** Creates the file only where there is none; false where there is one. */
  create(relative: string, text: string): Promise<boolean>;
  /** Names inside a folder, sorted; none where there is no such folder. */
  list(relative: string): Promise<readonly string[]>;
  remove(relative: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after the time or at once when aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What the panes and the session's log are made of. `run` numbers one command. */
export type LogEvent =
  | {
      readonly type: 'started';
      readonly run: number;
      readonly at: number;
      readonly pane: Pane;
      readonly title: string;
      /** The probe that asks, where one does. */
      readonly probe?: string;
    }
  | {
      readonly type: 'line';
      readonly run: number;
      readonly stream: 'stdout' | 'stderr';
      readonly text: string;
    }
  /** The unfinished last line so far; a later `partial` or `line` of this run and stream replaces it. */
  | {
      readonly type: 'partial';
      readonly run: number;
      readonly stream: 'stdout' | 'stderr';
      readonly text: string;
    }
  | {
      readonly type: 'ended';
      readonly run: number;
      readonly ended: CommandResult['ended'];
      readonly exitCode: number | null;
      readonly durationMs: number;
    };

export type LogListener = (event: LogEvent) => void;

/** Where things are on the machine. All Windows paths without a trailing backslash. */
export interface MachinePaths {
  /** `C:\Windows` */
  readonly windows: string;
  /** `C:\Windows\System32` (Sysnative from a 32-bit process) */
  readonly system32: string;
  /** Profile of the owner's token. */
  readonly profile: string;
  readonly programData: string;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** The probe that asks, for the log. */
  readonly probe?: string;
}

export interface Host {
  readonly kind: HostKind;
  /** Computer name, world id or capture name. */
  readonly name: string;
  /** Identity of the machine across starts, so that a journal is not continued on another one. */
  readonly machineId: string;
  /** Windows display language as a BCP 47 tag. */
  readonly language: string;
  readonly codePages: { readonly oem: number; readonly ansi: number };
  readonly paths: MachinePaths;
  readonly files: MachineFiles;
  readonly state: StateFolder;
  readonly clock: Clock;
  /** Arguments that lead a new process of this program to the same machine (`--simulate`, `--world-state`). */
  readonly reopenArgs: readonly string[];
  /** When Windows last started, milliseconds since 1970, good to some seconds; null where it cannot be told. */
  bootTime(): Promise<number | null>;
  /** Never rejects: every way to end is a result. */
  run(command: Command, options?: RunOptions): Promise<CommandResult>;
  /** Never rejects: every way to end is an answer. */
  ask(question: Question, options?: RunOptions): Promise<Answer>;
  /**
   * Asks Windows for elevation, once; from then on commands and questions with `elevation: 'admin'` run elevated, all others
   * at the level of the person as before. Absent where this host cannot. Rejects with `ElevationRefused`.
   */
  elevate?(request: ElevationRequest, options?: RunOptions): Promise<Elevation>;
  /** Elevation was granted and lasts. Whether this process itself is elevated is a fact, and not told here. */
  holdsElevation?(): boolean;
  /** The same host, which notes (or tells apart) what this probe asks; only where that makes a difference. */
  forProbe?(probe: string): Host;
  onLog(listener: LogListener): () => void;
  /** Ends workers and child processes. */
  close(): Promise<void>;
}

/** The command as one line for people, quoted as Windows would need it. A script is shown as the text that it is. */
export function commandLine({ file, args, script }: Pick<Command, 'file' | 'args' | 'script'>): string {
  const at = args.indexOf('-EncodedCommand');
  const shown = script === undefined || at < 0 ? args : [...args.slice(0, at), '-Command', script];
  return [file, ...shown].map(quoteArgument).join(' ');
}

/** Quotes one argument by the rules of CommandLineToArgvW. */
export function quoteArgument(argument: string): string {
  if (argument !== '' && !/[\s"]/.test(argument)) return argument;
  const escaped = argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
}
