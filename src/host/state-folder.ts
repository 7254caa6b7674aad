import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { link, lstat, mkdir, open, readdir, readFile, rm, unlink } from 'node:fs/promises';
import { dirname, join, posix, resolve, win32 } from 'node:path';
import { systemClock } from './clock.js';
import type { StateFolder } from './host.js';
import { errorCode, flushFolder, replaceFile, retryWhileHeld } from './replace-file.js';

/** Where our folder is: `%LOCALAPPDATA%\wsl-netfix-tui` on Windows, elsewhere under the XDG state folder. */
export function defaultStateRoot(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  home = homedir(),
): string {
  const name = 'wsl-netfix-tui';
  if (platform === 'win32') {
    return win32.join(absoluteOr(win32, env.LOCALAPPDATA, win32.join(home, 'AppData', 'Local')), name);
  }
  return posix.join(absoluteOr(posix, env.XDG_STATE_HOME, posix.join(home, '.local', 'state')), name);
}

/**
 * Our folder on the real disk; it and folders inside are made when something is first written. Every call throws where a
 * path leaves the folder, has a name that Windows could not hold, or leads through a link: a link could make us overwrite
 * something of someone else's.
 */
export function createStateFolder(root: string): StateFolder {
  const absoluteRoot = resolve(root);
  const path = (relative: string) => join(absoluteRoot, ...namesIn(relative));

  const safePath = async (relative: string) => {
    await refuseLinks(absoluteRoot, namesIn(relative));
    return path(relative);
  };
  const pathToWrite = async (relative: string) => {
    const target = await safePath(relative);
    await mkdir(dirname(target), { recursive: true });
    return target;
  };

  return {
    root: absoluteRoot,
    path,
    read: async (relative) => orUndefined(readFile(await safePath(relative))),
    async write(relative, bytes) {
      await replaceFile(await pathToWrite(relative), bytes);
    },
    async append(relative, text) {
      await writeThrough(await pathToWrite(relative), 'a', text);
    },
    async create(relative, text) {
      return createWhole(await pathToWrite(relative), text);
    },
    async list(relative) {
      const names = await orUndefined(readdir(await safePath(relative)));
      // What a killed program left half written is no entry.
      return (names ?? []).filter((name) => !name.endsWith('.tmp')).sort();
    },
    async remove(relative) {
      if (namesIn(relative).length === 0) throw new Error('The state folder itself is not removed');
      const target = await safePath(relative);
      await retryWhileHeld(() => rm(target, { recursive: true, force: true }), systemClock);
    },
  };
}

/** The names along a relative path; throws where one is not a plain name. */
function namesIn(relative: string): readonly string[] {
  const names = relative.split('/').filter((name) => name !== '' && name !== '.');
  const isPlain = (name: string) => name !== '..' && !/[\\:*?"<>|\0]/.test(name);
  if (relative.startsWith('/') || !names.every(isPlain)) {
    throw new Error(`Not a path inside the state folder: ${relative}`);
  }
  return names;
}

/** Node shows junctions and other reparse points that redirect as symbolic links, too. */
async function refuseLinks(root: string, names: readonly string[]): Promise<void> {
  let current = root;
  for (const name of names) {
    current = join(current, name);
    const found = await orUndefined(lstat(current));
    if (found === undefined) return;
    if (found.isSymbolicLink()) throw new Error(`A link inside the state folder is refused: ${current}`);
  }
}

async function writeThrough(path: string, flags: 'a' | 'wx', text: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await flushFolder(dirname(path));
}

/**
 * False where there is such a file. It appears with its whole text, so that no one reads the lock of another before it
 * says whose it is: a second name is given to a finished file. Where a disk has no hard links it appears empty first.
 */
async function createWhole(path: string, text: string): Promise<boolean> {
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  await writeThrough(temporary, 'wx', text);
  try {
    await link(temporary, path);
    await flushFolder(dirname(path));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    return await createOrFalse(path, text);
  } finally {
    await unlink(temporary);
  }
}

async function createOrFalse(path: string, text: string): Promise<boolean> {
  try {
    await writeThrough(path, 'wx', text);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function orUndefined<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}

function absoluteOr(path: typeof win32, value: string | undefined, fallback: string): string {
  // The XDG specification: a relative path is to be ignored.
  return value !== undefined && path.isAbsolute(value) ? value : fallback;
}
