import { describe, expect, it } from 'vitest';
import { copiedPlan, emptyPlan, handOverPlan, replannedPlan, resetPlan } from './plans.js';
import { broken, gate, startFlow, toConfirming, works, type Flow } from './flow.js';

const reset = resetPlan.hash;
const rest = replannedPlan.hash;

const untilConfirming = ['findUnfinished', 'runProbes', 'judge', 'makePlan remedy'];
const untilApplying = [...untilConfirming, 'elevate', `recheck ${reset}`];
const opened = `openJournal ${reset}: stop-hns reset-tcpip reset-winsock`;
const allSteps = (hash: string) => [
  'runStep save-network-settings',
  `runStep stop-hns confirmed stop-hns ${hash}`,
  'runStep look-again',
  `runStep reset-tcpip confirmed reset-tcpip ${hash}`,
  `runStep reset-winsock confirmed reset-winsock ${hash}`,
  'runStep start-hns',
];
const withoutRestart = { ...resetPlan, restart: false };

describe('a deeper look', () => {
  it('asks for elevation first, and looks only so far as was said', async () => {
    const flow = startFlow();
    await flow.reaches('reviewing');
    flow.send({ type: 'LOOK_DEEPER' });
    flow.send({ type: 'LOOK', depth: 'deeper' });
    const { depth } = await flow.reaches('reviewing');
    expect(flow.effects).toEqual([
      ...['findUnfinished', 'runProbes', 'judge'],
      ...['elevateToLook', 'runProbes deeper', 'judge'],
    ]);
    expect(depth).toBe('usual');
  });

  it('is not repeated by looking again', async () => {
    const flow = startFlow();
    await flow.reaches('reviewing');
    flow.send({ type: 'LOOK_DEEPER' });
    flow.send({ type: 'LOOK', depth: 'test-switch' });
    await flow.reaches('reviewing');
    flow.send({ type: 'DIAGNOSE' });
    await flow.reaches('reviewing');
    expect(flow.effects.slice(-2)).toEqual(['runProbes', 'judge']);
  });

  it('does not happen where elevation is refused, nor does the look after it go deeper', async () => {
    const flow = startFlow({ elevateToLook: [new Error('refused')] });
    await flow.reaches('reviewing');
    flow.send({ type: 'LOOK_DEEPER' });
    flow.send({ type: 'LOOK', depth: 'deeper' });
    const { notice } = await flow.reaches('reviewing');
    expect(notice).toBe('look-refused');
    flow.send({ type: 'DIAGNOSE' });
    await flow.reaches('reviewing');
    expect(flow.effects.slice(-3)).toEqual(['elevateToLook', 'runProbes', 'judge']);
  });
});

