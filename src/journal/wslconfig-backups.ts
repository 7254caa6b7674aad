/**
 * What `.wslconfig` files were before `wslconfig set` changed them: each under the time and the beginning of its hash, with
 * a line in an index. These changes are too small for a session; a copy that can be put back by hand is their undo.
 */
import { sha256Of } from '../domain/hash.js';
import type { StateFolder } from '../host/host.js';

/** One line of `wslconfig-backups/index.jsonl`. */
export interface WslconfigBackupEntry {
  /** ISO 8601. */
  readonly time: string;
  /** The file that was about to be changed. */
  readonly file: string;
  /** Name of the copy beside the index; null where there was no such file. */
  readonly backup: string | null;
  readonly sha256: string | null;
  /** Hash of what was about to be written. */
  readonly becomes: string;
}

export interface WslconfigBackup {
  /** On the real disk. */
  readonly path: string;
  readonly sha256: string;
}

const folder = 'wslconfig-backups';

/**
 * Keeps a copy and reads it back; null where there was no file to keep. Throws where the disk refuses: then nothing may
 * be changed.
 */
export async function keepWslconfig(
  state: StateFolder,
  change: {
    readonly now: number;
    readonly file: string;
    readonly before: Uint8Array | undefined;
    readonly after: Uint8Array;
  },
): Promise<WslconfigBackup | null> {
  const { file, before } = change;
  const time = new Date(change.now).toISOString();
  const sha256 = before === undefined ? null : sha256Of(before);
  const stamp = time.replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
  const backup = sha256 === null ? null : `${stamp}-${sha256.slice(0, 12)}.wslconfig`;
  if (before !== undefined && backup !== null) {
    await state.write(`${folder}/${backup}`, before);
    const kept = await state.read(`${folder}/${backup}`);
    if (kept === undefined || sha256Of(kept) !== sha256) throw new Error(`${backup} was not kept whole.`);
  }
  const entry: WslconfigBackupEntry = { time, file, backup, sha256, becomes: sha256Of(change.after) };
  await state.append(`${folder}/index.jsonl`, `${JSON.stringify(entry)}\n`);
  return backup === null || sha256 === null ? null : { path: state.path(`${folder}/${backup}`), sha256 };
}
