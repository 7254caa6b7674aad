import type { ProfileOwnerFact } from '../domain/system-facts.js';
import { readRegistryKey, runToExit } from './machine.js';
import type { Probe } from './probe.js';

const lxss = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss';

/**
 * Whether HKCU is that of the person whose distros these are: an elevated administrator may be somebody else, and would
 * edit the wrong .wslconfig. Only the keys of signed-in accounts can be seen.
 */
export const profileOwnerProbe: Probe<'profileOwner'> = {
  id: 'profile-owner',
  fact: 'profileOwner',
  after: [],
  elevation: 'none',
  usualMs: 500,
  timeoutMs: 15_000,
  async read(context) {
    const [user, users] = await Promise.all([
      runToExit(context, 'whoami', ['/user', '/fo', 'csv', '/nh']),
      readRegistryKey(context, 'HKU'),
    ]);
    const sid = parseSid(user.stdout);
    const accounts = accountsIn(users?.subkeys ?? []);
    const keys = await Promise.all(
      accounts.map((account) => readRegistryKey(context, `HKU\\${account}\\${lxss}`)),
    );
    const owners = accounts.filter((_, index) => hasDistro(keys[index]?.subkeys ?? []));
    return { sid, owners, distrosOf: distrosOf(sid, owners) };
  },
  findings: (fact) =>
    fact.distrosOf === 'self'
      ? []
      : [
          {
            id: 'distros-of-another-account',
            probe: 'profile-owner',
            data: {},
            evidence: fact.owners.join(', '),
          },
        ],
};

/** Throws where whoami names no account. */
export function parseSid(stdout: string): string {
  const sid = /\bS-1-\d+(?:-\d+)+\b/.exec(stdout)?.[0];
  if (sid === undefined) throw new Error('whoami named no account.');
  return sid;
}

/** Real people: not services, not the hives of their classes. */
export const accountsIn = (hives: readonly string[]): readonly string[] =>
  hives.flatMap((hive) => /\\(S-1-(?:5-21|12-1)-[\d-]+)$/.exec(hive)?.[1] ?? []);

const hasDistro = (subkeys: readonly string[]): boolean =>
  subkeys.some((subkey) => /\\\{[0-9a-f-]{36}\}$/i.test(subkey));

const distrosOf = (sid: string, owners: readonly string[]): ProfileOwnerFact['distrosOf'] =>
  owners.length === 0 || owners.includes(sid) ? 'self' : 'other';