describe('the way through', () => {
  it('diagnoses, plans, has every destructive step confirmed, applies and verifies', async () => {
    const flow = startFlow({ makePlan: [withoutRestart] });
    await toConfirming(flow);
    flow.confirm();
    const { verdict } = await flow.reaches('resolved');
    expect(verdict).toBe('repaired');
    expect(flow.effects).toEqual([
      ...untilApplying,
      opened,
      ...allSteps(reset),
      'runChecks',
      'recordVerdict repaired',
    ]);
  });

  it('asks for elevation only where a step needs it', async () => {
    const flow = startFlow({ makePlan: [replannedPlan] });
    await toConfirming(flow, rest);
    flow.confirm();
    await flow.reaches('resolved');
    expect(flow.effects).not.toContain('elevate');
  });

  it('goes on through a restart: second half planned and confirmed anew, then verified', async () => {
    const flow = startFlow({
      findUnfinished: ['none', 'restarted'],
      makePlan: [resetPlan, replannedPlan],
    });
    await toConfirming(flow);
    flow.confirm();
    await flow.reaches('awaitingRestart.waiting');
    flow.send({ type: 'RESTART' });
    flow.confirmRestart();
    await flow.reaches('recovering');
    flow.send({ type: 'FINISH' });
    await flow.reaches('planning.shown');
    flow.send({ type: 'ACCEPT_PLAN', planHash: rest });
    expect((await flow.reaches('confirming')).confirmed).toEqual([]);
    flow.confirm();
    const { verdict } = await flow.reaches('resolved');
    expect(verdict).toBe('repaired');
    expect(flow.effects).toEqual([
      ...untilApplying,
      opened,
      ...allSteps(reset),
      `restartWindows restart-windows ${reset}`,
      'findUnfinished',
      'makePlan remainder',
      `recheck ${rest}`,
      `openJournal ${rest}: stop-hns reset-tcpip reset-winsock`,
      ...allSteps(rest),
      'runChecks',
      'recordVerdict repaired',
    ]);
  });

  it('ends where Windows restarts for real', async () => {
    const flow = startFlow({ findUnfinished: ['awaiting-restart'], restarted: [false] });
    await flow.reaches('awaitingRestart.waiting');
    flow.send({ type: 'RESTART' });
    flow.confirmRestart();
    await flow.reaches('done');
    expect(flow.effects).toEqual(['findUnfinished', 'restartWindows restart-windows']);
  });

  it('does not restart under the hash of another plan, and waits on where the restart fails', async () => {
    const flow = startFlow({ restarted: [new Error('denied')] });
    await toConfirming(flow);
    flow.confirm();
    await flow.reaches('awaitingRestart.waiting');
    flow.send({ type: 'RESTART' });
    flow.send({ type: 'CONFIRM', stepId: 'restart-windows', planHash: rest });
    await flow.reaches('awaitingRestart.confirming');
    flow.confirmRestart();
    const { notice } = await flow.reaches('awaitingRestart.waiting');
    expect(notice).toBe('restart-failed');
  });

  it('verifies at once where nothing is left to do', async () => {
    const flow = startFlow({ findUnfinished: ['restarted'], makePlan: [emptyPlan] });
    await flow.reaches('recovering');
    flow.send({ type: 'FINISH' });
    await flow.reaches('resolved');
    expect(flow.effects).toEqual([
      'findUnfinished',
      'makePlan remainder',
      'runChecks',
      'recordVerdict repaired',
    ]);
  });
});

describe('nothing runs', () => {
  it('when the second confirmation is answered with No', async () => {
    const flow = startFlow();
    await toConfirming(flow);
    flow.confirm(1);
    flow.send({ type: 'REFUSE' });
    const { confirmed, plan } = await flow.reaches('choosing');
    expect({ confirmed, plan }).toEqual({ confirmed: [], plan: null });
    expect(flow.effects).toEqual(untilConfirming);
  });

  it('when elevation is refused', async () => {
    const flow = startFlow({ elevate: [new Error('cancelled')] });
    await toConfirming(flow);
    flow.confirm();
    expect((await flow.reaches('choosing')).notice).toBe('elevation-refused');
    expect(flow.effects).toEqual([...untilConfirming, 'elevate']);
  });

  it('when the person leaves while the facts are read again', async () => {
    const recheck = gate<boolean>();
    const flow = startFlow({ moved: [recheck.promise] });
    await toConfirming(flow);
    flow.confirm();
    await flow.reaches('rechecking');
    flow.send({ type: 'LEAVE' });
    recheck.open(false);
    await flow.reaches('done');
    expect(flow.effects).toEqual(untilApplying);
  });

  it('when the facts moved: the diagnosis begins again and says why, once', async () => {
    const flow = startFlow({ moved: [true] });
    await toConfirming(flow);
    flow.confirm();
    await flow.reaches('diagnosing');
    expect((await flow.reaches('reviewing')).notice).toBe('facts-moved');
    flow.send({ type: 'CONTINUE' });
    expect((await flow.reaches('choosing')).notice).toBeNull();
    expect(flow.effects).toEqual([...untilApplying, 'runProbes', 'judge']);
  });

  it('when the journal cannot be opened', async () => {
    const flow = startFlow({ openJournal: [new Error('disk full')] });
    await toConfirming(flow);
    flow.confirm();
    expect((await flow.reaches('choosing')).notice).toBe('journal-failed');
    expect(flow.effects).toEqual([...untilApplying, opened]);
  });

  it('when no plan can be made', async () => {
    const flow = startFlow({ makePlan: [new Error('facts missing')] });
    await flow.reaches('reviewing');
    flow.send({ type: 'CONTINUE' });
    flow.send({ type: 'CHOOSE', remedy: 'reset-network-stack', target: null });
    expect((await flow.reaches('choosing')).notice).toBe('planning-failed');
    flow.send({ type: 'DIAGNOSE' });
    expect((await flow.reaches('reviewing')).notice).toBeNull();
  });
});

