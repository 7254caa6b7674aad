/** Checks whose answer a probe reads: the same questions, parsers and patience as in a diagnosis. */
import { isInTheWay } from '../domain/network-facts.js';
import type { FactKey, Facts } from '../domain/facts.js';
import type { Check } from '../domain/plan.js';
import type { Host } from '../host/host.js';
import { isOlder } from '../wslconfig/keys.js';
import { readFacts } from './diagnosis.js';

type FactCheckKind =
  | 'distro-version'
  | 'wsl-version'
  | 'feature'
  | 'hypervisor-launch'
  | 'hypervisor-runs'
  | 'hns-network'
  | 'netnat'
  | 'dynamic-ports'
  | 'wmi-switch-service'
  | 'port-53-free'
  | 'restore-point';
export type FactCheck = Extract<Check, { readonly kind: FactCheckKind }>;

/** False where the probe could not look: what cannot be seen does not hold. */
export async function factHolds(host: Host, check: FactCheck): Promise<boolean> {
  const facts = await readFacts(host, [factOf[check.kind]], {}, new AbortController().signal);
  return holds(facts, check) === true;
}

const factOf: Readonly<Record<FactCheckKind, FactKey>> = {
  'distro-version': 'distros',
  'wsl-version': 'wsl',
  feature: 'optionalFeatures',
  'hypervisor-launch': 'bootConfiguration',
  'hypervisor-runs': 'hypervisor',
  'hns-network': 'hnsNetworks',
  netnat: 'netNat',
  'dynamic-ports': 'portRanges',
  'wmi-switch-service': 'wmiSwitchService',
  'port-53-free': 'port53',
  'restore-point': 'restorePoints',
};

function holds(facts: Facts, check: FactCheck): boolean | undefined {
  switch (check.kind) {
    case 'distro-version':
      return facts.distros?.distros.some(
        ({ name, version }) => name === check.distro && version === check.version,
      );
    case 'wsl-version': {
      const version = facts.wsl?.version ?? null;
      return version !== null && (check.atLeast === null || !isOlder(version, check.atLeast));
    }
    case 'feature':
      return (
        facts.optionalFeatures && isFeatureSo(facts.optionalFeatures.features[check.feature], check.state)
      );
    case 'hypervisor-launch':
      return facts.bootConfiguration?.hypervisorLaunchType === check.type;
    case 'hypervisor-runs':
      return facts.hypervisor?.running;
    case 'hns-network':
      return facts.hnsNetworks?.networks.some(({ id }) => id === check.id) === check.exists;
    case 'netnat':
      return facts.netNat?.networks.some(({ name }) => name === check.name) === check.exists;
    case 'dynamic-ports': {
      const { family, protocol, start, count } = check.ports;
      return facts.portRanges?.dynamic.some(
        (range) =>
          range.family === family &&
          range.protocol === protocol &&
          range.start === start &&
          range.count === count,
      );
    }
    case 'wmi-switch-service':
      return facts.wmiSwitchService?.answer === 'present';
    case 'port-53-free':
      return facts.port53 && !facts.port53.owners.some(isInTheWay);
    case 'restore-point':
      return (facts.restorePoints?.newest ?? 0) > (check.newerThan ?? 0);
  }
}

/** A feature that is off may have lost its files, too. */
const isFeatureSo = (now: string, wanted: 'enabled' | 'disabled'): boolean =>
  wanted === 'enabled' ? now === 'enabled' : now === 'disabled' || now === 'absent';
