/** Opens the machine that a command is about: this one, or a practice machine. */
import { fileURLToPath } from 'node:url';
import { CaptureFileError } from '../capture/capture-file-error.js';
import { longestCaptureBytes, parseCapture } from '../capture/capture-file.js';
import { nearestNames } from '../domain/nearest.js';
import type { Host } from '../host/host.js';
import { readStoredWorldId } from '../host/simulated/stored-world.js';
import { openSimulatedHost, type SimulatedHost } from '../host/simulated/simulated-host.js';
import { WorldFileError } from '../host/simulated/world-store.js';
import { worldIds } from '../host/simulated/worlds/worlds.js';
import { readNamedFile } from '../host/named-file.js';
import { openReplayHost } from '../host/replay/replay-host.js';
import { openWindowsHost } from '../host/windows/windows-host.js';
import type { Text } from '../text/text.js';
import { UsageError, type GlobalOptions } from './arguments.js';
import { Refusal } from './refusal.js';
import { stateRoot } from './state-root.js';

export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
}

/** In the bundle this very file is the program. */
const thisProgram = { bundlePath: fileURLToPath(import.meta.url), nodePath: process.execPath };

/** A host, with the restart of a practice machine where it is one. */
export type Machine = Host & Partial<Pick<SimulatedHost, 'restartMachine' | 'world'>>;

/**
 * The world that the options name: by `--simulate`, or the one that lives in `--world-state` already. Null: none.
 * @throws {UsageError} for an unknown world, @throws {Refusal} for a folder that cannot be read
 */
export async function namedWorld(options: GlobalOptions, text: Text): Promise<string | null> {
  if (options.simulate !== null && !worldIds.includes(options.simulate)) {
    throw new UsageError(
      { code: 'unknown-world', written: options.simulate, nearest: nearestNames(options.simulate, worldIds) },
      options,
    );
  }
  if (options.worldState === null) return options.simulate;
  const stored = await readStored(options.worldState, text);
  if (stored !== null && options.simulate !== null && stored !== options.simulate) {
    throw new Refusal(text.cli.refusals.worldMismatch(options.worldState, stored, options.simulate));
  }
  return options.simulate ?? stored;
}

/** @throws {UsageError}, @throws {Refusal} where there is no such machine */
export async function openMachine(
  options: GlobalOptions,
  text: Text,
  { platform, env }: Surroundings,
): Promise<Machine> {
  const root = stateRoot(platform, env);
  if (options.replay !== null) return openCapture(options.replay, text, root);
  const world = await namedWorld(options, text);
  if (world !== null) return openWorld(world, options, text, root);
  if (options.worldState !== null) {
    throw new Refusal(text.cli.refusals.nothingInWorldState(options.worldState));
  }
  if (platform !== 'win32') throw new Refusal(text.cli.refusals.notWindows(platform));
  return openWindowsHost({ stateRoot: root, env, program: thisProgram });
}

/** @throws {Refusal} where the file is no capture */
async function openCapture(path: string, text: Text, root: string): Promise<Host> {
  const bytes = await readNamedFile(path, longestCaptureBytes).catch((error: unknown) => {
    throw new Refusal(text.capture.command.cannotRead(path, messageOf(error)));
  });
  try {
    if (bytes === undefined) throw new CaptureFileError('too-large', '');
    return await openReplayHost(parseCapture(bytes), { stateRoot: root, reopenArgs: ['--replay', path] });
  } catch (error) {
    if (!(error instanceof CaptureFileError)) throw error;
    throw new Refusal(text.capture.unreadable(path, error.fault, error.where));
  }
}

/** @throws {Refusal} where the world's file cannot be used */
export async function openWorld(
  world: string,
  options: Pick<GlobalOptions, 'worldState' | 'pace'>,
  text: Text,
  root: string,
): Promise<SimulatedHost> {
  const { worldState, pace } = options;
  try {
    return await openSimulatedHost({
      world,
      pace,
      stateRoot: root,
      ...(worldState === null ? {} : { worldState }),
    });
  } catch (error) {
    if (worldState === null) throw error;
    throw new Refusal(text.cli.refusals.worldStateUnreadable(worldState, messageOf(error)));
  }
}

async function readStored(folder: string, text: Text): Promise<string | null> {
  try {
    return await readStoredWorldId(folder);
  } catch (error) {
    if (error instanceof WorldFileError || error instanceof Error) {
      throw new Refusal(text.cli.refusals.worldStateUnreadable(folder, error.message));
    }
    throw error;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