describe('an interrupt', () => {
  it('lets the running step end, then stops with every service settled', async () => {
    const { flow, finish } = await inFirstDestructiveStep();
    flow.send({ type: 'INTERRUPT' });
    flow.send({ type: 'STOP_AFTER_STEP' });
    finish();
    await flow.reaches('stopped');
    expect(flow.effects).toEqual([...soFar, `settleServices ${reset}`]);
  });

  it('lets the running step end, then rolls back', async () => {
    const { flow, finish } = await inFirstDestructiveStep();
    flow.send({ type: 'INTERRUPT' });
    flow.send({ type: 'ROLL_BACK' });
    finish();
    await flow.reaches('rolledBack');
    expect(flow.effects).toEqual([...soFar, 'rollBack']);
  });

  it('holds the next step until it is answered, and goes on when taken back', async () => {
    const { flow, finish } = await inFirstDestructiveStep();
    flow.send({ type: 'INTERRUPT' });
    finish();
    await flow.treatmentReaches('held');
    expect(flow.effects).toEqual(soFar);
    flow.send({ type: 'RESUME' });
    await flow.reaches('resolved');
    expect(flow.effects).toEqual([
      ...untilApplying,
      opened,
      ...allSteps(reset),
      'runChecks',
      'recordVerdict repaired',
    ]);
  });

  it.each([
    ['STOP_AFTER_STEP', 'stopped', `settleServices ${reset}`],
    ['ROLL_BACK', 'rolledBack', 'rollBack'],
  ] as const)('may be answered after the step has ended: %s', async (type, state, effect) => {
    const { flow, finish } = await inFirstDestructiveStep();
    flow.send({ type: 'INTERRUPT' });
    finish();
    await flow.treatmentReaches('held');
    flow.send({ type });
    await flow.reaches(state);
    expect(flow.effects).toEqual([...soFar, effect]);
  });

  it.each([
    ['STOP_AFTER_STEP', 'stopped', `settleServices ${reset}`],
    ['ROLL_BACK', 'rolledBack', 'rollBack'],
  ] as const)('is not lost while the journal opens, and no step begins: %s', async (type, state, effect) => {
    for (const isAnsweredInTime of [true, false]) {
      const journal = gate<undefined>();
      const flow = startFlow({ openJournal: [journal.promise] });
      await toConfirming(flow);
      flow.confirm();
      await flow.reaches('applying');
      flow.send({ type: 'INTERRUPT' });
      if (isAnsweredInTime) flow.send({ type });
      journal.open(undefined);
      if (!isAnsweredInTime) {
        await flow.treatmentReaches('held');
        flow.send({ type });
      }
      await flow.reaches(state);
      expect(flow.effects).toEqual([...untilApplying, opened, effect]);
    }
  });

  it('rolls back where the services cannot be settled', async () => {
    const { flow, finish } = await inFirstDestructiveStep({ settleServices: [new Error('stuck')] });
    flow.send({ type: 'INTERRUPT' });
    flow.send({ type: 'STOP_AFTER_STEP' });
    finish();
    await flow.reaches('rolledBack');
    expect(flow.effects.slice(-2)).toEqual([`settleServices ${reset}`, 'rollBack']);
  });

  it('leaves a session that can be finished: what is left is planned anew', async () => {
    const { flow, finish } = await inFirstDestructiveStep({ findUnfinished: ['none', 'interrupted'] });
    flow.send({ type: 'INTERRUPT' });
    flow.send({ type: 'STOP_AFTER_STEP' });
    finish();
    await flow.reaches('stopped');
    flow.send({ type: 'FINISH' });
    const context = await flow.reaches('recovering');
    expect(context).toMatchObject({ plan: null, confirmed: [], unfinished: 'interrupted' });
    flow.send({ type: 'FINISH' });
    await flow.reaches('planning.shown');
    expect(flow.effects.at(-1)).toBe('makePlan remainder');
  });
});

describe('a failure', () => {
  it.each([
    ['says that it failed', 'failed' as const],
    ['throws', new Error('access denied')],
  ])('rolls back when a step %s, and offers the next remedy', async (_, outcome) => {
    const flow = startFlow({ runStep: ['done', outcome] });
    await toConfirming(flow);
    flow.confirm();
    await flow.reaches('rolledBack');
    expect(flow.effects).toEqual([...soFar, 'rollBack']);
    flow.send({ type: 'CONTINUE' });
    await flow.reaches('choosing');
  });

  it.each([['is incomplete', false] as const, ['breaks', new Error('journal gone')] as const])(
    'is told as not fully rolled back when the roll-back %s',
    async (_, complete) => {
      const flow = startFlow({ runStep: ['failed'], rollBackIsComplete: [complete] });
      await toConfirming(flow);
      flow.confirm();
      await flow.reaches('notFullyRolledBack');
      flow.send({ type: 'CONTINUE' });
      await flow.reaches('choosing');
    },
  );
});

