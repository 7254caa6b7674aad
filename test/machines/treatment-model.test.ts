import { describe, expect, it } from 'vitest';
import { treatmentMachine } from '../../machines/treatment.js';
import type { PlanOutline } from '../../src/domain/plan.js';
import { destructiveIds, replannedPlan, resetPlan, steps } from './plans.js';
import {
  actorDone,
  actorFailed,
  graphOf,
  inputOf,
  isRecord,
  stuckStates,
  unvisitedNodes,
  walk,
  type AnyEvent,
  type Edge,
  type Watcher,
} from './walk.js';

const events: readonly AnyEvent[] = [
  ...['INTERRUPT', 'RESUME', 'STOP_AFTER_STEP', 'ROLL_BACK'].map((type) => ({ type })),
  ...['done', 'skipped', 'failed'].map((outcome) => actorDone('runStep', { outcome })),
  ...['openJournal', 'settleServices'].map((id) => actorDone(id)),
  ...['openJournal', 'runStep', 'settleServices'].map(actorFailed),
];

const everyStep = steps.map((step) => step.id);
const someConfirmed: readonly (readonly string[])[] = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) =>
  destructiveIds.filter((_, place) => ((bits >> place) & 1) === 1),
);

describe('a treatment, as a graph', () => {
  it('visits every state, whatever plan it is given', () => {
    const unvisited = [resetPlan, replannedPlan].map((plan) =>
      unvisitedNodes(graphFor(plan, destructiveIds)),
    );
    const inBoth = unvisited[0]?.filter((id) => unvisited[1]?.includes(id));
    console.log(`treatment: ${graphFor(resetPlan, destructiveIds).nodes.size} reachable states`);
    expect(inBoth).toEqual([]);
    expect(unvisited.flat()).toEqual(['treatment.completed', 'treatment.restartNeeded']);
  });

  it('can always still end', () => {
    expect(stuckStates(graphFor(resetPlan, destructiveIds))).toEqual([]);
  });

  it.each(someConfirmed.map((confirmed) => [confirmed.join(' ') || 'none', confirmed] as const))(
    'runs no destructive step beyond those confirmed: %s',
    (_, confirmed) => {
      const graph = graphFor(resetPlan, [...confirmed, 'no-such-step']);
      expect(walk(graph, tokenWatcher(confirmed)).objections).toEqual([]);
    },
  );

  it('runs the steps in their order, each of them once', () => {
    expect(walk(graphFor(resetPlan, destructiveIds), orderWatcher).objections).toEqual([]);
  });

  it('begins no step between an interrupt and its taking back', () => {
    expect(walk(graphFor(resetPlan, destructiveIds), interruptWatcher).objections).toEqual([]);
  });

  it('ends saying what happened', () => {
    const ends = new Set<unknown>();
    for (const { snapshot } of graphFor(resetPlan, destructiveIds).nodes.values()) {
      if (snapshot.status === 'done') ends.add((snapshot.output as { end: string }).end);
    }
    expect([...ends].sort()).toEqual(['failed', 'not-begun', 'restart', 'roll-back', 'stopped']);
  });

  it('has a context that is plain JSON in every state', () => {
    for (const { snapshot } of graphFor(resetPlan, destructiveIds).nodes.values()) {
      expect(JSON.parse(JSON.stringify(snapshot.context))).toStrictEqual(snapshot.context);
    }
  });
});

describe('the proof notices a treatment in which', () => {
  it('every step is allowed', () => {
    const machine = treatmentMachine.provide({ guards: { stepIsAllowed: () => true } });
    const { objections } = walk(graphFor(resetPlan, [], machine), tokenWatcher([]));
    expect(objections).toEqual(destructiveIds.map((id) => `${id} runs with null.`));
  });

  it('a step is run again', () => {
    const machine = treatmentMachine.provide({ actions: { goToNextStep: () => undefined } });
    const { objections } = walk(graphFor(resetPlan, destructiveIds, machine), orderWatcher);
    expect(objections).toContain('save-network-settings runs after save-network-settings.');
  });
});

function graphFor(plan: PlanOutline, confirmed: readonly string[], machine = treatmentMachine) {
  return graphOf(machine, events, { input: { plan, confirmed } });
}

/** Each step that runs is the plan's, under its hash; a destructive one brings the confirmation that it was given. */
function tokenWatcher(confirmed: readonly string[]): Watcher<null> {
  return {
    start: null,
    next: () => null,
    objection: (_, edge) => {
      const input = startedStep(edge);
      if (input === null) return null;
      const { stepId } = input;
      const token = JSON.stringify(input.confirmation);
      if (input.planHash !== resetPlan.hash) return `${stepId} runs for another plan.`;
      const needed = destructiveIds.includes(stepId);
      const fits = needed
        ? confirmed.includes(stepId) && token === JSON.stringify({ stepId, planHash: resetPlan.hash })
        : token === 'null';
      return fits ? null : `${stepId} runs with ${token}.`;
    },
  };
}

const orderWatcher: Watcher<{ readonly last: string | null; readonly after: string | null }> = {
  start: { last: null, after: null },
  next: (memory, edge) => {
    const started = startedStep(edge);
    return started === null ? memory : { last: started.stepId, after: memory.last };
  },
  objection: ({ last, after }, edge) => {
    if (startedStep(edge) === null) return null;
    const expected = everyStep[after === null ? 0 : everyStep.indexOf(after) + 1];
    return last === expected ? null : `${last ?? 'nothing'} runs after ${after ?? 'nothing'}.`;
  },
};

const interruptWatcher: Watcher<'going' | 'asked' | 'leaving'> = {
  start: 'going',
  next: (memory, { before, event }) => {
    const isAsking =
      before.matches('held') ||
      before.matches({ applying: 'interrupted' }) ||
      before.matches({ opening: 'interrupted' });
    if (memory === 'leaving') return memory;
    if (event.type === 'INTERRUPT' && before.status === 'active') return 'asked';
    if (event.type === 'RESUME') return 'going';
    return isAsking && (event.type === 'STOP_AFTER_STEP' || event.type === 'ROLL_BACK') ? 'leaving' : memory;
  },
  objection: (memory, edge) => {
    const started = startedStep(edge);
    return started === null || memory === 'going' ? null : `${started.stepId} begins while ${memory}.`;
  },
};

/** The input of the step that this edge starts. A step that ends and the next one that begins are two different actors. */
function startedStep({
  before,
  after,
}: Edge): (Readonly<Record<string, unknown>> & { readonly stepId: string }) | null {
  const runner: unknown = after.children.runStep;
  if (!after.matches('applying') || runner === before.children.runStep) return null;
  const input = inputOf(after, 'runStep');
  if (!isRecord(input) || typeof input.stepId !== 'string') throw new Error('A step runs without its input.');
  return { ...input, stepId: input.stepId };
}
