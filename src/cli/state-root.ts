/** Where our own folder is. */
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultStateRoot } from '../host/state-folder.js';

/**
 * A local copy of the program (`runtime/<hash>/` in the folder) belongs to the folder that it lies in: `undo.cmd` that an
 * administrator's account runs must find the sessions of the person, not its own.
 */
export function stateRoot(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  program = import.meta.url,
): string {
  const place = dirname(fileURLToPath(program));
  const isCopy = /[\\/]runtime[\\/][0-9a-f]{12}$/.test(place);
  return isCopy ? resolve(join(place, '..', '..')) : defaultStateRoot(platform, env);
}
