import { expect, test } from 'vitest';
import type { JournalRecord, SessionSummary } from '../../src/journal/record.js';
import { summarise } from '../../src/journal/session-summary.js';
import { makePlan, makeStep } from '../workflow/practice-plan.js';

const steps = [makeStep({ id: 'one' }), makeStep({ id: 'two' })];
const plan = makePlan({ steps, services: [] });
const restartPlan = makePlan({ steps, services: [], restart: true, half: 'before-restart' });

function opened(of = plan): JournalRecord {
  const host = { kind: 'simulated' as const, name: 'fake', machineId: 'machine-1' };
  return {
    kind: 'opened',
    schema: 1,
    session: '2026-11-22T09-44-10',
    at: 5,
    program: 'test',
    host,
    bootTime: null,
    plan: of,
  };
}
const intent = (step: string, of = plan): JournalRecord => ({
  kind: 'intent',
  at: 6,
  planHash: of.hash,
  step,
  action: 0,
  phase: 'apply',
});
const done = (step: string, of = plan): readonly JournalRecord[] => [
  intent(step, of),
  { kind: 'step', at: 7, planHash: of.hash, step, outcome: 'done' },
];
const closed = (state: 'done' | 'rolled-back' | 'forgotten'): JournalRecord => ({
  kind: 'closed',
  at: 9,
  state,
});

const journals: readonly (readonly [string, SessionSummary['state'], readonly JournalRecord[]])[] = [
  ['nothing but the plan', 'interrupted', [opened()]],
  ['a step begun', 'interrupted', [opened(), intent('one')]],
  ['one of two steps done', 'interrupted', [opened(), ...done('one')]],
  ['all steps done', 'awaiting-verification', [opened(), ...done('one'), ...done('two')]],
  [
    'all steps done of a plan with a restart',
    'awaiting-restart',
    [opened(restartPlan), ...done('one', restartPlan), ...done('two', restartPlan)],
  ],
  ['closed', 'done', [opened(), ...done('one'), ...done('two'), closed('done')]],
  ['forgotten', 'forgotten', [opened(), intent('one'), closed('forgotten')]],
  [
    'an undo that began after it was closed',
    'awaiting-verification',
    [
      opened(),
      ...done('one'),
      ...done('two'),
      closed('done'),
      { kind: 'intent', at: 10, planHash: plan.hash, step: 'two', action: 0, phase: 'undo' },
    ],
  ],
  [
    'a second half that has not begun',
    'interrupted',
    [
      opened(restartPlan),
      ...done('one', restartPlan),
      ...done('two', restartPlan),
      { kind: 'awaiting-restart', at: 8, bootTime: 1 },
      { kind: 'continued', at: 9, bootTime: 2, plan },
    ],
  ],
];

test.each(journals)('%s: %s', (_, state, records) => {
  expect(summarise(records)?.state).toBe(state);
});

test('steps of an earlier plan that never ran are left out once there is a later plan', () => {
  const later = makePlan({ steps: [makeStep({ id: 'two' })], services: [], half: 'after-restart' });
  const records: readonly JournalRecord[] = [
    opened(),
    ...done('one'),
    { kind: 'continued', at: 8, bootTime: 2, plan: later },
    intent('two', later),
  ];
  expect(summarise(records)?.steps).toEqual([
    { step: 'one', outcome: 'done' },
    { step: 'two', outcome: 'begun' },
  ]);
});

test('records without a beginning are no session', () => {
  expect(summarise([])).toBeUndefined();
  expect(summarise([intent('one')])).toBeUndefined();
});
