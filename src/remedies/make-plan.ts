/** Completes what a remedy drafts: hashes, half, restart. */
import { hashPlan } from '../domain/hash.js';
import type { Plan } from '../domain/plan.js';
import type { SessionSummary } from '../journal/record.js';
import { hashFacts } from './facts-hash.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';

/** The plan of a remedy from the facts as they are. Pure: the same facts and files give the same hash. */
export function makePlan(remedy: Remedy, context: PlanContext): Plan {
  const restart = remedy.needs.includes('restart');
  return complete(remedy, context, remedy.plan(context), restart ? 'before-restart' : 'whole');
}

export interface RemainderOptions {
  readonly remedy: Remedy;
  /** Facts and files as they are now. */
  readonly context: PlanContext;
  /** The session's latest plan. */
  readonly last: Plan;
  readonly steps: SessionSummary['steps'];
  /** Windows has restarted since the session's last command. */
  readonly restarted: boolean;
}

/**
 * What is left of a session: after its restart the second half; after an interruption the steps that are still needed,
 * with the memory and the service states that were recorded before the first command. May be empty.
 */
export function planRemainder({ remedy, context, last, steps, restarted }: RemainderOptions): Plan {
  const done = stepsDone(steps);
  const firstHalfDone = last.steps.every(({ id, effect }) => done.has(id) || effect !== 'destructive');
  const secondHalf = last.half === 'after-restart' || (last.restart && restarted && firstHalfDone);
  if (secondHalf) {
    const draft = remedy.planAfterRestart?.(context, last) ?? { steps: [] };
    return complete(remedy, context, { memory: last.memory, ...draft }, 'after-restart');
  }
  const draft = remedy.plan({ ...context, earlier: { plan: last, done } });
  return complete(remedy, context, draft, last.half);
}

/** A step may appear in several plans of a session: what happened to it last counts, and not having come to it is nothing. */
function stepsDone(steps: SessionSummary['steps']): ReadonlySet<string> {
  const done = new Set<string>();
  for (const { step, outcome } of steps) {
    if (outcome === 'done' || outcome === 'skipped') done.add(step);
    else if (outcome !== 'planned') done.delete(step);
  }
  return done;
}

function complete(remedy: Remedy, context: PlanContext, draft: PlanDraft, half: Plan['half']): Plan {
  const plan: Omit<Plan, 'hash'> = {
    remedy: remedy.id,
    target: context.target,
    steps: draft.steps,
    services: draft.services ?? [],
    reads: remedy.reads,
    factsHash: hashFacts(context.facts, remedy.reads),
    memory: { adapters: draft.memory?.adapters ?? [], staysChanged: draft.memory?.staysChanged ?? [] },
    restart: half === 'before-restart',
    half,
  };
  return { ...plan, hash: hashPlan(plan) };
}
