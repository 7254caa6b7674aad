import type { Finding } from '../domain/findings.js';
import { isBridge, type NetworkAdapter, type NetworkAdaptersFact } from '../domain/network-facts.js';
import type { Facts } from '../domain/facts.js';
import { sanitizeLine } from '../host/sanitize.js';
import { recordsOf, textIn, type JsonRecord } from './json.js';
import { askQuestion } from './machine.js';
import script from './network-adapters.ps1';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** Every network adapter with what Device Manager says of it. */
export const networkAdaptersProbe: Probe<'networkAdapters'> = {
  id: 'network-adapters',
  fact: 'networkAdapters',
  after: [],
  elevation: 'none',
  worker: 'shared',
  usualMs: 3_000,
  timeoutMs: 20_000,
  async read(context) {
    const value = await askQuestion(context, {
      id: 'network-adapters',
      args: {},
      script,
      worker: 'shared',
      elevation: 'none',
      timeoutMs: 18_000,
    });
    return value instanceof Skip ? value : { adapters: parseNetworkAdapters(value) };
  },
  findings: (fact, known) => (wslWorks(known) ? [] : findTroubles(fact, known)),
};

const statuses: Readonly<Record<string, NetworkAdapter['status']>> = {
  up: 'up',
  disconnected: 'disconnected',
  disabled: 'disabled',
  'not present': 'not-present',
};

export function parseNetworkAdapters(value: unknown): readonly NetworkAdapter[] {
  return recordsOf(value).map((record) => ({
    name: sanitizeLine(textIn(record, 'Name')),
    description: sanitizeLine(optionalText(record, 'InterfaceDescription')),
    interfaceGuid: optionalText(record, 'InterfaceGuid').replace(/[{}]/g, '').toUpperCase() || null,
    componentId: sanitizeLine(optionalText(record, 'ComponentID')).toLowerCase(),
    status: statuses[optionalText(record, 'Status').toLowerCase()] ?? 'other',
    hidden: record.Hidden === true,
    problem: typeof record.Problem === 'number' ? record.Problem : null,
  }));
}

const optionalText = (record: JsonRecord, name: string): string => {
  const value = record[name];
  return typeof value === 'string' ? value : '';
};

/** 22 and 24: switched off or gone. 45: not connected now. None of them is a fault. */
const harmless = new Set([0, 22, 24, 45]);

function findTroubles({ adapters }: NetworkAdaptersFact, known: Facts): readonly Finding[] {
  const probe = 'network-adapters';
  // microsoft/WSL#6089, #9909: the list of the host itself was empty.
  const isEmpty = adapters.every(({ status }) => status === 'not-present') && known.windows !== undefined;
  if (isEmpty)
    return [{ id: 'adapters-missing', probe, data: {}, evidence: 'Get-NetAdapter -IncludeHidden' }];
  return adapters.flatMap((adapter): readonly Finding[] => {
    const { name, problem, componentId } = adapter;
    return [
      ...(isBridge(adapter)
        ? [
            {
              id: 'network-bridge-present',
              probe,
              data: { adapter: name },
              evidence: `${name}: ${componentId}`,
            } as const,
          ]
        : []),
      ...(problem !== null && !harmless.has(problem)
        ? [
            {
              id: 'adapter-problem',
              probe,
              data: { adapter: name, problem },
              evidence: `${name}: ${componentId} ConfigManagerErrorCode ${problem}`,
            } as const,
          ]
        : []),
    ];
  });
}
