import type { NetNatFact } from '../domain/network-facts.js';
import { sanitizeLine } from '../host/sanitize.js';
import { recordsOf, textIn } from './json.js';
import { askWhereInstalled } from './machine.js';
import script from './netnat.ps1';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** NAT networks that somebody set up in Windows: Windows has room for one only (microsoft/WSL#7998). */
export const netNatProbe: Probe<'netNat'> = {
  id: 'netnat',
  fact: 'netNat',
  after: [],
  elevation: 'none',
  worker: 'shared',
  usualMs: 2_000,
  timeoutMs: 16_000,
  async read(context) {
    const value = await askWhereInstalled(
      context,
      {
        id: 'netnat',
        args: {},
        script,
        worker: 'shared',
        elevation: 'none',
        timeoutMs: 15_000,
      },
      'Get-NetNat',
    );
    return value instanceof Skip ? value : { networks: parseNetNats(value) };
  },
  findings: ({ networks }, known) =>
    wslWorks(known)
      ? []
      : networks.map(({ name, prefix }) => ({
          id: 'netnat-present',
          probe: 'netnat',
          data: { name, prefix },
          evidence: `Get-NetNat: ${name} ${prefix}`,
        })),
};

export function parseNetNats(value: unknown): NetNatFact['networks'] {
  return recordsOf(value).map((record) => ({
    name: sanitizeLine(textIn(record, 'Name')),
    prefix: sanitizeLine(textIn(record, 'InternalIPInterfaceAddressPrefix')),
  }));
}
