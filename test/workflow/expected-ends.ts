/**
 * How remedies end in each practice world, read off the worlds' stories: what cures it, what goes around it, and what cannot be
 * done there. All others leave the machine as untouched as it was, or as a mere restart leaves it. Where WSL fails before its
 * network, distros are rescued by a copy of their disks and nothing is converted; the verdict over the network stays.
 */
import type { RemedyId, Verdict } from '../../src/domain/ids.js';

export type End = Verdict | 'rolledBack' | 'notFullyRolledBack' | 'handedOver';

/**
 * In every world they end with something in the person's hands, over which there is no verdict: a window of Windows, in which
 * nothing is ours, or a copy, which repairs nothing and was never meant to.
 */
export const handOvers: ReadonlySet<RemedyId> = new Set([
  'security-software-guide',
  'vmware-repair-guide',
  'device-policy-guide',
  'windows-update-guide',
  'network-reset-guide',
  'system-restore-guide',
  'reset-pc-guide',
  'other-machine-guide',
  'wsl-reinstall',
  'distro-rescue',
  'restore-point',
]);

export interface ExpectedEnds {
  /** The verdict where nothing is done. */
  readonly untouched: Verdict;
  /** The verdict after nothing but a restart of Windows. */
  readonly restarted: Verdict;
  readonly others: Partial<Record<RemedyId, End>>;
}

export const expectedEnds: Readonly<Record<string, ExpectedEnds>> = {
  'classic-80041002': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'reset-network-stack': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'classic-80041002-zh': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'reset-network-stack': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'comodo-filter': { untouched: 'not-repaired', restarted: 'not-repaired', others: {} },
  'consomme-fallback': {
    untouched: 'working-by-fallback',
    restarted: 'working-by-fallback',
    others: { 'wslconfig-mirrored': 'not-repaired', 'wslconfig-none': 'not-repaired' },
  },
  'constrained-language': {
    untouched: 'working-by-fallback',
    restarted: 'working-by-fallback',
    others: {
      'enable-service': 'repaired',
      'wslconfig-mirrored': 'not-repaired',
      'wslconfig-none': 'not-repaired',
    },
  },
  debloated: {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'enable-service': 'repaired',
      'hyperv-reinstall': 'rolledBack',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
    },
  },
  'device-policy-de': { untouched: 'not-repaired', restarted: 'not-repaired', others: {} },
  'dhcp-client-disabled': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'enable-service': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'firewall-off-zh': {
    untouched: 'working-by-fallback',
    restarted: 'working-by-fallback',
    others: {
      'enable-service': 'repaired',
      'wslconfig-mirrored': 'not-repaired',
      'wslconfig-none': 'not-repaired',
    },
  },
  healthy: {
    untouched: 'repaired',
    restarted: 'repaired',
    others: {
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-none': 'not-repaired',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'healthy-de': {
    untouched: 'repaired',
    restarted: 'repaired',
    others: {
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-none': 'not-repaired',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'healthy-es': {
    untouched: 'repaired',
    restarted: 'repaired',
    others: {
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-none': 'not-repaired',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'healthy-ja': {
    untouched: 'repaired',
    restarted: 'repaired',
    others: {
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-none': 'not-repaired',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'healthy-ru': {
    untouched: 'repaired',
    restarted: 'repaired',
    others: {
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-none': 'not-repaired',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'healthy-zh': {
    untouched: 'repaired',
    restarted: 'repaired',
    others: {
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-none': 'not-repaired',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'hns-denied-ja': {
    untouched: 'not-repaired',
    restarted: 'repaired',
    others: {
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'hns-disabled-de': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'enable-service': 'repaired',
      'hyperv-reinstall': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'hns-hangs': {
    untouched: 'not-repaired',
    restarted: 'repaired',
    others: {
      'hns-state-reset': 'notFullyRolledBack',
      'reset-network-stack': 'notFullyRolledBack',
      'restart-hns': 'notFullyRolledBack',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'hns-lost-port': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'hns-state-reset': 'repaired',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-nat': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'hns-phantom-es': {
    untouched: 'not-repaired',
    restarted: 'repaired',
    others: { 'wsl-update': 'working-by-fallback', 'wsl1-convert': 'working-by-fallback' },
  },
  'home-vmware-zh': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'hyperv-reinstall': 'rolledBack',
      'vmware-bridge-cleanup': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
    },
  },
  'host-offline': {
    untouched: 'cannot-judge',
    restarted: 'cannot-judge',
    others: { 'wslconfig-none': 'not-repaired' },
  },
  'hyperv-damaged-ja': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'hyperv-reinstall': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
    },
  },
  'hypervisor-off-de': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: { 'hypervisor-enable': 'repaired' },
  },
  'ics-disabled-server': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'enable-service': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'inbox-wsl': { untouched: 'not-repaired', restarted: 'not-repaired', others: { 'wsl-update': 'repaired' } },
  'interface-constraint': {
    untouched: 'working-by-fallback',
    restarted: 'working-by-fallback',
    others: { 'wslconfig-mirrored': 'not-repaired', 'wslconfig-none': 'not-repaired' },
  },
  'mode-policy-de': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: { 'wsl-update': 'working-by-fallback', 'wsl1-convert': 'working-by-fallback' },
  },
  'netnat-leftover-ru': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'netnat-remove': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'network-bridge-de': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'network-setup-disabled': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'enable-service': 'repaired',
      'hyperv-reinstall': 'rolledBack',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'no-adapters-ru': { untouched: 'not-repaired', restarted: 'not-repaired', others: {} },
  'no-distro': { untouched: 'cannot-judge', restarted: 'cannot-judge', others: {} },
  'no-wsl': { untouched: 'cannot-judge', restarted: 'cannot-judge', others: {} },
  'platform-off-es': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'enable-virtual-machine-platform': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'port-53-taken': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'free-port-53': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'ports-fragmented-zh': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'ephemeral-ports-widen': 'repaired',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-nat': 'repaired',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'two-vmware-ics': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'hyperv-reinstall': 'rolledBack',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'two-vmware-netsetup': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'hyperv-reinstall': 'rolledBack',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'unknown-80041002': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'update-half-done-es': {
    untouched: 'not-repaired',
    restarted: 'repaired',
    others: { 'wsl1-convert': 'working-by-fallback' },
  },
  'update-regression': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-nat': 'repaired',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'vm-silent': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {},
  },
  'vmware-leftover': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'hyperv-reinstall': 'rolledBack',
      'vmware-bridge-cleanup': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'vmware-upgrade': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'hyperv-reinstall': 'rolledBack',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'winsock-provider-zh': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: { 'reset-network-stack': 'repaired' },
  },
  'wmi-broken': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'hyperv-mof-recompile': 'repaired',
      'hyperv-reinstall': 'repaired',
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'wsl-files-missing': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {},
  },
  'wsl-service-disabled-ru': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: { 'enable-service': 'repaired' },
  },
  'wslconfig-misplaced': {
    untouched: 'repaired',
    restarted: 'repaired',
    others: {
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-none': 'not-repaired',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
  'wslconfig-switch-zh': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: { 'wsl1-convert': 'working-by-fallback', 'wslconfig-nat': 'repaired' },
  },
};
