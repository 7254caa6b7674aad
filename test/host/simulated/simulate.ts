import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { decodeCodePage } from '../../../src/host/code-pages.js';
import { type CommandOptions, type ProgramName, makeCommand } from '../../../src/host/commands.js';
import type { Clock, Command } from '../../../src/host/host.js';
import type { ProcessEnd } from '../../../src/host/spawn.js';
import type { Pace } from '../../../src/host/simulated/pace.js';
import { createSimulatedSpawn } from '../../../src/host/simulated/simulated-spawn.js';
import { memoryStore } from '../../../src/host/simulated/world-store.js';
import type { World } from '../../../src/host/simulated/world.js';
import { findWorld } from '../../../src/host/simulated/worlds/worlds.js';

export const startOfTime = Date.UTC(2026, 10, 22, 9, 0, 0);

/** A folder that is gone when the test is over. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wsl-netfix-world-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return path;
}

/** A clock that goes on only while someone sleeps. */
export function sleepingClock(start = startOfTime): Clock & { advance(ms: number): void } {
  let time = start;
  return {
    now: () => time,
    sleep(ms, signal) {
      if (signal?.aborted !== true) time += ms;
      return Promise.resolve();
    },
    advance(ms) {
      time += ms;
    },
  };
}

export interface Ran {
  readonly end: ProcessEnd;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly stdoutBytes: Uint8Array;
  readonly stderrBytes: Uint8Array;
  readonly chunks: readonly Uint8Array[];
}

export function makeWorld(id: string, change: (world: World) => void = () => undefined): World {
  const definition = findWorld(id);
  if (definition === undefined) throw new Error(`no world ${id}`);
  const world = definition.make(startOfTime);
  change(world);
  return world;
}

/** A machine without the command runner: bytes and exit codes as they come. */
export function simulate(
  given: World | string,
  { pace = 'real', stateRoot = tmpdir() }: { pace?: Pace; stateRoot?: string } = {},
) {
  const world = typeof given === 'string' ? makeWorld(given) : given;
  const clock = sleepingClock();
  const store = memoryStore(world, () => clock.now());
  const kill = () => undefined;
  const spawn = createSimulatedSpawn({ store, clock, pace, stateRoot, kill });

  async function start(command: Command, signal = new AbortController().signal): Promise<Ran> {
    const chunks: { stream: string; bytes: Uint8Array }[] = [];
    const end = await spawn(command, { signal, onBytes: (stream, bytes) => chunks.push({ stream, bytes }) });
    const bytes = (stream: string) =>
      Buffer.concat(chunks.filter((chunk) => chunk.stream === stream).map((chunk) => chunk.bytes));
    const decode = (raw: Uint8Array) =>
      command.encoding === 'utf-8'
        ? Buffer.from(raw).toString('utf8')
        : decodeCodePage(raw, world.codePages.oem);
    return {
      end,
      exitCode: end.ended === 'exited' ? end.exitCode : null,
      stdout: decode(bytes('stdout')),
      stderr: decode(bytes('stderr')),
      stdoutBytes: bytes('stdout'),
      stderrBytes: bytes('stderr'),
      chunks: chunks.map((chunk) => chunk.bytes),
    };
  }

  return {
    clock,
    store,
    spawn,
    start,
    run: (name: ProgramName, ...args: readonly string[]) => start(command(name, args)),
    /** `"net stop hns"`; an argument with blanks needs `run`. */
    line(text: string) {
      const [name = '', ...args] = text.split(' ');
      return start(command(asProgram(name), args));
    },
    stateOf: (name: string) =>
      store.look().services.find((service) => service.name.toLowerCase() === name.toLowerCase())?.state,
  };
}

const names: readonly ProgramName[] = ['net', 'sc', 'netsh', 'reg', 'whoami', 'shutdown', 'wsl'];

function asProgram(name: string): ProgramName {
  const found = names.find((each) => each === name);
  if (found === undefined) throw new Error(`no program ${name}`);
  return found;
}

/** A program below System32 by its file name, for argv shapes that the product does not use yet. */
export const rawCommand = (file: string, args: readonly string[]): Command => ({
  ...command('reg', args),
  file: `C:\\Windows\\System32\\${file}`,
});

export const command = (name: ProgramName, args: readonly string[], options?: CommandOptions): Command =>
  makeCommand({ system32: 'C:\\Windows\\System32' }, name, args, options);
