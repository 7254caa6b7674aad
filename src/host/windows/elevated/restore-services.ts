import { makeCommand } from '../../commands.js';
import type { Clock, Command } from '../../host.js';
import type { RestingState } from '../../elevation.js';
import type { ProcessEnd, Spawn } from '../../spawn.js';
import type { ServicePromise } from './messages.js';
import type { VerbPaths } from './verbs.js';

export interface ServiceMachine {
  readonly spawn: Spawn;
  readonly clock: Clock;
  readonly paths: VerbPaths;
}

const pollMs = 500;
/** SCM's own patience with a service is 30 s per hint; hns was seen to need longer. */
const longestPolls = 120;

/**
 * Brings services back when the program that stopped them is gone: each to its state before, unless it is in one that a plan
 * wanted. It looks first, and again while it helps: a service stops only after those that depend on it. Returns the names of
 * those that are neither.
 */
export async function restoreServices(
  machine: ServiceMachine,
  promises: readonly ServicePromise[],
): Promise<readonly string[]> {
  let open = promises;
  for (;;) {
    const left: ServicePromise[] = [];
    for (const promise of open) if (!(await restore(machine, promise))) left.push(promise);
    if (left.length === 0 || left.length === open.length) return left.map(({ service }) => service);
    open = left;
  }
}

async function restore(machine: ServiceMachine, promise: ServicePromise): Promise<boolean> {
  if (isKept(promise, await settledState(machine, promise.service))) return true;
  if (promise.before === 'paused') return false;
  const verb = promise.before === 'running' ? 'start' : 'stop';
  await runToEnd(machine, makeCommand(machine.paths, 'net', [verb, promise.service]));
  return isKept(promise, await settledState(machine, promise.service));
}

/** A service that is not installed is nobody's fault here. */
function isKept({ before, goals }: ServicePromise, state: RestingState | 'pending' | null): boolean {
  return state === null || [before, ...goals].some((promised) => promised === state);
}

async function settledState(
  machine: ServiceMachine,
  service: string,
): Promise<RestingState | 'pending' | null> {
  for (let poll = 0; ; poll++) {
    const { text } = await runToEnd(machine, makeCommand(machine.paths, 'sc', ['query', service]));
    const state = stateIn(text);
    if (state !== 'pending' || poll === longestPolls) return state;
    await machine.clock.sleep(pollMs);
  }
}

/** The number after `STATE`: its name is not localised (commands.md section 1, services). */
function stateIn(output: string): RestingState | 'pending' | null {
  const number = /\bSTATE\s*:\s*(\d)/.exec(output)?.[1];
  if (number === undefined) return null;
  return restingStates[number] ?? 'pending';
}

const restingStates: Readonly<Record<string, RestingState>> = { 1: 'stopped', 4: 'running', 7: 'paused' };

/** Runs to its end or to its own time limit; ASCII of its output. */
async function runToEnd(
  { spawn, clock }: ServiceMachine,
  command: Command,
): Promise<{ readonly end: ProcessEnd; readonly text: string }> {
  const stop = new AbortController();
  const over = new AbortController();
  void clock.sleep(command.timeoutMs, over.signal).then(() => {
    if (!over.signal.aborted) stop.abort();
  });
  const pieces: Uint8Array[] = [];
  const end = await spawn(command, {
    signal: stop.signal,
    onBytes: (stream, bytes) => {
      if (stream === 'stdout') pieces.push(bytes);
    },
  });
  over.abort();
  return { end, text: Buffer.concat(pieces).toString('latin1') };
}
