import { afterEach, describe, expect, test } from 'vitest';
import { atApplying, closeStages, never } from './stage.js';
import { keys, wide } from './terminal.js';
import { gate } from '../machines/flow.js';
import type { RunStepOutput } from '../../machines/treatment.js';

afterEach(closeStages);

describe('while a plan runs', () => {
  test.each([
    ['q', 'q'],
    ['Esc', keys.escape],
  ])('%s does not leave', async (_, key) => {
    const { terminal, flow } = await atApplying();
    await terminal.press(key);
    expect(flow.actor.getSnapshot().value).toBe('applying');
    expect(terminal.frame()).not.toContain('leave');
  });

  test('Ctrl+C asks, with going on preselected; the pane stays beside it', async () => {
    const { terminal, flow } = await atApplying({ size: wide });
    await terminal.press(keys.interrupt);
    expect(terminal.frame()).toContain('❯ Go on');
    expect(terminal.frame()).toContain('[All]');
    await terminal.press(keys.enter);
    await flow.treatmentReaches('applying.working');
  });

  test('Ctrl+C, then the second answer, finishes the step and stops', async () => {
    const step = gate<RunStepOutput['outcome']>();
    const { terminal, flow } = await atApplying({ script: { runStep: ['done', step.promise] } });
    await terminal.press(keys.interrupt, keys.down, keys.enter);
    await flow.treatmentReaches('applying.finishingStep');
    expect(terminal.frame()).toContain('This step is finished first, then the plan stops.');
    step.open('done');
    await flow.reaches('stopped');
    await terminal.settled();
    expect(terminal.frame()).toContain('Stopped between two steps, as you asked.');
  });

  test('Ctrl+C, then the third answer, finishes the step and undoes everything', async () => {
    const step = gate<RunStepOutput['outcome']>();
    const { terminal, flow } = await atApplying({ script: { runStep: ['done', step.promise] } });
    await terminal.press(keys.interrupt, keys.up, keys.enter);
    step.open('done');
    await flow.reaches('rolledBack');
    await terminal.settled();
    expect(terminal.frame()).toContain('Undone. The machine is as it was before the plan.');
  });

  test('the question comes forward while the output covers the flow', async () => {
    const { terminal } = await atApplying();
    await terminal.press('z', keys.interrupt);
    expect(terminal.frame()).toContain('Do you want to stop?');
  });

  test('nothing leaves while things are being put back', async () => {
    const { terminal, flow } = await atApplying({
      script: { runStep: ['done', 'failed'], rollBackIsComplete: [never()] },
    });
    await flow.reaches('rollingBack');
    await terminal.settled();
    await terminal.press('q', keys.interrupt, keys.escape);
    expect(flow.actor.getSnapshot().value).toBe('rollingBack');
    expect(terminal.frame()).toContain('Undoing, in reverse order');
  });
});
