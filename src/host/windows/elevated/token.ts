import { makeCommand } from '../../commands.js';
import type { MachinePaths } from '../../host.js';
import type { Spawn } from '../../spawn.js';

/** What whoami.exe says of this process: SIDs only, as names are localised. */
export interface Token {
  /** SID of the account; null where it could not be read. */
  readonly sid: string | null;
  readonly elevated: boolean;
}

/** Integrity levels High and System (commands.md section 1, elevation). */
const elevatedSids = ['S-1-16-12288', 'S-1-16-16384'];

/** Never rejects; what cannot be read counts as not elevated. */
export async function readToken(spawn: Spawn, paths: Pick<MachinePaths, 'system32'>): Promise<Token> {
  const read = async (what: string) => {
    let text = '';
    await spawn(makeCommand(paths, 'whoami', [what, '/fo', 'csv', '/nh']), {
      signal: AbortSignal.timeout(10_000),
      onBytes: (stream, bytes) => {
        if (stream === 'stdout') text += Buffer.from(bytes).toString('latin1');
      },
    });
    return text.match(/\bS-1-\d+(?:-\d+)+\b/g) ?? [];
  };
  const [user, groups] = await Promise.all([read('/user'), read('/groups')]);
  return { sid: user[0] ?? null, elevated: groups.some((sid) => elevatedSids.includes(sid)) };
}
