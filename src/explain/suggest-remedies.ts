import type { CauseId, RemedyId } from '../domain/ids.js';
import type { RemedyReason, Stage } from '../domain/reasons.js';
import type { FoundModes } from './explanation.js';
import type { WeighedCause } from './weigh-causes.js';

export interface Suggestion {
  readonly causes: readonly WeighedCause[];
  readonly modes: FoundModes;
  readonly stage: Stage;
  /** WSL's version where the text names it, dotted. */
  readonly wslVersion: string | null;
}

/**
 * Remedies for what `weighCauses` found, best first. Where nobody can know the cause (`unknown-vswitch-failure`) what
 * makes WSL usable without the switch leads; elsewhere the cures of the likeliest cause do.
 */
export function suggestRemedies(suggestion: Suggestion): readonly RemedyReason[] {
  const { causes } = suggestion;
  const [first] = causes;
  if (first === undefined) return [];
  const cures = causes.slice(0, 4).flatMap((cause) => curesOf(cause, first));
  const bypasses = bypassesFor(suggestion);
  const nobodyKnows = first.id === 'unknown-vswitch-failure' || first.id === 'unknown';
  const ordered = nobodyKnows ? [...bypasses, ...cures] : [...cures, ...bypasses];
  return ordered.filter(
    ({ remedy }, index) => ordered.findIndex((other) => other.remedy === remedy) === index,
  );
}

/** A cause far behind the first is mentioned, but nobody should start with its cure. */
function curesOf({ id, likelihood }: WeighedCause, first: WeighedCause): readonly RemedyReason[] {
  if (likelihood < first.likelihood * 0.6 || likelihood < 0.2) return [];
  return cures[id].map(([remedy, key]) => ({ kind: 'remedy', remedy, because: { key, cause: id } }));
}

/**
 * Only a network failure can be bypassed by another way to the network; WSL 1 needs no virtual machine either. What WSL
 * has fallen back to already is not offered again.
 */
function bypassesFor({ causes, modes, stage, wslVersion }: Suggestion): readonly RemedyReason[] {
  const network = stage === 'network' || modes.failed !== null || causes[0]?.id === 'unknown-vswitch-failure';
  const virtualMachine = stage === 'vm' || causes[0]?.id === 'hypervisor-off';
  if (!network) return virtualMachine ? withoutVirtualMachine : [];
  const virtioproxy = because('wslconfig-virtioproxy', {
    key: 'needs-no-hns',
    inUse: modes.fallback === 'VirtioProxy',
  });
  if (modes.fallback === 'VirtioProxy') return [virtioproxy];
  const update = wslVersion === null ? modes.fallback === null : isOlder(wslVersion, '2.4.11');
  return [
    virtioproxy,
    ...(update ? [because('wsl-update', { key: 'newer-wsl-falls-back', version: wslVersion })] : []),
    ...(modes.fallback === 'None' ? [] : [because('wslconfig-none', { key: 'starts-without-network' })]),
    ...withoutVirtualMachine,
  ];
}

function because(remedy: RemedyId, reason: RemedyReason['because']): RemedyReason {
  return { kind: 'remedy', remedy, because: reason };
}

const withoutVirtualMachine: readonly RemedyReason[] = [
  because('wsl1-convert', { key: 'wsl1-needs-no-switch' }),
  because('distro-rescue', { key: 'keeps-files' }),
];

/** Whether a dotted version is older than another, number by number. */
export function isOlder(version: string, than: string): boolean {
  const left = version.split('.').map(Number);
  const right = than.split('.').map(Number);
  for (const [index, number] of right.entries()) {
    const difference = (left[index] ?? 0) - number;
    if (difference !== 0) return difference < 0;
  }
  return false;
}

type Cures = readonly (readonly [RemedyId, 'repairs' | 'may-repair'])[];

/** causes.md sections 1 and 3: what was reported to help, the least invasive first. */
const cures: Readonly<Record<CauseId, Cures>> = {
  'vmware-bridge-leftover': [
    ['vmware-bridge-cleanup', 'repairs'],
    ['vmware-repair-guide', 'repairs'],
    ['network-reset-guide', 'may-repair'],
  ],
  'security-software-filter': [['security-software-guide', 'repairs']],
  'device-install-policy': [['device-policy-guide', 'repairs']],
  'network-setup-service-disabled': [['enable-service', 'repairs']],
  'hyperv-components-damaged': [
    ['component-store-repair', 'may-repair'],
    ['hyperv-reinstall', 'may-repair'],
  ],
  'network-stack-damaged': [
    ['reset-network-stack', 'may-repair'],
    ['network-reset-guide', 'may-repair'],
  ],
  'wmi-provider-broken': [['hyperv-mof-recompile', 'may-repair']],
  'hns-state-stale': [
    ['restart-windows', 'may-repair'],
    ['hns-network-remove', 'may-repair'],
    ['hns-state-reset', 'may-repair'],
  ],
  'hns-not-running': [
    ['enable-service', 'repairs'],
    ['restart-hns', 'may-repair'],
    ['restart-windows', 'may-repair'],
  ],
  'hns-access-denied': [
    ['restart-hns', 'may-repair'],
    ['restart-windows', 'may-repair'],
    ['hyperv-reinstall', 'may-repair'],
  ],
  'netnat-leftover': [['netnat-remove', 'repairs']],
  'nat-interface-constraint': [],
  'network-bridge': [['network-reset-guide', 'may-repair']],
  'virtual-machine-platform-off': [['enable-virtual-machine-platform', 'repairs']],
  'ics-disabled': [['enable-service', 'repairs']],
  'port-53-taken': [['free-port-53', 'repairs']],
  'ephemeral-ports-fragmented': [
    ['ephemeral-ports-widen', 'repairs'],
    ['wslconfig-nat', 'may-repair'],
    ['restart-windows', 'may-repair'],
  ],
  'firewall-service-disabled': [['enable-service', 'repairs']],
  'dhcp-client-disabled': [['enable-service', 'repairs']],
  'winsock-provider': [
    ['security-software-guide', 'repairs'],
    ['reset-network-stack', 'may-repair'],
  ],
  'wsl-service-disabled': [
    ['enable-service', 'repairs'],
    ['security-software-guide', 'may-repair'],
  ],
  'wsl-install-damaged': [['wsl-reinstall', 'repairs']],
  'wsl-outdated': [['wsl-update', 'may-repair']],
  'wslconfig-invalid': [
    ['wslconfig-correct', 'repairs'],
    ['wsl-update', 'may-repair'],
  ],
  'hypervisor-off': [['hypervisor-enable', 'repairs']],
  'windows-regression': [
    ['windows-update-guide', 'may-repair'],
    ['restart-hns', 'may-repair'],
  ],
  'windows-update-pending': [
    ['restart-windows', 'repairs'],
    ['windows-update-guide', 'may-repair'],
  ],
  'host-offline': [],
  'unknown-vswitch-failure': [],
  unknown: [],
};
