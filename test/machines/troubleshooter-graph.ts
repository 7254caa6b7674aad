/** The events of the whole flow for the graph, and the watcher that knows what a person has really confirmed. */
import { depths } from '../../src/domain/diagnosis.js';
import { restartStepId } from '../../src/domain/plan.js';
import { copiedPlan, emptyPlan, handOverPlan, hashes, replannedPlan, resetPlan, stepIds } from './plans.js';
import {
  actorDone,
  actorFailed,
  inputOf,
  isRecord,
  type AnyEvent,
  type Edge,
  type State,
  type Watcher,
} from './walk.js';

const choices = [
  'FINISH',
  'UNDO',
  'FORGET',
  'DIAGNOSE',
  'LOOK_DEEPER',
  'CONTINUE',
  'BACK',
  'HISTORY',
  'REFUSE',
  'RESTART',
  'KEEP',
  'LEAVE',
  'INTERRUPT',
  'RESUME',
  'STOP_AFTER_STEP',
  'ROLL_BACK',
].map((type) => ({ type }));

const endings: readonly AnyEvent[] = [
  ...['none', 'interrupted', 'awaiting-restart', 'restarted'].map((unfinished) =>
    actorDone('findUnfinished', { unfinished }),
  ),
  ...['healthy', 'broken', 'working-by-fallback', 'unknown'].map((health) =>
    actorDone('diagnosis', { health }),
  ),
  actorDone('forget'),
  actorDone('recordHandOver'),
  ...[resetPlan, replannedPlan, handOverPlan, copiedPlan, emptyPlan].map((plan) =>
    actorDone('makePlan', plan),
  ),
  actorDone('elevate'),
  actorDone('elevateToLook'),
  actorDone('readHistory'),
  ...[true, false].flatMap((yes) => [
    actorDone('recheck', { moved: yes }),
    actorDone('rollBack', { complete: yes }),
    actorDone('restartWindows', { restarted: yes }),
  ]),
  ...['completed', 'restart', 'stopped', 'roll-back', 'failed', 'not-begun'].map((end) =>
    actorDone('treatment', { end }),
  ),
  ...['repaired', 'working-by-fallback', 'not-repaired', 'cannot-judge'].map((verdict) =>
    actorDone('verification', { verdict }),
  ),
  ...[
    'findUnfinished',
    'diagnosis',
    'forget',
    'recordHandOver',
    'makePlan',
    'elevate',
    'elevateToLook',
    'recheck',
    'treatment',
    'rollBack',
    'readHistory',
    'restartWindows',
    'verification',
  ].map(actorFailed),
];

/** Everything at any time: right and wrong confirmations, in order and out of it, and every end of every actor. */
export const allEvents: readonly AnyEvent[] = [
  ...choices,
  ...endings,
  ...depths.map((depth) => ({ type: 'LOOK', depth })),
  { type: 'OPEN_SESSION', session: 'an-earlier-one' },
  { type: 'CHOOSE', remedy: 'reset-network-stack', target: null },
  ...hashes.map((planHash) => ({ type: 'ACCEPT_PLAN', planHash })),
  ...hashes.flatMap((planHash) => stepIds.map((stepId) => ({ type: 'CONFIRM', stepId, planHash }))),
];

interface WatchedPlan {
  readonly hash: string;
  readonly destructive: readonly string[];
}

export interface Confirmations {
  /** The plan that was made last. */
  readonly plan: WatchedPlan | null;
  /** Its steps that were confirmed since, each on its own screen with the plan's hash. */
  readonly confirmed: readonly string[];
}

const nothing: Confirmations = { plan: null, confirmed: [] };

/** Knows the events only, never the machine's own account of what was confirmed. */
export const confirmationWatcher: Watcher<Confirmations> = {
  start: nothing,
  next(memory, { before, event, after }) {
    if (after.matches('starting')) return nothing;
    if (event.type === 'xstate.done.actor.makePlan' && before.matches({ planning: 'making' })) {
      return { plan: watchedPlan(event.output), confirmed: [] };
    }
    if (!before.matches('confirming') || memory.plan === null) return memory;
    if (event.type === 'REFUSE') return nothing;
    const due = memory.plan.destructive[memory.confirmed.length];
    if (due === undefined || event.type !== 'CONFIRM') return memory;
    if (event.planHash !== memory.plan.hash || event.stepId !== due) return memory;
    return { ...memory, confirmed: [...memory.confirmed, due] };
  },
  objection(memory, edge) {
    if (enters(edge, 'applying')) return objectToTreatment(memory, edge.after);
    if (enters(edge, { awaitingRestart: 'restarting' })) return objectToRestart(memory, edge);
    return null;
  },
};

function objectToTreatment(memory: Confirmations, after: State): string | null {
  const input = inputOf(after, 'treatment');
  if (!isRecord(input)) return 'The treatment was given nothing.';
  const given = watchedPlan({ hash: input.planHash, steps: input.steps });
  if (given.hash !== memory.plan?.hash) return `Plan ${given.hash} was not made last.`;
  const handed = input.confirmed;
  for (const stepId of given.destructive) {
    if (!memory.confirmed.includes(stepId)) return `${stepId} was not confirmed for ${given.hash}.`;
    if (!Array.isArray(handed) || !handed.includes(stepId)) return `${stepId} is handed over unconfirmed.`;
  }
  return null;
}

function objectToRestart(memory: Confirmations, { before, event, after }: Edge): string | null {
  const fits =
    before.matches({ awaitingRestart: 'confirming' }) &&
    event.type === 'CONFIRM' &&
    event.stepId === restartStepId &&
    (memory.plan === null || event.planHash === memory.plan.hash);
  if (!fits) return `The restart follows ${JSON.stringify(event)}.`;
  const input = inputOf(after, 'restartWindows');
  const expected = JSON.stringify({
    confirmation: { stepId: restartStepId, planHash: memory.plan?.hash ?? '' },
  });
  return JSON.stringify(input) === expected ? null : 'The restart is given another confirmation.';
}

function enters({ before, after }: Edge, value: string | Readonly<Record<string, string>>): boolean {
  return after.matches(value) && !before.matches(value);
}

function watchedPlan(plan: unknown): WatchedPlan {
  if (!isRecord(plan) || typeof plan.hash !== 'string' || !Array.isArray(plan.steps)) {
    throw new Error('This is no plan.');
  }
  const own: readonly unknown[] = plan.steps;
  return {
    hash: plan.hash,
    destructive: own.flatMap((step) =>
      isRecord(step) && step.effect === 'destructive' && typeof step.id === 'string' ? [step.id] : [],
    ),
  };
}
