/** Files that a person names on the command line: on the real disk, in its own notation. */
import { open, readFile, stat } from 'node:fs/promises';
import { errorCode } from './replace-file.js';

/** The bytes. Rejects with the system's error; a file over the limit in bytes is not read and gives undefined. */
export async function readNamedFile(path: string, limit: number): Promise<Uint8Array | undefined> {
  const { size } = await stat(path);
  return size > limit ? undefined : readFile(path);
}

/** Creates the file; false where there is one already. Rejects with the system's error. */
export async function createNamedFile(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
