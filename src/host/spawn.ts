import type { Command } from './host.js';

/** Where a started process sends its bytes, as they come and cut anywhere. */
export interface ProcessIo {
  readonly signal: AbortSignal;
  onBytes(stream: 'stdout' | 'stderr', bytes: Uint8Array): void;
}

export type ProcessEnd =
  | { readonly ended: 'exited'; readonly exitCode: number }
  | { readonly ended: 'not-started'; readonly startError: string }
  /** The signal fired; the whole process tree is gone. */
  | { readonly ended: 'cancelled' };

/**
 * Starts one process: argv array, no shell, closed standard input, no window. Never rejects.
 * This is all that a real and a simulated machine differ in; `run-command.ts` adds decoding, limits and the log.
 */
export type Spawn = (command: Command, io: ProcessIo) => Promise<ProcessEnd>;
