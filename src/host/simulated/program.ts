/** What a simulated program is: argv in, text and an exit code out, over a world. */
import type { World } from './world.js';
import type { WorldText } from './texts/text.js';

/** The encoding of what it prints; a Linux program under wsl.exe writes UTF-8 whatever wsl.exe does. */
export type TextEncoding = 'oem' | 'ansi' | 'utf-8' | 'utf-16le';

export interface ProgramCall {
  /** Arguments after the program's name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly text: WorldText;
  /** Folder of the real disk in which `reg export` and `reg import` may work. */
  readonly stateRoot: string;
  /** The world as it is now, everything due included. To be read only. */
  look(): World;
  /** Changes the world in one step. `now` is the clock's; `scale` turns a duration into one of this host's pace. */
  change<T>(edit: (world: World, now: number, scale: (ms: number) => number) => T): T;
  /** Lets the real machine's `ms` go by at this host's pace; rejects where the call is cancelled. */
  wait(ms: number): Promise<void>;
  /** Prints; line ends are the caller's. */
  say(stream: 'stdout' | 'stderr', text: string, encoding?: TextEncoding): void;
  /** Marks that the effect has begun and is not complete: where a `during` stop point strikes. */
  midway(): void;
}

/** One simulated program: resolves to its exit code. Throws `UnknownArgv` for an argv that it does not know. */
export interface SimulatedProgram {
  readonly encoding: (world: World, env: Readonly<Record<string, string>>) => TextEncoding;
  readonly run: (call: ProgramCall) => Promise<number>;
}

/** An argv that the practice world does not know: an error, never a silent success (issue 2 item 4). */
export class UnknownArgv extends Error {
  override readonly name = 'UnknownArgv';
}

export const unknownArgv = (program: string, args: readonly string[]): UnknownArgv =>
  new UnknownArgv(`The practice world does not know this command: ${[program, ...args].join(' ')}`);

/** Lines as Windows programs write them. */
export const lines = (...texts: readonly string[]): string => texts.map((text) => `${text}\r\n`).join('');
