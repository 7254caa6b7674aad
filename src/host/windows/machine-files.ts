import { access, readFile, realpath, rm, stat, statfs } from 'node:fs/promises';
import { systemClock } from '../clock.js';
import type { MachineFiles } from '../host.js';
import { errorCode, replaceFile, retryWhileHeld, sweepReplacements } from '../replace-file.js';

/** Files of the machine that this program runs on. */
export const machineFiles: MachineFiles = {
  async read(path) {
    try {
      return await retryWhileHeld(() => readFile(path), systemClock);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async exists(path) {
    try {
      await access(path);
      return true;
    } catch (error) {
      // Something that may not be looked at is there.
      return !isMissing(error);
    }
  },
  async size(path) {
    const found = await stat(path).catch(() => null);
    return found?.isFile() === true ? found.size : null;
  },
  // Asked of the system itself: `fsutil` wants elevation on older builds, and PowerShell may be constrained or slow.
  async freeSpace(folder) {
    const volume = await statfs(folder).catch(() => null);
    return volume === null ? null : volume.bavail * volume.bsize;
  },
  async write(path, bytes) {
    const target = await throughLinks(path);
    const mode = await modeOf(target);
    // The mark is somebody's wish, which a rename would pass over on some systems; Windows itself says EPERM.
    if (mode !== undefined && (mode & 0o222) === 0) {
      throw Object.assign(new Error(`${target} is marked read-only.`), { code: 'READONLY' });
    }
    await replaceFile(target, bytes, mode === undefined ? {} : { mode });
  },
  async remove(path) {
    await retryWhileHeld(() => rm(path, { force: true }), systemClock);
  },
  async sweep(path) {
    await sweepReplacements(await throughLinks(path).catch(() => path));
  },
};

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o777;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** People keep `.wslconfig` as a link into a folder under version control: the file is replaced, not the link. */
async function throughLinks(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (isMissing(error)) return path;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
}
