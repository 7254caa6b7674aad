/** Completes what a remedy drafts: hashes, half, restart. */
import type { FactKey } from '../domain/facts.js';
import { hashPlan } from '../domain/hash.js';
import type { Plan } from '../domain/plan.js';
import type { SessionSummary } from '../journal/record.js';
import { hashFacts } from './facts-hash.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';
import { guardedRemotely } from './remote-session.js';

/** The plan of a remedy from the facts as they are. Pure: the same facts and files give the same hash. */
export function makePlan(remedy: Remedy, context: PlanContext): Plan {
  const first = remedy.withoutTarget === 'first' ? remedy.targets?.(context.facts)[0] : undefined;
  const aimed = { ...context, target: context.target ?? first ?? null };
  const draft = remedy.plan(aimed);
  const restart = draft.restart ?? remedy.needs.includes('restart');
  return complete(remedy, aimed, draft, restart ? 'before-restart' : 'whole');
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
  const aimed = { ...context, target: last.target, earlier: { plan: last, done } };
  const firstHalfDone = last.steps.every(({ id, effect }) => done.has(id) || effect !== 'destructive');
  const secondHalf = last.half === 'after-restart' || (last.restart && restarted && firstHalfDone);
  if (secondHalf) {
    const draft = remedy.planAfterRestart?.(aimed, last) ?? { steps: [] };
    return complete(remedy, aimed, { memory: last.memory, ...draft }, 'after-restart');
  }
  return complete(remedy, aimed, remedy.plan(aimed), last.half);
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

/** Whether the session is a remote one is asked again before a plan begins, like everything that it rests on. */
export function readsOf(remedy: Pick<Remedy, 'reads'>): readonly FactKey[] {
  return [...new Set<FactKey>([...remedy.reads, 'elevation'])];
}

function complete(remedy: Remedy, context: PlanContext, draft: PlanDraft, half: Plan['half']): Plan {
  // Where nobody can tell, it may be one.
  const isRemote = context.facts.elevation?.remoteSession !== false;
  const reads = readsOf(remedy);
  const plan: Omit<Plan, 'hash'> = {
    remedy: remedy.id,
    target: context.target,
    steps: isRemote ? draft.steps.map(guardedRemotely) : draft.steps,
    services: draft.services ?? [],
    reads,
    factsHash: hashFacts(context.facts, reads),
    memory: {
      ...draft.memory,
      adapters: draft.memory?.adapters ?? [],
      staysChanged: draft.memory?.staysChanged ?? [],
    },
    restart: half === 'after-restart' ? draft.restart === true : half === 'before-restart',
    half,
  };
  return { ...plan, hash: hashPlan(plan) };
}
