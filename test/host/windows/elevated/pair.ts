/** Both sides of the pipe in one process, over a socket in a folder of their own, with a fake machine behind the helper. */
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../../../src/host/clock.js';
import { makeCommand, type ProgramName } from '../../../../src/host/commands.js';
import type { Command } from '../../../../src/host/host.js';
import type { ProcessEnd, Spawn } from '../../../../src/host/spawn.js';
import type { Helper } from '../../../../src/host/windows/elevated/helper.js';
import type { KeptKeys } from '../../../../src/host/windows/elevated/kept-keys.js';
import { meetHelper, type Meeting } from '../../../../src/host/windows/elevated/meet-helper.js';
import type { ServicePromise } from '../../../../src/host/windows/elevated/messages.js';
import { serveElevated, type HelperEnd } from '../../../../src/host/windows/elevated/serve.js';
import { fakePaths } from '../../../host/fake-host.js';
import { temporaryFolder } from '../../../host/temporary-folder.js';

/** A helper that keeps nothing. */
export const noKeys: KeptKeys = {
  keep: () => Promise.resolve(false),
  has: () => Promise.resolve(false),
};

export const secret = new Uint8Array(32).fill(7);

export function command(program: ProgramName, line: string): Command {
  return makeCommand(fakePaths, program, line.split(' '));
}

export interface FakeMachine {
  /** What was started, in order, by program name and arguments. */
  readonly lines: string[];
  /** By name; `net start`, `net stop` and `sc query` go by it. */
  readonly services: Record<string, 'running' | 'stopped'>;
  readonly spawn: Spawn;
  /** Called while a command runs; it ends when this has resolved. */
  during: (line: string, signal: AbortSignal) => Promise<void>;
}

export function createFakeMachine(services: FakeMachine['services'] = {}, output?: string): FakeMachine {
  const machine: FakeMachine = {
    lines: [],
    services,
    during: () => Promise.resolve(),
    spawn: async (given, io) => {
      const line = [given.file.split('\\').at(-1), ...given.args].join(' ');
      machine.lines.push(line);
      io.onBytes('stdout', Buffer.from(output ?? answerTo(machine, line)));
      await machine.during(line, io.signal);
      return io.signal.aborted ? { ended: 'cancelled' } : { ended: 'exited', exitCode: 0 };
    },
  };
  return machine;
}

function answerTo({ services }: FakeMachine, line: string): string {
  const [, verb, name] = /^net\.exe (start|stop) (\S+)/.exec(line) ?? [];
  if (verb !== undefined && name !== undefined) services[name] = verb === 'start' ? 'running' : 'stopped';
  const asked = /^sc\.exe query (\S+)/.exec(line)?.[1];
  if (asked === undefined) return `did ${line}\r\n`;
  const state = services[asked];
  return state === undefined ? '' : `        STATE              : ${state === 'running' ? '4' : '1'}  \r\n`;
}

export interface Pair {
  readonly pipe: string;
  readonly meeting: Meeting;
  /** What the TUI was told of refusals. */
  readonly refusals: string[];
  readonly machine: FakeMachine;
  /** What the helper wrote down. */
  readonly log: string[];
  /** How the helper ended. */
  readonly ended: Promise<HelperEnd>;
}

export interface PairOptions {
  readonly helperSecret?: Uint8Array;
  readonly services?: FakeMachine['services'];
  readonly sid?: string;
  readonly keptKeys?: KeptKeys;
  /** What every command prints. */
  readonly output?: string;
  readonly system32?: string;
}

export async function startPair(options: PairOptions = {}): Promise<Pair> {
  const listening = await startTui();
  const machine = createFakeMachine(options.services, options.output);
  const log: string[] = [];
  const ended = serveElevated({
    pipe: listening.pipe,
    secret: options.helperSecret ?? secret,
    spawn: machine.spawn,
    clock: systemClock,
    paths: { ...fakePaths, system32: options.system32 ?? fakePaths.system32 },
    keptKeys: options.keptKeys ?? noKeys,
    sid: options.sid ?? 'S-1-5-21-1-2-3-1001',
    log: (line) => log.push(line),
  });
  return { ...listening, machine, log, ended };
}

/** Only the side that listens. */
export async function startTui(name?: string): Promise<Pick<Pair, 'pipe' | 'meeting' | 'refusals'>> {
  const pipe = name ?? join(await temporaryFolder(), 'pipe');
  const refusals: string[] = [];
  const meeting = await meetHelper({
    pipe,
    secret,
    clock: systemClock,
    paths: fakePaths,
    onRefusal: (reason) => refusals.push(reason),
  });
  onTestFinished(() => meeting.close());
  return { pipe, meeting, refusals };
}

/** A helper that has proved itself and was told the services. */
export async function begun(
  pair: Pick<Pair, 'meeting'>,
  services: readonly ServicePromise[] = [],
): Promise<Helper> {
  const helper = await pair.meeting.helper;
  helper.begin(services);
  return helper;
}

/** Runs it as the command runner would. */
export async function runWith(
  helper: Helper,
  given: Command,
  signal = new AbortController().signal,
): Promise<{ readonly end: ProcessEnd; readonly stdout: string }> {
  let stdout = '';
  const end = await helper.run(given, {
    signal,
    onBytes: (_, bytes) => (stdout += Buffer.from(bytes).toString()),
  });
  return { end, stdout };
}

/** A socket that says what it is told, line by line. */
export function connectRaw(pipe: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(pipe, () => resolve(socket));
    socket.once('error', reject);
    onTestFinished(() => void socket.destroy());
  });
}

/** Whatever comes until the other side ends. */
export function closed(socket: Socket): Promise<void> {
  socket.resume();
  return new Promise((resolve) => socket.once('close', () => resolve()));
}
