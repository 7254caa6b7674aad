/** The journal's lines: one JSON object each, written and flushed before and after everything that changes the machine. */
import type { MachineMark } from '../domain/machine-mark.js';
import type { HostKind } from '../host/host.js';
import type { SessionState, Verdict } from '../domain/ids.js';
import type { Confirmation, Plan, StepOutcome } from '../domain/plan.js';

export type Phase = 'apply' | 'undo';

export type JournalRecord =
  | {
      readonly kind: 'opened';
      readonly schema: 1;
      readonly session: string;
      readonly at: number;
      readonly program: string;
      readonly host: { readonly kind: HostKind; readonly name: string; readonly machineId: string };
      readonly bootTime: number | null;
      /** Absent where nothing was known of it. */
      readonly machine?: MachineMark;
      readonly plan: Plan;
    }
  /** A plan for the rest: after a restart, or to finish what was interrupted. */
  | {
      readonly kind: 'continued';
      readonly at: number;
      readonly bootTime: number | null;
      readonly machine?: MachineMark;
      readonly plan: Plan;
    }
  | { readonly kind: 'confirmed'; readonly at: number; readonly confirmation: Confirmation }
  /** Written before an action; `action` is its index in the step's actions (or undo actions). */
  | {
      readonly kind: 'intent';
      readonly at: number;
      readonly planHash: string;
      readonly step: string;
      readonly action: number;
      readonly phase: Phase;
    }
  | {
      readonly kind: 'outcome';
      readonly at: number;
      readonly planHash: string;
      readonly step: string;
      readonly action: number;
      readonly phase: Phase;
      readonly result: { readonly ended: string; readonly exitCode: number | null };
    }
  | {
      readonly kind: 'backup';
      readonly at: number;
      readonly step: string;
      readonly name: string;
      /** Path inside the session's folder; null where the original did not exist. */
      readonly file: string | null;
      readonly sha256: string | null;
    }
  | {
      readonly kind: 'step';
      readonly at: number;
      readonly planHash: string;
      readonly step: string;
      readonly outcome: StepOutcome;
    }
  | { readonly kind: 'awaiting-restart'; readonly at: number; readonly bootTime: number | null }
  | { readonly kind: 'verdict'; readonly at: number; readonly verdict: Verdict }
  | {
      readonly kind: 'closed';
      readonly at: number;
      readonly state: 'done' | 'rolled-back' | 'not-fully-rolled-back' | 'forgotten';
    };

/** Where a session stands, read from its journal. */
export interface SessionSummary {
  readonly session: string;
  readonly remedy: Plan['remedy'];
  readonly target: string | null;
  readonly startedAt: number;
  readonly state: SessionState;
  readonly steps: readonly { readonly step: string; readonly outcome: StepOutcome | 'begun' | 'planned' }[];
  readonly verdict: Verdict | null;
  readonly machineId: string;
}
