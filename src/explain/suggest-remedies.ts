import { causes } from '../causes/registry.js';
import type { RemedyId } from '../domain/ids.js';
import type { RemedyReason, Stage } from '../domain/reasons.js';
import { isOlder } from '../wslconfig/keys.js';
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
  const known = causes.find((cause) => cause.id === id)?.remedies ?? [];
  return known.flatMap(({ id: remedy, relation }) =>
    relation === 'repairs' || relation === 'may-repair'
      ? [{ kind: 'remedy', remedy, because: { key: relation, cause: id } }]
      : [],
  );
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
