import { sha256Of } from '../domain/hash.js';
import type { StateFolder } from '../host/host.js';
import { sessionFolder } from './journal.js';
import { backupName } from './plan-shape.js';
import type { BackupRecord } from './session-course.js';
import { fits } from '../host/shape.js';

/** A backup is gone or is not what was saved: nothing may be restored from it. */
export class BackupDamaged extends Error {
  constructor(
    readonly backup: string,
    readonly path: string,
  ) {
    super(`The backup ${backup} is not what was saved: ${path}`);
  }
}

type SavedBackup = Pick<BackupRecord, 'name' | 'file' | 'sha256'>;

/**
 * Writes bytes into the session's backups and reads them back. A name that is taken gets a number: the first backup is
 * the one of the untouched machine. `undefined` stands for a file that did not exist. Throws where the disk refuses.
 */
export async function saveBackup(
  state: StateFolder,
  session: string,
  name: string,
  bytes: Uint8Array | undefined,
): Promise<SavedBackup> {
  if (bytes === undefined) return { name, file: null, sha256: null };
  const file = await freeBackupFile(state, session, name);
  await state.write(`${sessionFolder(session)}/${file}`, bytes);
  const backup: SavedBackup = { name, file, sha256: sha256Of(bytes) };
  await readBackup(state, session, backup);
  return backup;
}

/** A backup that a command wrote by itself to `file`; throws `BackupDamaged` where it wrote none. */
export async function adoptBackup(
  state: StateFolder,
  session: string,
  name: string,
  file: string,
): Promise<SavedBackup> {
  const path = `${sessionFolder(session)}/${file}`;
  const bytes = await state.read(path);
  if (bytes === undefined || bytes.length === 0) throw new BackupDamaged(name, state.path(path));
  return { name, file, sha256: sha256Of(bytes) };
}

/** The same for a file that is too large to be read: it has to be there, and has no hash. Nothing is restored from it by us. */
export async function adoptLargeBackup(
  state: StateFolder,
  session: string,
  name: string,
  file: string,
): Promise<SavedBackup> {
  const names = await state.list(`${sessionFolder(session)}/backups`);
  const path = `${sessionFolder(session)}/${file}`;
  if (!names.includes(file.replace(/^backups\//, ''))) throw new BackupDamaged(name, state.path(path));
  return { name, file, sha256: null };
}

/** The bytes, compared with the hash of the record; undefined where the original did not exist. */
export async function readBackup(
  state: StateFolder,
  session: string,
  backup: SavedBackup,
): Promise<Uint8Array | undefined> {
  if (backup.file === null) return undefined;
  const path = `${sessionFolder(session)}/${backup.file}`;
  const bytes = await state.read(path);
  if (bytes === undefined || sha256Of(bytes) !== backup.sha256) {
    throw new BackupDamaged(backup.name, state.path(path));
  }
  return bytes;
}

/**
 * Removes what a program began under one of these names, or under one with a number, and the journal does not know: whether it
 * came to its end nobody can say. `whole` are files of the journal.
 */
export async function sweepBackups(
  state: StateFolder,
  session: string,
  names: readonly string[],
  whole: readonly string[],
): Promise<void> {
  const folder = `${sessionFolder(session)}/backups`;
  for (const file of await state.list(folder)) {
    const isOfName = names.some((name) => isNumbered(file, name));
    if (isOfName && !whole.includes(`backups/${file}`)) await state.remove(`${folder}/${file}`);
  }
}

/** `file` is what `freeBackupFile` makes of the name. */
function isNumbered(file: string, name: string): boolean {
  const { stem, ending } = partsOf(name);
  if (file === name) return true;
  const isAround = file.startsWith(`${stem}-`) && file.endsWith(ending);
  return isAround && /^\d+$/.test(file.slice(stem.length + 1, file.length - ending.length));
}

function partsOf(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? { stem: name.slice(0, dot), ending: name.slice(dot) } : { stem: name, ending: '' };
}

/** For programs that write a file by themselves: none of them makes the folder. */
export async function makeBackupFolder(state: StateFolder, session: string): Promise<void> {
  const probe = `${sessionFolder(session)}/backups/folder.tmp`;
  await state.write(probe, '');
  await state.remove(probe);
}

/** `backups/<name>`, or with a number before the ending where that is taken. Throws on anything but a plain name. */
export async function freeBackupFile(state: StateFolder, session: string, name: string): Promise<string> {
  const isPlain: boolean = fits(backupName, name);
  if (!isPlain) throw new Error(`Not a name for a backup: ${name}`);
  const taken = await state.list(`${sessionFolder(session)}/backups`);
  const { stem, ending } = partsOf(name);
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${stem}-${count}${ending}`;
    if (!taken.includes(candidate)) return `backups/${candidate}`;
  }
}
