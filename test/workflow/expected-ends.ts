/**
 * How remedies end in each practice world, read off the worlds' stories: what cures it, what goes around it, and what cannot be
 * done there. All others leave the machine as untouched as it was, or as a mere restart leaves it. Where WSL fails before its
 * network, distros are rescued by a copy of their disks and nothing is converted; the verdict over the network stays.
 *
 * Why it is so, by causes.md and commands.md:
 * - `wsl-update` only ever leads to a fallback: from 2.4.11 on a NAT that fails becomes VirtioProxy (R1). It repairs where the
 *   in-box WSL itself was the cause (WSL#11744), and does nothing where WSL fails before its network.
 * - `wslconfig-virtioproxy` and `wsl1-convert` need no HNS, so that they work wherever WSL starts at all; they are no repair.
 *   Where the program behind WSL is too old for VirtioProxy (before 2.0.7) or a policy forbids it, it is refused.
 * - `wslconfig-nat` repairs what only mirrored mode suffers from (fragmented ports, KB5121003, a switch that is not there); where NAT
 *   fails for the same reason it ends in the fallback of the newer WSL (`hns-lost-port`).
 * - `wslconfig-none` is never more than `not-repaired`, on an offline host too: there is no network to be judged.
 * - `hyperv-reinstall` is rolled back by Windows while a notify object is dead or NetSetupSvc is off (causes.md 6); it helps
 *   where the parts themselves are damaged.
 * - `restart-hns` repairs nothing by itself: E_ACCESSDENIED took several attempts (WSL#11980), 0x803b0001 a restart (WSL#10089).
 *   Remedies that end with a restart of Windows repair what a restart repairs, whatever else they do (`restarted`).
 * - `reset-network-stack` cures layered providers (WSL#4177). That it cures the classic world is invented, and the world says so.
 * - Of two causes at once one remedy mends one: the verdict stays `not-repaired` (`two-vmware-ics`, `two-vmware-netsetup`).
 * - Nothing here takes a network bridge apart, ends a filter driver or a policy: those worlds have hand-overs only.
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
  'no-admin-80041002': {
    untouched: 'not-repaired',
    restarted: 'not-repaired',
    others: {
      'wsl-update': 'working-by-fallback',
      'wsl1-convert': 'working-by-fallback',
      'wslconfig-virtioproxy': 'working-by-fallback',
    },
  },
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