describe('a verification', () => {
  it('that finds no repair asks whether to keep: kept, the next remedy is offered', async () => {
    const flow = await notRepaired();
    flow.send({ type: 'KEEP' });
    expect((await flow.reaches('choosing')).verdict).toBe('not-repaired');
    expect(flow.effects).not.toContain('rollBack');
  });

  it('that finds no repair asks whether to undo: undone, the next remedy is offered', async () => {
    const flow = await notRepaired();
    flow.send({ type: 'UNDO' });
    await flow.reaches('rolledBack');
    flow.send({ type: 'CONTINUE' });
    await flow.reaches('choosing');
    expect(flow.effects.at(-1)).toBe('rollBack');
  });

  it.each([
    ['working-by-fallback', { ...works, mode: 'virtioproxy' }],
    ['cannot-judge', { ...works, started: null }],
    ['cannot-judge', new Error('wsl.exe hangs')],
  ] as const)('that comes to %s resolves, saying so', async (verdict, checks) => {
    const flow = startFlow({ findUnfinished: ['restarted'], makePlan: [emptyPlan], checks: [checks] });
    await toVerifying(flow);
    expect((await flow.reaches('resolved')).verdict).toBe(verdict);
  });

  it('does not blame the repair for a host that is offline', async () => {
    const flow = startFlow({
      findUnfinished: ['restarted'],
      makePlan: [emptyPlan],
      checks: [broken],
      hostOnline: [false],
    });
    await toVerifying(flow);
    expect((await flow.reaches('resolved')).verdict).toBe('cannot-judge');
    expect(flow.effects.slice(-3)).toEqual(['runChecks', 'checkHost', 'recordVerdict cannot-judge']);
  });
});

describe('a plan that only opens a window', () => {
  const opensWindow = async () => {
    const flow = startFlow({ makePlan: [handOverPlan] });
    await toConfirming(flow, handOverPlan.hash);
    await flow.reaches('handedOver');
    return flow;
  };

  it('ends with the window: nothing is verified, and its session is closed', async () => {
    const flow = await opensWindow();
    expect(flow.effects.slice(-2)).toEqual(['runStep open-window', 'recordHandOver']);
    expect(flow.actor.getSnapshot().context.verdict).toBeNull();
  });

  it('looks at the whole machine again when the person comes back', async () => {
    const flow = await opensWindow();
    flow.send({ type: 'DIAGNOSE' });
    await flow.reaches('reviewing');
    expect(flow.effects.slice(-2)).toEqual(['runProbes', 'judge']);
  });

  it('leads back to the other ways out', async () => {
    const flow = await opensWindow();
    flow.send({ type: 'BACK' });
    await flow.reaches('choosing');
  });
});

describe('a plan that only makes copies', () => {
  it('of which nothing is left ends as it would have: nothing is verified, for nothing was repaired', async () => {
    const flow = startFlow({ findUnfinished: ['interrupted'], makePlan: [copiedPlan] });
    await flow.reaches('recovering');
    flow.send({ type: 'FINISH' });
    await flow.reaches('handedOver');
    expect(flow.effects).toEqual(['findUnfinished', 'makePlan remainder', 'recordHandOver']);
  });
});

describe('after a repair', () => {
  it('what prevents it next time can be planned at once', async () => {
    const flow = startFlow({ makePlan: [{ ...resetPlan, restart: false }, replannedPlan] });
    await toConfirming(flow);
    flow.confirm();
    await flow.reaches('resolved');
    flow.send({ type: 'CHOOSE', remedy: 'restore-point', target: null });
    expect((await flow.reaches('planning.shown')).request).toMatchObject({ remedy: 'restore-point' });
  });

  it('nothing is planned from a diagnosis that there was not', async () => {
    const flow = startFlow({ findUnfinished: ['restarted'], makePlan: [emptyPlan] });
    await toVerifying(flow);
    await flow.reaches('resolved');
    flow.send({ type: 'CHOOSE', remedy: 'restore-point', target: null });
    expect(flow.actor.getSnapshot().value).toBe('resolved');
  });
});

