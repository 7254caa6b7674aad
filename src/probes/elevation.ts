import type { ElevationFact } from '../domain/facts.js';
import { runToExit } from './machine.js';
import type { Probe } from './probe.js';

/** What this process may do, and from where its person looks at it, by SIDs: group names are localised. */
export const elevationProbe: Probe<'elevation'> = {
  id: 'elevation',
  fact: 'elevation',
  after: [],
  elevation: 'none',
  usualMs: 300,
  timeoutMs: 10_000,
  async read(context) {
    const { exitCode, stdout } = await runToExit(context, 'whoami', ['/groups', '/fo', 'csv', '/nh']);
    if (exitCode !== 0) throw new Error(`whoami ended with ${exitCode}.`);
    return parseGroups(stdout);
  },
  findings: () => [],
};

/** Integrity levels High and System; logons from remote: RDP (14), network and thereby SSH (2). */
const elevatedSids = ['S-1-16-12288', 'S-1-16-16384'];
const remoteSids = ['S-1-5-14', 'S-1-5-2'];

/** Throws where no group was listed at all. */
export function parseGroups(stdout: string): ElevationFact {
  const sids = new Set(stdout.match(/\bS-1-\d+(?:-\d+)+\b/g) ?? []);
  if (sids.size === 0) throw new Error('whoami listed no group.');
  return {
    elevated: elevatedSids.some((sid) => sids.has(sid)),
    remoteSession: remoteSids.some((sid) => sids.has(sid)),
  };
}
