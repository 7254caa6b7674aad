import { afterEach, describe, expect, test } from 'vitest';
import { languages } from '../../src/text/language.js';
import { textFor } from '../../src/text/text-for.js';
import { summaryLines } from '../../src/ui/summary.js';
import { atApplying, atPlan, atReview, closeStages, openStage, type TestStage } from './stage.js';
import { checks, place, progressAt } from './sample-case.js';

afterEach(closeStages);

function summaryOf({ flow, caseFile, props }: TestStage, language: (typeof languages)[number] = 'en') {
  const flowSnapshot = flow.actor.getSnapshot();
  return summaryLines({
    flow: flowSnapshot,
    view: caseFile.view(),
    text: textFor(language),
    host: props.host,
  });
}

describe('the summary on leaving', () => {
  test('after a diagnosis says what is wrong, the likely cause, and that nothing was changed', async () => {
    const lines = summaryOf(await atReview());
    expect(lines).toEqual([
      'WSL cannot set up its network.',
      'Likely cause: Windows cannot create the virtual switch, cause unknown',
      'Nothing was changed.',
      'This was the practice world classic-80041002. Nothing on this computer was touched.',
    ]);
  });

  test('says that nothing was changed where a plan was only looked at', async () => {
    expect(summaryOf(await atPlan())).toContain('Nothing was changed.');
  });

  test('does not say so where an earlier plan changed something and is unfinished', async () => {
    const unfinished = {
      session: 'earlier',
      remedy: 'reset-network-stack',
      target: null,
      startedAt: 0,
      state: 'interrupted',
      steps: [],
      verdict: null,
      machineId: 'sample',
    } as const;
    const stage = await openStage({ script: { findUnfinished: ['interrupted'] }, view: { unfinished } });
    const lines = summaryOf(stage);
    expect(lines[0]).toBe('An earlier plan is unfinished. Run the program again to finish or undo it.');
    expect(lines).not.toContain('Nothing was changed.');
  });

  test('while a restart is due says so, and where everything is', async () => {
    const stage = await atApplying({ script: { runStep: ['done'] } });
    stage.caseFile.update({ steps: progressAt(4), place });
    await stage.flow.reaches('awaitingRestart.waiting');
    const lines = summaryOf(stage);
    expect(lines[0]).toBe('Windows has to restart. After that, run the program again to go on.');
    expect(lines.join('\n')).toContain(place.undoCommand);
    expect(lines.join('\n')).toContain(place.log);
  });

  test('after a roll-back that left something lists it with its commands', async () => {
    const stage = await atApplying({ script: { runStep: ['done', 'failed'], rollBackIsComplete: [false] } });
    const steps = progressAt(1).map((step, index) =>
      index === 1 ? { ...step, status: 'not-undone' as const, remainder: ['net start hns'] } : step,
    );
    stage.caseFile.update({ steps });
    await stage.flow.reaches('notFullyRolledBack');
    expect(summaryOf(stage).slice(0, 3)).toEqual([
      'The plan could not be undone completely. Left to do:',
      '  Stop hns',
      '    net start hns',
    ]);
  });

  test.each(languages)('begins with the verdict and its proof where there is one (%s)', async (language) => {
    const stage = await openStage();
    await stage.flow.reaches('reviewing');
    stage.caseFile.update({ verdict: 'not-repaired', checks });
    const [first] = summaryOf(stage, language);
    const say = textFor(language).screens;
    expect(first).toContain(say.verdicts['not-repaired']);
    expect(first).toContain(say.proof(3, 4));
  });

  test('holds no control characters', async () => {
    const stage = await openStage();
    stage.caseFile.update({ place: { ...place, folder: 'C:\\\x1b[2Jx' } });
    expect(summaryOf(stage).join('')).not.toContain('\x1b');
  });
});
