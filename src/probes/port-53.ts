import { isInTheWay, type PortOwner } from '../domain/network-facts.js';
import { sanitizeLine } from '../host/sanitize.js';
import { numberIn, recordsOf, textIn, type JsonRecord } from './json.js';
import { askQuestion } from './machine.js';
import script from './port-53.ps1';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** Who listens on UDP port 53, where Internet Connection Sharing sets up DNS for WSL (microsoft/WSL#10889). */
export const port53Probe: Probe<'port53'> = {
  id: 'port-53',
  fact: 'port53',
  after: [],
  elevation: 'none',
  worker: 'shared',
  usualMs: 2_000,
  timeoutMs: 16_000,
  async read(context) {
    const value = await askQuestion(context, {
      id: 'port-53',
      args: {},
      script,
      worker: 'shared',
      elevation: 'none',
      timeoutMs: 15_000,
    });
    return value instanceof Skip ? value : { owners: parseOwners(value) };
  },
  findings: ({ owners }, known) =>
    wslWorks(known)
      ? []
      : owners.filter(isInTheWay).map(({ address, pid, process }) => ({
          id: 'port-53-taken',
          probe: 'port-53',
          data: { process, pid, address },
          evidence: `UDP ${address}:53 · ${process} · ${pid}`,
        })),
};

export function parseOwners(value: unknown): readonly PortOwner[] {
  return recordsOf(value).map((record) => ({
    address: sanitizeLine(textIn(record, 'LocalAddress')),
    pid: numberIn(record, 'OwningProcess'),
    process: sanitizeLine(textIn(record, 'ProcessName')).replace(/\.exe$/i, ''),
    ...serviceIn(record),
  }));
}

function serviceIn(record: JsonRecord): Pick<PortOwner, 'service'> {
  const service = record.ServiceName;
  return typeof service === 'string' && service !== '' ? { service: sanitizeLine(service) } : {};
}
