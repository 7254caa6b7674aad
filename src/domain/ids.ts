/** Names that do not change once released: they appear in JSON, journals and texts. */

export const causeIds = [
  'vmware-bridge-leftover',
  'security-software-filter',
  'device-install-policy',
  'network-setup-service-disabled',
  'hyperv-components-damaged',
  'network-stack-damaged',
  'wmi-provider-broken',
  'hns-state-stale',
  'hns-not-running',
  'hns-access-denied',
  'netnat-leftover',
  'nat-interface-constraint',
  'network-bridge',
  'virtual-machine-platform-off',
  'ics-disabled',
  'port-53-taken',
  'ephemeral-ports-fragmented',
  'firewall-service-disabled',
  'dhcp-client-disabled',
  'winsock-provider',
  'wsl-service-disabled',
  'wsl-install-damaged',
  'wsl-outdated',
  'wslconfig-invalid',
  'hypervisor-off',
  'windows-regression',
  'windows-update-pending',
  'host-offline',
  'unknown-vswitch-failure',
  'unknown',
] as const;
export type CauseId = (typeof causeIds)[number];

export const remedyIds = [
  'wslconfig-virtioproxy',
  'wslconfig-none',
  'wslconfig-mirrored',
  'wslconfig-nat',
  'wslconfig-correct',
  'wsl1-default',
  'wsl1-convert',
  'wsl-update',
  'wsl-shutdown',
  'wsl-reinstall',
  'restart-windows',
  'restart-hns',
  'enable-service',
  'enable-virtual-machine-platform',
  'hypervisor-enable',
  'vmware-bridge-cleanup',
  'hns-network-remove',
  'hns-state-reset',
  'netnat-remove',
  'reset-network-stack',
  'hyperv-mof-recompile',
  'hyperv-reinstall',
  'component-store-repair',
  'ephemeral-ports-widen',
  'free-port-53',
  'distro-rescue',
  'restore-point',
  'security-software-guide',
  'vmware-repair-guide',
  'device-policy-guide',
  'windows-update-guide',
  'network-reset-guide',
  'system-restore-guide',
  'reset-pc-guide',
  'other-machine-guide',
] as const;
export type RemedyId = (typeof remedyIds)[number];

export const probeIds = [
  'windows',
  'elevation',
  'wsl',
  'distros',
  'services',
  'vmms-events',
  'hns-events',
  'hns-networks',
  'vmware-bridge',
  'wslconfig',
  'network-configuration',
  'pending-restart',
  'wsl-start',
  'wsl-events',
  'wsl-install',
  'wsl-nat',
  'profile-owner',
  'optional-features',
  'hypervisor',
  'boot-configuration',
  'network-adapters',
  'adapter-bindings',
  'notify-objects',
  'netnat',
  'port-53',
  'port-ranges',
  'winsock',
  'firewall-profiles',
  'device-policy',
  'policies',
  'security-software',
  'wmi-switch-service',
  'wmi-repository',
  'running-software',
  'virtual-machines',
  'bitlocker',
  'storage',
  'restore-points',
  'host-online',
  'test-switch',
] as const;
export type ProbeId = (typeof probeIds)[number];

export type Verdict = 'repaired' | 'working-by-fallback' | 'not-repaired' | 'cannot-judge';

/** What a diagnosis says of the machine as a whole. */
export type Health = 'healthy' | 'broken' | 'working-by-fallback' | 'unknown';

/** Windows' own service names, lower case as in `sc query`. */
export type ServiceName = string;

/** How far a session came; the first three wait for somebody. */
export type SessionState =
  | 'interrupted'
  | 'awaiting-restart'
  | 'awaiting-verification'
  | 'done'
  | 'rolled-back'
  | 'not-fully-rolled-back'
  | 'forgotten';

/** Why a session is not taken back from here. */
export type UndoObstacle =
  /** The person has to be on that machine. */
  | 'other-machine'
  | 'already-undone'
  /** It only looked or saved something, nothing of it ran, or nothing brings it back. */
  | 'nothing-to-undo';
