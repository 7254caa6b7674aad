/** Findings: facts that depart from a healthy machine. */
import type { ProbeId, ServiceName } from './ids.js';

/** Each finding's data; the texts are functions of it. */
export interface FindingTable {
  'wsl-start-failed': { readonly hresult: string | null; readonly codePath: string | null };
  'wsl-start-network-code': { readonly hresult: string };
  'wsl-start-fell-back': { readonly failed: string; readonly fallback: string };
  'wsl-not-installed': Record<string, never>;
  'vmms-switch-not-found': { readonly count: number; readonly eventId: number; readonly hresult: string };
  'hns-switch-creation-failed': {
    readonly count: number;
    readonly eventId: number;
    readonly hresult: string;
  };
  'vmware-bridge-dll-missing': { readonly dll: string; readonly vmwareInstalled: boolean };
  'service-missing': { readonly service: ServiceName };
  'service-disabled': { readonly service: ServiceName };
  'service-stopped': { readonly service: ServiceName };
  'wslconfig-warnings': { readonly lines: readonly number[] };
  'network-mode-bypassed': { readonly mode: string };
  'restart-pending': { readonly by: 'component-servicing' | 'windows-update' };
  /** WSL's own warning in the Application log: it fell back, and told somebody else or nobody. */
  'wsl-warned-fallback': { readonly count: number; readonly failed: string; readonly fallback: string };
  'wsl-files-missing': { readonly files: readonly string[] };
  'nat-interface-gone': { readonly alias: string };
  /** The elevated account has no distros, and another signed-in account has. */
  'distros-of-another-account': Record<string, never>;
  'feature-off': { readonly feature: string };
  'hypervisor-not-running': { readonly firmwareEnabled: boolean | null };
  'hypervisor-launch-off': Record<string, never>;
  'network-bridge-present': { readonly adapter: string };
  'adapter-problem': { readonly adapter: string; readonly problem: number };
  'adapters-missing': Record<string, never>;
  'vmware-bridge-bound': { readonly adapter: string };
  'netnat-present': { readonly name: string; readonly prefix: string };
  'port-53-taken': { readonly process: string; readonly pid: number; readonly address: string };
  'ports-fragmented': { readonly largestFree: number };
  'winsock-layered-provider': { readonly name: string; readonly path: string };
  'device-install-forbidden': { readonly policies: readonly string[] };
  'ics-forbidden-by-policy': Record<string, never>;
  /** The firewall is on, and no rule of this machine's own counts there (or none at all from outside). */
  'firewall-policy': {
    readonly profile: 'domain' | 'private' | 'public';
    readonly rule: 'AllowInboundRules' | 'AllowLocalFirewallRules';
  };
  /** A network component is registered and the DLL that Windows would call is gone. */
  'notify-object-dll-missing': { readonly component: string; readonly dll: string };
  'wsl-forbidden-by-policy': Record<string, never>;
  'security-software': {
    readonly product: string;
    readonly version: string | null;
    readonly kind: 'security' | 'vpn';
  };
  'wmi-switch-service-broken': { readonly hresult: string | null };
  'wmi-repository-inconsistent': Record<string, never>;
  /** WSL's network exists in HNS though WSL could not use it. */
  'hns-network-unusable': { readonly name: string };
  'host-offline': Record<string, never>;
  /** The fault without WSL: Windows could not create a switch of our own. */
  'test-switch-failed': { readonly hresult: string | null };
  'test-switch-created': { readonly name: string };
  /** Our own test switch is still there. */
  'test-switch-left': { readonly name: string };
}
export type FindingId = keyof FindingTable;

export type Finding = {
  readonly [Id in FindingId]: {
    readonly id: Id;
    readonly probe: ProbeId;
    readonly data: FindingTable[Id];
    /** The words of the machine that it rests on. */
    readonly evidence: string;
  };
}[FindingId];

/** Why a probe did not look. */
export type SkipReason =
  | { readonly code: 'needs-elevation' }
  /** Windows keeps from this account what others may read; a deeper look does not ask for it. */
  | { readonly code: 'denied' }
  | { readonly code: 'not-on-this-edition' }
  | { readonly code: 'no-wsl' }
  | { readonly code: 'no-distro' }
  | { readonly code: 'distro-running' }
  | { readonly code: 'not-installed'; readonly what: string }
  | { readonly code: 'constrained-language' }
  /** Changes something or takes long: only a deeper look does it. */
  | { readonly code: 'asked-for-only' }
  | { readonly code: 'cancelled' };

export type ProbeResult =
  | { readonly status: 'ok' | 'finding'; readonly findings: readonly Finding[]; readonly durationMs: number }
  | { readonly status: 'skipped'; readonly reason: SkipReason; readonly durationMs: number }
  | { readonly status: 'timed-out'; readonly afterMs: number; readonly durationMs: number }
  | {
      readonly status: 'crashed';
      readonly message: string;
      readonly durationMs: number;
      /** Set where PowerShell took the question with it: its process ended, spoke garbage, or never started. */
      readonly lost?: { readonly question: string; readonly why: string };
    };

/** One row of the checklist while a diagnosis runs. */
export type ProbeProgress =
  { readonly status: 'waiting' } | { readonly status: 'running'; readonly since: number } | ProbeResult;
