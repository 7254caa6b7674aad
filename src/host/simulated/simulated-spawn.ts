/** `Spawn` over a world: finds the program, lets it run at the host's pace, and sends its bytes cut anywhere. */
import { type CodePages, encodeCodePage } from '../code-pages.js';
import { type Clock, type Command, commandLine } from '../host.js';
import type { ProcessEnd, ProcessIo, Spawn } from '../spawn.js';
import { type Pace, paceFactors } from './pace.js';
import { type ProgramCall, type SimulatedProgram, type TextEncoding, UnknownArgv } from './program.js';
import { programs } from './programs/programs.js';
import { type Kill, StoppedHere, watchStopPoints } from './stop-points.js';
import { worldText } from './texts/languages.js';
import type { WorldStore } from './world-store.js';

export interface SimulatedSpawnOptions {
  readonly store: WorldStore;
  readonly clock: Clock;
  readonly pace: Pace;
  /** Folder of the real disk in which `reg export` may write. */
  readonly stateRoot: string;
  readonly kill: Kill;
}

export function createSimulatedSpawn(options: SimulatedSpawnOptions): Spawn {
  return async (command, io) => {
    const program = findProgram(command.file);
    if (program === undefined)
      return { ended: 'not-started', startError: `The practice world has no program ${command.file}` };
    try {
      return await runProgram(options, program, command, io);
    } catch (error) {
      if (error instanceof UnknownArgv) return { ended: 'not-started', startError: error.message };
      if (error instanceof Cancelled || error instanceof StoppedHere) return { ended: 'cancelled' };
      return { ended: 'not-started', startError: error instanceof Error ? error.message : String(error) };
    }
  };
}

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The product names them by absolute path, below System32 or in the folder of Windows. */
function findProgram(file: string): SimulatedProgram | undefined {
  const [, folder, name] = /^C:\\Windows\\(System32\\)?(.+)$/i.exec(file) ?? [];
  return name === undefined
    ? undefined
    : programs[`${folder === undefined ? '..\\' : ''}${name}`.toLowerCase()];
}

async function runProgram(
  options: SimulatedSpawnOptions,
  program: SimulatedProgram,
  command: Command,
  io: ProcessIo,
): Promise<ProcessEnd> {
  const watch = watchStopPoints(options.store, options.kill, commandLine(command));
  const call = createCall(options, program, command, io, () => {
    watch.reach('during');
  });
  watch.reach('before');
  // A process start takes its time, and gives cancelling a chance.
  await call.wait(20);
  const exitCode = await program.run(call);
  watch.reach('during');
  watch.reach('after');
  return { ended: 'exited', exitCode };
}

function createCall(
  { store, clock, pace, stateRoot }: SimulatedSpawnOptions,
  program: SimulatedProgram,
  command: Command,
  io: ProcessIo,
  midway: () => void,
): ProgramCall {
  const factor = paceFactors[pace];
  const world = store.look();
  const env = command.env ?? {};
  const own = program.encoding(world, env);
  const { codePages } = world;
  return {
    args: command.args,
    env,
    text: worldText(world),
    stateRoot,
    look: () => store.look(),
    change: (edit) => store.change((changed, now) => edit(changed, now, (ms) => ms * factor)),
    async wait(ms) {
      if (ms * factor > 0) await clock.sleep(ms * factor, io.signal);
      if (io.signal.aborted) throw new Cancelled(commandLine(command));
    },
    say(stream, text, encoding = own) {
      for (const piece of pieces(encode(text, encoding, codePages))) io.onBytes(stream, piece);
    },
    midway,
  };
}

function encode(text: string, encoding: TextEncoding, codePages: CodePages): Uint8Array {
  switch (encoding) {
    case 'oem':
      return encodeCodePage(text, codePages.oem);
    case 'ansi':
      return encodeCodePage(text, codePages.ansi);
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
  }
}

/** A pipe knows no characters: an odd length cuts two-byte ones in the middle. */
const pieceLength = 61;

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}
