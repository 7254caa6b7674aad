import type { HnsNetwork } from '../domain/facts.js';
import { adminQuestion } from '../host/admin-questions.js';
import { sanitizeLine } from '../host/sanitize.js';
import { recordsOf, textIn } from './json.js';
import { askWhereInstalled } from './machine.js';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** The networks that HNS keeps. None is normal: WSL's is made at its first start after each start of Windows. */
export const hnsNetworksProbe: Probe<'hnsNetworks'> = {
  id: 'hns-networks',
  fact: 'hnsNetworks',
  after: ['elevation'],
  elevation: 'admin',
  worker: 'own',
  usualMs: 3_000,
  timeoutMs: 15_000,
  async read(context) {
    // The call hangs where hns hangs (moby#40699): it gets a worker of its own.
    const value = await askWhereInstalled(context, adminQuestion('hns-networks'), 'Get-HnsNetwork');
    return value instanceof Skip ? value : { networks: parseNetworks(value) };
  },
  findings({ networks }, known) {
    const start = known.wslStart;
    // Other failures never came as far as this network.
    const isItsFault =
      start?.failedMode === 'Nat' || (start?.codePath ?? '').includes('/ConfigureNetworking/');
    if (wslWorks(known) || !isItsFault) return [];
    // Made once for each start of Windows and opened again after that, so a broken one stays (wsl.md 2.2).
    return networks
      .filter(({ id }) => wslNetworkIds.has(id))
      .map(({ id, name }) => ({
        id: 'hns-network-unusable',
        probe: 'hns-networks',
        data: { name },
        evidence: `HNS: ${name} {${id}}`,
      }));
  },
};

/** "WSL" and "WSL (Hyper-V firewall)" (wsl.md 2.2). */
export const wslNetworkIds: ReadonlySet<string> = new Set([
  'B95D0C5E-57D4-412B-B571-18A81A16E005',
  '790E58B4-7939-4434-9358-89AE7DDBE87E',
]);

export function parseNetworks(value: unknown): readonly HnsNetwork[] {
  return recordsOf(value).map((record) => ({
    id: textIn(record, 'ID').replace(/[{}]/g, '').toUpperCase(),
    name: sanitizeLine(textIn(record, 'Name')),
    type: sanitizeLine(textIn(record, 'Type')),
    switchName:
      typeof record.SwitchName === 'string' && record.SwitchName !== ''
        ? sanitizeLine(record.SwitchName)
        : null,
  }));
}
