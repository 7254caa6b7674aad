/** Files of the real disk that simulated programs write or read: in the program's state folder and nowhere else. */
import { writeFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { type ProgramCall, UnknownArgv } from './program.js';

export const isInStateFolder = (call: ProgramCall, file: string): boolean =>
  resolve(file).startsWith(resolve(call.stateRoot) + sep);

/** Throws `UnknownArgv` for a path elsewhere. */
export function insideStateFolder(call: ProgramCall, file: string): string {
  if (isInStateFolder(call, file)) return resolve(file);
  throw new UnknownArgv(`The practice world writes and reads files only in the state folder, not ${file}`);
}

/** False where the disk refuses. */
export function written(path: string, bytes: Uint8Array): boolean {
  try {
    writeFileSync(path, bytes);
    return true;
  } catch {
    return false;
  }
}
