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
  | { readonly code: 'not-on-this-edition' }
  | { readonly code: 'no-wsl' }
  | { readonly code: 'no-distro' }
  | { readonly code: 'distro-running' }
  | { readonly code: 'not-installed'; readonly what: string }
  | { readonly code: 'constrained-language' }
  | { readonly code: 'cancelled' };

export type ProbeResult =
  | { readonly status: 'ok' | 'finding'; readonly findings: readonly Finding[]; readonly durationMs: number }
  | { readonly status: 'skipped'; readonly reason: SkipReason; readonly durationMs: number }
  | { readonly status: 'timed-out'; readonly afterMs: number; readonly durationMs: number }
  | { readonly status: 'crashed'; readonly message: string; readonly durationMs: number };

/** One row of the checklist while a diagnosis runs. */
export type ProbeProgress =
  { readonly status: 'waiting' } | { readonly status: 'running'; readonly since: number } | ProbeResult;
