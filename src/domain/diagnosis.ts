import type { Effect } from '../host/host.js';
import type { Facts } from './facts.js';
import type { Finding, FindingId, ProbeResult } from './findings.js';
import type { CauseId, Health, ProbeId, RemedyId, ServiceName } from './ids.js';

/** A cause with the findings that speak for and against it. */
export interface RankedCause {
  readonly id: CauseId;
  /** Rank score in 0..1; scores of several causes do not sum to 1. */
  readonly likelihood: number;
  readonly for: readonly FindingId[];
  readonly against: readonly FindingId[];
}

/** Why a remedy is not offered. */
export type RefusalReason =
  | { readonly code: 'needs-elevation' }
  | { readonly code: 'needs-store-wsl' }
  | { readonly code: 'needs-wsl' }
  | { readonly code: 'needs-newer-wsl'; readonly version: string }
  | { readonly code: 'already-so' }
  | { readonly code: 'forbidden-by-policy' }
  | { readonly code: 'not-on-this-edition' }
  | { readonly code: 'service-missing'; readonly service: ServiceName }
  | { readonly code: 'restart-pending' }
  | { readonly code: 'fact-missing'; readonly probe: ProbeId }
  | { readonly code: 'nothing-to-do' }
  | { readonly code: 'needs-target' }
  | { readonly code: 'unknown-target'; readonly target: string; readonly known: readonly string[] }
  /** Docker Desktop's own distros need WSL 2, and Docker brings them up by itself. */
  | { readonly code: 'docker-distro'; readonly distro: string }
  /** Only another account has distros: its files and settings are not this one's to change. */
  | { readonly code: 'other-account' }
  | { readonly code: 'software-installed'; readonly software: string }
  | { readonly code: 'service-disabled'; readonly service: ServiceName }
  | { readonly code: 'feature-off'; readonly feature: string }
  | { readonly code: 'needs-newer-windows'; readonly build: number }
  | { readonly code: 'host-offline' }
  | { readonly code: 'firmware-off' }
  /** Held by a program that is no service: its person closes it. */
  | { readonly code: 'port-owner'; readonly process: string; readonly pid: number }
  /** Held by Windows itself, which is never ended. */
  | { readonly code: 'port-owner-is-windows'; readonly process: string }
  /** Copies would fill the disk. In bytes. */
  | { readonly code: 'not-enough-space'; readonly needed: number; readonly free: number }
  /** WSL fails before its network, so that starting it without one would fail, too. */
  | { readonly code: 'wsl-does-not-start' }
  /** A name that cannot be put into a command safely. */
  | { readonly code: 'unusable-name'; readonly name: string };

/** How undoing it would end: `exact` runs by itself on failure, `equivalent` is offered, `none` was said before. */
export type UndoKind = 'exact' | 'equivalent' | 'none';

/** What a remedy would do for this diagnosis. */
export type Relation =
  'repairs' | 'may-repair' | 'works-around' | 'seldom-helps' | 'rescues-files' | 'not-for-this' | 'prevents';

/** One row of the menu. */
export interface RemedyOffer {
  readonly id: RemedyId;
  readonly available: boolean;
  readonly reason: RefusalReason | null;
  readonly relation: Relation;
  readonly recommended: boolean;
  /** The gravest effect among its steps. */
  readonly effect: Effect;
  readonly undo: UndoKind;
  readonly needs: readonly ('elevation' | 'restart')[];
  /** Usual duration in seconds, restart not counted. */
  readonly seconds: number;
  /** Reports with this very code in which it helped, and in which it did not; null where none is known. */
  readonly experience?: {
    readonly code: string;
    readonly cured: number;
    readonly failed: number;
    readonly sources: readonly string[];
  } | null;
  /** What it can be carried out on, the likeliest first; absent where it has no target. */
  readonly targets?: readonly string[];
}

/**
 * How far a diagnosis looks. `deeper`: also at what takes long. `test-switch`: also makes a virtual switch of its own and
 * removes it, which is asked for by itself.
 */
export const depths = ['usual', 'deeper', 'test-switch'] as const;
export type Depth = (typeof depths)[number];

/** Everything that one diagnosis learned. */
export interface Diagnosis {
  readonly health: Health;
  readonly at: number;
  readonly facts: Facts;
  readonly probes: readonly { readonly id: ProbeId; readonly result: ProbeResult }[];
  readonly findings: readonly Finding[];
  readonly causes: readonly RankedCause[];
  readonly offers: readonly RemedyOffer[];
}
