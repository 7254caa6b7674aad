/**
 * Registry keys that the helper removes are kept by it: exported into the folder that only administrators may write, under
 * the hash of the export. What is brought back comes from there. A backup in the folder of the person, which anyone of that
 * account can alter, only says by its hash which one is meant.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { makeCommand } from '../../commands.js';
import type { Command, StateFolder } from '../../host.js';
import type { Spawn } from '../../spawn.js';
import { commandFor, type VerbPaths } from './verbs.js';

export interface KeptKeys {
  /** False where the key could not be exported; nothing may remove it then. */
  keep(key: string): Promise<boolean>;
  /** Whether this very export was kept, and is still what it was. */
  has(sha256: string): Promise<boolean>;
}

/** `state` begins at %ProgramData%, and refuses links from there on. */
export function createKeptKeys(state: StateFolder, spawn: Spawn, paths: VerbPaths): KeptKeys {
  const fileOf = (name: string) => `wsl-netfix-tui/saved/${name}.reg`;
  return {
    async keep(key) {
      const fresh = fileOf('new');
      await state.write(fresh, '');
      const command = makeCommand(paths, 'reg', ['export', key, state.path(fresh), '/y']);
      await spawn(command, { signal: AbortSignal.timeout(command.timeoutMs), onBytes: () => undefined });
      const bytes = await state.read(fresh);
      await state.remove(fresh);
      if (bytes === undefined || bytes.length === 0) return false;
      await state.write(fileOf(hashOf(bytes)), bytes);
      return true;
    },
    async has(sha256) {
      const bytes = await state.read(fileOf(sha256));
      return bytes !== undefined && hashOf(bytes) === sha256;
    },
  };
}

/** Whether a command brings back a key from a backup of the person's. */
export function isImport(paths: VerbPaths, { file, args }: Pick<Command, 'file' | 'args'>): boolean {
  return file === makeCommand(paths, 'reg', []).file && args[0] === 'import' && args.length === 2;
}

/** The same with the helper's own copy; as it was where the backup cannot be read, for which there is no verb. */
export async function fromKeptCopy(paths: VerbPaths, command: Command): Promise<Command> {
  if (!isImport(paths, command)) return command;
  try {
    const sha256 = hashOf(await readFile(command.args[1] ?? ''));
    return commandFor(paths, { verb: 'restore-kept-key', values: { sha256 } });
  } catch {
    return command;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
