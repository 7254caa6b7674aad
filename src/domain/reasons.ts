/** Why `explain` says what it says, as data: the text tables turn it into sentences. */
import type { NetworkingMode } from './facts.js';
import type { CauseId, RemedyId } from './ids.js';

/** Where in WSL's start something failed; `other` is where nothing tells. */
export type Stage = 'network' | 'vm' | 'service' | 'install' | 'other';

/** What a pasted text comes to, before any detail: the first sentence of the answer, and what to do next. */
export interface Gist {
  /**
   * `fallback` and `without-network`: WSL started all the same. A stage: it failed there. `names-only`: no code, and something
   * in the text speaks for a cause. `nothing`: neither.
   */
  readonly is: 'fallback' | 'without-network' | Stage | 'names-only' | 'nothing';
  readonly failed: NetworkingMode | null;
  readonly fallback: NetworkingMode | null;
  /** `event-log`: WSL printed no code, Windows logged one. `whole-text`: there is more to paste. */
  readonly next: 'event-log' | 'machine' | 'settings-file' | 'whole-text';
}

/** Advice that circulates and does harm, or nothing: causes.md section 6. */
export const folkloreIds = [
  'netcfg-delete',
  'hnsdiag-reset',
  'switch-by-hand',
  'distro-unregister',
  'port-53-kill-all',
  'sharedaccess-stop',
  'hns-restart-alone',
  'hns-service-delete',
  'netsh-reset',
  'wmi-repository-reset',
  'hyperv-toggle',
  'network-reset',
  'default-version-1',
  'dotted-key',
] as const;
export type FolkloreId = (typeof folkloreIds)[number];

/** What one cause rests on. Texts `as found` come from the pasted text and are cleaned before they are shown. */
export interface CauseReason {
  readonly kind: 'cause';
  readonly cause: CauseId;
  /** The code that points here, as found, with the stage it came from. */
  readonly code: { readonly text: string; readonly symbol: string | null; readonly stage: Stage } | null;
  /** Set where WSL named a mode that failed and no code points here. */
  readonly mode: { readonly failed: NetworkingMode; readonly fallback: NetworkingMode | null } | null;
  /** Names and settings in the text that speak for it, as found. */
  readonly evidence: readonly string[];
  /** The text holds wsl.exe's exit code for any failure (4294967295) and no code that means something. */
  readonly exitCodeOnly: boolean;
}

export interface RemedyReason {
  readonly kind: 'remedy';
  readonly remedy: RemedyId;
  readonly because:
    | { readonly key: 'repairs'; readonly cause: CauseId }
    | { readonly key: 'may-repair'; readonly cause: CauseId }
    | { readonly key: 'needs-no-hns'; readonly inUse: boolean }
    | { readonly key: 'starts-without-network' }
    | { readonly key: 'wsl1-needs-no-switch' }
    | { readonly key: 'newer-wsl-falls-back'; readonly version: string | null }
    | { readonly key: 'keeps-files' };
}

export interface FolkloreReason {
  readonly kind: 'folklore';
  readonly folklore: FolkloreId;
}

export type Reason = CauseReason | RemedyReason | FolkloreReason;