describe('an earlier run that did not end', () => {
  it('can be undone; then the machine is diagnosed', async () => {
    const flow = startFlow({ findUnfinished: ['interrupted'] });
    await flow.reaches('recovering');
    flow.send({ type: 'UNDO' });
    await flow.reaches('rolledBack');
    flow.send({ type: 'CONTINUE' });
    await flow.reaches('reviewing');
    expect(flow.effects).toEqual(['findUnfinished', 'rollBack', 'runProbes', 'judge']);
  });

  it('can be forgotten; then the machine is diagnosed', async () => {
    const flow = startFlow({ findUnfinished: ['restarted'] });
    await flow.reaches('recovering');
    flow.send({ type: 'FORGET' });
    expect((await flow.reaches('reviewing')).unfinished).toBe('none');
    expect(flow.effects).toEqual(['findUnfinished', 'forget', 'runProbes', 'judge']);
  });

  it('is not forgotten while a service stands still, and that is said', async () => {
    const flow = startFlow({ findUnfinished: ['interrupted'], forget: [new Error('hns is stopped')] });
    await flow.reaches('recovering');
    flow.send({ type: 'FORGET' });
    await flow.reaches('forgetting');
    expect((await flow.reaches('recovering')).notice).toBe('forget-failed');
  });

  it('is asked about again when the facts moved under its remainder', async () => {
    const flow = startFlow({ findUnfinished: ['interrupted'], makePlan: [replannedPlan], moved: [true] });
    await flow.reaches('recovering');
    flow.send({ type: 'FINISH' });
    await flow.reaches('planning.shown');
    flow.send({ type: 'ACCEPT_PLAN', planHash: rest });
    flow.confirm();
    expect(await flow.reaches('recovering')).toMatchObject({
      notice: 'facts-moved',
      plan: null,
      confirmed: [],
    });
    expect(flow.effects.at(-1)).toBe(`recheck ${rest}`);
  });
});

const soFar = [...untilApplying, opened, ...allSteps(reset).slice(0, 2)];

/** Stops in the middle of `stop-hns`; `finish` lets it end. */
async function inFirstDestructiveStep(changes: Parameters<typeof startFlow>[0] = {}) {
  const step = gate<'done'>();
  const flow = startFlow({ makePlan: [withoutRestart], runStep: ['done', step.promise, 'done'], ...changes });
  const begun = flow.begins(`runStep stop-hns confirmed stop-hns ${reset}`);
  await toConfirming(flow);
  flow.confirm();
  await begun;
  return { flow, finish: () => step.open('done') };
}

async function toVerifying(flow: Flow): Promise<void> {
  await flow.reaches('recovering');
  flow.send({ type: 'FINISH' });
}

async function notRepaired(): Promise<Flow> {
  const flow = startFlow({ makePlan: [withoutRestart], checks: [broken] });
  await toConfirming(flow);
  flow.confirm();
  await flow.reaches('deciding');
  return flow;
}

describe('a session of the past', () => {
  it('is undone after it was opened and answered, and then the machine is looked at again', async () => {
    const flow = startFlow();
    await flow.reaches('reviewing');
    flow.send({ type: 'HISTORY' });
    await flow.reaches('history.shown');
    flow.send({ type: 'OPEN_SESSION', session: 'an-earlier-one' });
    flow.send({ type: 'UNDO' });
    const { session, health } = await flow.reaches('rolledBack');
    expect([session, health]).toEqual([null, null]);
    flow.send({ type: 'CONTINUE' });
    await flow.reaches('reviewing');
    expect(flow.effects).toEqual([
      'findUnfinished',
      'runProbes',
      'judge',
      'readHistory',
      'rollBack an-earlier-one',
      'runProbes',
      'judge',
    ]);
  });

  it('is left as it is where the person goes back', async () => {
    const flow = startFlow();
    await flow.reaches('reviewing');
    flow.send({ type: 'HISTORY' });
    await flow.reaches('history.shown');
    // Without a session that is open there is nothing to undo.
    flow.send({ type: 'UNDO' });
    flow.send({ type: 'OPEN_SESSION', session: 'an-earlier-one' });
    flow.send({ type: 'BACK' });
    flow.send({ type: 'BACK' });
    expect(flow.actor.getSnapshot().value).toBe('reviewing');
    expect(flow.effects).toEqual(['findUnfinished', 'runProbes', 'judge', 'readHistory']);
  });
});
