/**
 * Where a world lives: in memory, or in a file that it is read from before and saved to after every change, so that
 * another process sees it and what is due goes on without us. All synchronous: a change is one step.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyDue } from './restart.js';
import { type World, worldSchema } from './world.js';

export interface WorldStore {
  /** The world now, with everything due carried out. To be read only, and not to be kept. */
  look(): World;
  change<T>(edit: (world: World, now: number) => T): T;
}

/** The world's file is damaged, of another version, or of another world. */
export class WorldFileError extends Error {
  override readonly name = 'WorldFileError';
}

export function memoryStore(world: World, now: () => number): WorldStore {
  const change = <T>(edit: (world: World, now: number) => T): T => {
    const time = now();
    applyDue(world, time);
    return edit(world, time);
  };
  return { look: () => change(() => world), change };
}

/** Creates the file from `fresh` where there is none. Throws `WorldFileError`. */
export function fileStore(folder: string, id: string, fresh: () => World, now: () => number): WorldStore {
  const path = worldFile(folder);
  mkdirSync(folder, { recursive: true });
  const existing = loadWorld(path);
  if (existing === undefined) save(path, fresh());
  else if (existing.about.id !== id)
    throw new WorldFileError(
      `${path} holds the world ${existing.about.id}, not ${id}. Choose another folder.`,
    );
  const current = () => loadWorld(path) ?? missing(path);
  return {
    look() {
      const world = current();
      if (applyDue(world, now())) save(path, world);
      return world;
    },
    change(edit) {
      const world = current();
      const time = now();
      applyDue(world, time);
      const result = edit(world, time);
      save(path, world);
      return result;
    },
  };
}

export const worldFile = (folder: string): string => join(folder, 'world.json');

/** The world of a file, or undefined where there is none. Throws `WorldFileError` for a damaged one. */
export function loadWorld(path: string): World | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const value = parse(text);
  if (!isWorld(value))
    throw new WorldFileError(`${path} is damaged or of another version. Remove it to start the world anew.`);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A look at the shape, deep enough to tell a damaged or foreign file from a world. */
function isWorld(value: unknown): value is World {
  if (typeof value !== 'object' || value === null) return false;
  const parts: Readonly<Record<string, unknown>> = { ...value };
  const lists = [
    'services',
    'due',
    'hnsNetworks',
    'adapters',
    'devices',
    'bindings',
    'udpPort53',
    'netNats',
    'firewallProfiles',
    'bitlocker',
    'virtualMachines',
    'processes',
    'stopPoints',
  ];
  const records = [
    'about',
    'windows',
    'codePages',
    'user',
    'tcpip',
    'winsock',
    'features',
    'featuresPending',
    'hypervisor',
    'wmi',
    'ports',
    'restore',
    'wsl',
    'files',
    'eventLogs',
    'registry',
    'pendingRestart',
    'faults',
  ];
  return (
    parts.schema === worldSchema &&
    typeof parts.machineId === 'string' &&
    typeof parts.bootTime === 'number' &&
    lists.every((name) => Array.isArray(parts[name])) &&
    records.every((name) => typeof parts[name] === 'object' && parts[name] !== null)
  );
}

function missing(path: string): never {
  throw new WorldFileError(`${path} is gone while the world was in use.`);
}

function save(path: string, world: World): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify(world, null, 1));
  renameSync(temporary, path);
}
