import type { AdapterConfiguration, FactKey, Facts } from '../domain/facts.js';
import { hashOf } from '../domain/hash.js';
import { isSetByHand } from './adapter-settings.js';

/**
 * Hash of what a plan rests on. Harmless drift is left out: times, counts, what DHCP gave, interface indexes, and the
 * states of hns and vmcompute, which start on demand and which every plan ends running.
 */
export function hashFacts(facts: Facts, reads: readonly FactKey[]): string {
  return hashOf(Object.fromEntries([...reads].sort().map((key) => [key, essenceOf(facts, key)])));
}

function essenceOf(facts: Facts, key: FactKey): unknown {
  switch (key) {
    case 'windows':
      return facts.windows === undefined ? null : { ...facts.windows, bootTime: null };
    case 'services':
      return facts.services?.services.map(({ name, installed, startType, dependents }) => ({
        name,
        installed,
        startType,
        dependents: dependents.map(({ name: dependent, state }) => [dependent, state === 'running']),
      }));
    case 'networkConfiguration':
      return facts.networkConfiguration?.adapters.filter(isSetByHand).map(settingsOf).sort();
    case 'vmmsEvents':
    case 'hnsEvents':
      return facts[key]?.log;
    case 'storage':
      // Sizes drift while anything is written; that there was room is looked at once.
      return facts.storage?.disks.map(({ distro, folder, file }) => [distro, folder, file]);
    case 'wslStart':
      return null;
    default:
      return facts[key] ?? null;
  }
}

const settingsOf = ({
  interfaceGuid,
  dhcp,
  addresses,
  gateways,
  nameServers,
  metric,
  routes = [],
}: AdapterConfiguration) =>
  JSON.stringify([interfaceGuid, dhcp, addresses, gateways, nameServers, metric, routes]);
