/**
 * A copy of this program in our folder (design.md section 3): going on after a restart, and undoing, must not need the
 * network, npx's cache or an installed Node.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { systemClock } from './clock.js';
import type { StateFolder } from './host.js';
import { flushFolder, retryWhileHeld } from './replace-file.js';

export interface ProgramPaths {
  /** Absolute path of the one file that is this program. */
  readonly bundlePath: string;
  /** Absolute path of the Node that runs it. */
  readonly nodePath: string;
}

export interface ProgramCopy {
  /** Absolute path of the copied program. */
  readonly bundle: string;
  /** Absolute path of a Node that stays: the running one, or a copy where that lies in a cache. */
  readonly node: string;
}

/**
 * Copies the bundle to `runtime/<first 12 digits of its SHA-256>/wsl-netfix-tui.mjs` and, where Node lies in npx's cache
 * or a node_modules folder, Node to `runtime/node-<version>/`. An existing copy is used after its hash was compared.
 * Throws where the disk refuses.
 */
export async function copyProgram(
  state: StateFolder,
  { bundlePath, nodePath }: ProgramPaths,
  nodeVersion = process.versions.node,
): Promise<ProgramCopy> {
  const bundleHash = await hashOf(bundlePath);
  const bundleName = `runtime/${bundleHash.slice(0, 12)}/wsl-netfix-tui.mjs`;
  const bundle = await copyOnce(
    state,
    { source: bundlePath, hash: bundleHash, relative: bundleName },
    byCopy,
  );
  if (!isPassing(nodePath)) return { bundle, node: nodePath };
  const nodeName = `runtime/node-${nodeVersion}/${nodePath.endsWith('.exe') ? 'node.exe' : 'node'}`;
  const node = { source: nodePath, hash: await hashOf(nodePath), relative: nodeName };
  return { bundle, node: await copyOnce(state, node, byLinkOrCopy) };
}

/** Whether a cleaning of npm's caches, or of the project, would take the file away. */
function isPassing(path: string): boolean {
  return path.split(/[\\/]/).some((name) => name === '_npx' || name === 'node_modules');
}

interface Wanted {
  readonly source: string;
  /** SHA-256 of the source. */
  readonly hash: string;
  readonly relative: string;
}

async function copyOnce(
  state: StateFolder,
  { source, hash, relative }: Wanted,
  bring: (source: string, target: string) => Promise<void>,
): Promise<string> {
  const target = state.path(relative);
  // Listing goes through the folder's own checks: a link on the way is refused.
  const names = await state.list(posix.dirname(relative));
  if (names.includes(posix.basename(relative)) && (await hashOf(target)) === hash) return target;
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.${process.pid}.tmp`;
  await rm(temporary, { force: true });
  await bring(source, temporary);
  if ((await hashOf(temporary)) !== hash) throw new Error(`The copy is not like its original: ${source}`);
  await retryWhileHeld(() => rename(temporary, target), systemClock);
  await flushFolder(dirname(target));
  return target;
}

async function byCopy(source: string, target: string): Promise<void> {
  await copyFile(source, target);
  const file = await open(target, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A link spares the 100 MB of Node; npm replaces files and never writes into one, so that the link stays as it is. */
async function byLinkOrCopy(source: string, target: string): Promise<void> {
  try {
    await link(source, target);
  } catch {
    await byCopy(source, target);
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
