import { randomUUID } from 'node:crypto';
import { open, readdir, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemClock } from './clock.js';
import type { Clock } from './host.js';

export interface ReplaceFileOptions {
  /** Permissions of the new file, where it takes the place of one that had some; Windows knows only the read-only mark. */
  readonly mode?: number;
  readonly clock?: Pick<Clock, 'sleep'>;
  readonly rename?: typeof rename;
}

/**
 * Replaces a file in one step: a temporary file beside it, flushed, then renamed over it. While another program holds the
 * file open Windows refuses with EPERM, EBUSY or EACCES (virus scanners do so for moments); that is tried again for about
 * two seconds, then thrown. The old file is whole until the new one is.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array | string,
  options: ReplaceFileOptions = {},
): Promise<void> {
  const { clock = systemClock, rename: move = rename } = options;
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      if (options.mode !== undefined) await file.chmod(options.mode);
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await retryWhileHeld(() => move(temporary, path), clock);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(path));
}

/** Removes the temporary files of replacements that were cut short. What cannot be removed stays. */
export async function sweepReplacements(path: string): Promise<void> {
  const name = basename(path);
  const beside = await readdir(dirname(path)).catch(() => []);
  const isOurs = (each: string) =>
    each.startsWith(name) && /^\.[0-9a-f]{8}\.tmp$/.test(each.slice(name.length));
  for (const each of beside.filter(isOurs)) await unlink(join(dirname(path), each)).catch(() => undefined);
}

/** Makes a new or renamed name in the folder last; Windows cannot and need not. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Does it again while Windows says that the file is held by someone: 12 times in about two seconds. */
export async function retryWhileHeld<T>(action: () => Promise<T>, clock: Pick<Clock, 'sleep'>): Promise<T> {
  for (const delayMs of [5, 10, 20, 40, 80, 160, 250, 250, 300, 400, 500]) {
    try {
      return await action();
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(errorCode(error) ?? '')) throw error;
      await clock.sleep(delayMs);
    }
  }
  return action();
}

/** The system's code of an error of Node, as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
