/** The helper as a program: `wsl-netfix-tui __elevated <pipe> <secret file> <session>`, started by `prepare.ps1` only. */
import { readFile } from 'node:fs/promises';
import { systemClock } from '../../clock.js';
import type { StateFolder } from '../../host.js';
import type { Spawn } from '../../spawn.js';
import { createStateFolder } from '../../state-folder.js';
import { readMachinePaths } from '../machine-paths.js';
import { createProcessSpawn } from '../spawn.js';
import { createKeptKeys } from './kept-keys.js';
import { isPipeName } from './pipe-name.js';
import { serveElevated } from './serve.js';
import { readToken } from './token.js';

export interface HelperSurroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** How processes start; real ones when absent. */
  readonly spawn?: Spawn;
  /** `%ProgramData%`; from the environment when absent. */
  readonly programData?: string;
}

/** Exit codes: 0 the TUI said that all is well · 1 it went away, services were restored · 2 refused, nothing was done. */
export async function runElevatedHelper(
  args: readonly string[],
  { env, platform, spawn = createProcessSpawn(), ...surroundings }: HelperSurroundings,
): Promise<0 | 1 | 2> {
  const [pipe = '', secretFile = '', session = ''] = args;
  if (args.length !== 3 || !isPipeName(pipe, platform) || !/^[0-9a-f]{16}$/.test(session)) return 2;
  const paths = readMachinePaths(env);
  // The state folder's own checks hold from %ProgramData% down: a link or junction on the way is refused.
  const state = createStateFolder(surroundings.programData ?? paths.programData);
  const log = await openLog(state, session);
  const secret = readSecret(await readFile(secretFile, 'latin1').catch(() => ''));
  if (log === undefined || secret === undefined) return 2;
  const { sid } = await readToken(spawn, paths);
  const keptKeys = createKeptKeys(state, spawn, paths);
  const served = { pipe, secret, spawn, clock: systemClock, paths, keptKeys, sid, log: log.add };
  const end = await serveElevated(served);
  await log.written();
  return end === 'ended' ? 0 : 1;
}

/** The log in the folder that `prepare.ps1` has made; undefined where that is not there, or was used before. */
async function openLog(state: StateFolder, session: string) {
  const folder = `wsl-netfix-tui/${session}`;
  // Without the copy of this program in it, it is not the folder that was prepared.
  if (!(await state.list(folder)).includes('wsl-netfix-tui.mjs')) return undefined;
  if (!(await state.create(`${folder}/helper.log`, ''))) return undefined;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    add: (line: string) => {
      const text = `${new Date().toISOString()} ${line}\n`;
      // A full disk loses lines and stops nothing.
      queue = queue.then(() => state.append(`${folder}/helper.log`, text)).catch(() => undefined);
    },
    written: () => queue,
  };
}

function readSecret(text: string): Uint8Array | undefined {
  return /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, 'hex') : undefined;
}
