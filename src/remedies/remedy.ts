import type { RefusalReason, Relation, RemedyOffer, UndoKind } from '../domain/diagnosis.js';
import type { FactKey, Facts } from '../domain/facts.js';
import type { RemedyId } from '../domain/ids.js';
import type { Plan, PlanMemory, ServicePromise, Step } from '../domain/plan.js';
import type { Effect, MachinePaths, Question } from '../host/host.js';

/** What a plan is made from besides facts: where things are, and files whose bytes an edit starts from. */
export interface PlanContext {
  readonly facts: Facts;
  readonly paths: MachinePaths;
  readonly target: string | null;
  /** Bytes of the machine's files that `inputs` names, undefined where there is none. */
  readonly files: ReadonlyMap<string, Uint8Array | undefined>;
  /** What is asked to back settings up. */
  readonly questions: { readonly networkConfiguration: Question };
  /** Set where an interrupted session goes on: its last plan, and the ids of the steps that were done. */
  readonly earlier?: { readonly plan: Plan; readonly done: ReadonlySet<string> };
}

export interface PlanDraft {
  readonly steps: readonly Step[];
  readonly services?: readonly ServicePromise[];
  readonly memory?: Partial<PlanMemory>;
  /** Where it departs from what the remedy says it needs. */
  readonly restart?: boolean;
}

/** What people reported of it, by the code that they had. */
export interface Report {
  /** `0x` and eight lower-case digits. */
  readonly code: string;
  readonly cured: number;
  readonly failed: number;
  readonly sources: readonly string[];
}

/** A way out, as data and two pure functions; `make-plan.ts` completes the plan. */
export interface Remedy {
  readonly id: RemedyId;
  readonly effect: Effect;
  readonly undo: UndoKind;
  readonly needs: RemedyOffer['needs'];
  /** Usual duration in seconds, restart not counted. */
  readonly seconds: number;
  readonly reads: readonly FactKey[];
  /** What it is for where no listed cause names it. */
  readonly otherwise: Relation;
  /** Files of the machine that the plan starts from. */
  inputs?(paths: MachinePaths): readonly string[];
  readonly reports?: readonly Report[];
  /** Files in distros are at stake: rescuing them is offered before it. */
  readonly costsData?: true;
  /** What it can be carried out on, the likeliest first. */
  targets?(facts: Facts): readonly string[];
  /** A plan without a target is for `first`, or for `all` of them at once. */
  readonly withoutTarget?: 'first' | 'all';
  /** Null where it can be carried out (on this target, where one is named). */
  refusal(facts: Facts, paths: MachinePaths, target?: string | null): RefusalReason | null;
  plan(context: PlanContext): PlanDraft;
  /** What comes after a restart, from the facts as they are then. `earlier` in the context is `before`, with the steps done. */
  planAfterRestart?(context: PlanContext, before: Plan): PlanDraft;
}
