import { afterEach, describe, expect, test } from 'vitest';
import { atApplying, atConfirm, atPlan, closeStages, type TestStage } from './stage.js';
import { progressAt } from './sample-case.js';
import { keys, small, usual } from './terminal.js';

afterEach(closeStages);

function stateOf({ flow }: TestStage) {
  const { value, context } = flow.actor.getSnapshot();
  return { value, confirmed: context.confirmed };
}

describe('a confirm screen', () => {
  test('shows the exact command, what stops, what is lost, the backup and the undo', async () => {
    const { terminal } = await atConfirm();
    const frame = terminal.frame();
    expect(frame).toContain('C:\\Windows\\System32\\net.exe stop hns /y');
    for (const label of ['What stops', 'What is lost', 'Backup', 'Undo']) expect(frame).toContain(label);
    expect(frame).toContain('Nothing has run yet. Confirmed so far: 0 of 2.');
  });

  test('has No preselected: Enter goes back and nothing is confirmed', async () => {
    const stage = await atConfirm();
    expect(stage.terminal.frame()).toContain('❯ No, back');
    await stage.terminal.press(keys.enter);
    expect(stateOf(stage)).toEqual({ value: 'choosing', confirmed: [] });
    expect(stage.flow.effects.join()).not.toContain('openJournal');
  });

  test('is confirmed by moving to Yes and pressing Enter, for this step alone', async () => {
    const stage = await atConfirm();
    await stage.terminal.press(keys.right);
    expect(stage.terminal.frame()).toContain('❯ Yes, confirm step 2');
    await stage.terminal.press(keys.enter);
    expect(stateOf(stage)).toEqual({ value: 'confirming', confirmed: ['stop-hns'] });
    expect(stage.terminal.frame()).toContain('Confirmed so far: 1 of 2.');
  });

  test.each(['1', '2', '9', 'y', 'Y', ' '])('is not answered by %j', async (key) => {
    const stage = await atConfirm();
    await stage.terminal.press(key);
    expect(stateOf(stage)).toEqual({ value: 'confirming', confirmed: [] });
    expect(stage.terminal.frame()).toContain('❯ No, back');
  });

  test('takes keys that come in one piece in their order, and never as a Yes that was not seen', async () => {
    const backToNo = await atConfirm();
    await backToNo.terminal.press(keys.right);
    backToNo.terminal.typeAhead(keys.left + keys.enter);
    await backToNo.terminal.settled();
    expect(stateOf(backToNo)).toEqual({ value: 'choosing', confirmed: [] });

    const unseenYes = await atConfirm();
    unseenYes.terminal.typeAhead(keys.right + keys.enter);
    await unseenYes.terminal.settled();
    expect(stateOf(unseenYes)).toEqual({ value: 'confirming', confirmed: [] });
    expect(unseenYes.terminal.frame()).toContain('❯ Yes, confirm step 2');
  });

  test('drops keys that were typed before it was drawn', async () => {
    const stage = await atPlan();
    stage.terminal.typeAhead(keys.enter + keys.right + keys.enter);
    await stage.terminal.settled();
    expect(stateOf(stage)).toEqual({ value: 'confirming', confirmed: [] });
    expect(stage.terminal.frame()).toContain('❯ No, back');
  });

  test('drops keys that come while the terminal has not drawn it yet', async () => {
    const stage = await atPlan();
    stage.terminal.hold();
    stage.terminal.typeAhead(keys.enter);
    await stage.terminal.turns();
    expect(stateOf(stage).value).toBe('confirming');
    stage.terminal.typeAhead(keys.right);
    stage.terminal.typeAhead(keys.enter);
    await stage.terminal.turns();
    stage.terminal.release();
    await stage.terminal.settled();
    expect(stateOf(stage)).toEqual({ value: 'confirming', confirmed: [] });
    expect(stage.terminal.frame()).toContain('❯ No, back');
    await stage.terminal.press(keys.right, keys.enter);
    expect(stateOf(stage).confirmed).toEqual(['stop-hns']);
  });

  test('carries no answer over to the next step', async () => {
    const stage = await atConfirm();
    await stage.terminal.press(keys.right);
    stage.terminal.typeAhead(keys.enterAgain + keys.enterAgain + keys.right + keys.enterAgain);
    await stage.terminal.settled();
    expect(stateOf(stage)).toEqual({ value: 'confirming', confirmed: ['stop-hns'] });
  });

  test('scrolls where it does not fit, with the answer in view', async () => {
    const { terminal } = await atConfirm({ size: small });
    expect(terminal.frame()).not.toContain('net.exe start nvagent');
    await terminal.press(keys.end);
    expect(terminal.frame()).toContain('net.exe start nvagent');
    expect(terminal.frame()).toContain('❯ No, back');
  });
});

describe('a step that needs a typed word', () => {
  const atWord = async () => {
    const stage = await atConfirm({ size: usual });
    await stage.terminal.press(keys.right, keys.enter);
    return stage;
  };

  test('is confirmed by the word and Enter', async () => {
    const stage = await atWord();
    await stage.terminal.press(...Array.from('winsock'), keys.enter);
    expect(stateOf(stage).confirmed).toEqual(['stop-hns', 'reset-winsock']);
  });

  test('takes the word and Enter that come in one piece, as on a slow machine', async () => {
    const stage = await atWord();
    stage.terminal.typeAhead('winsock' + keys.enter);
    await stage.terminal.settled();
    expect(stateOf(stage).confirmed).toEqual(['stop-hns', 'reset-winsock']);
  });

  test('takes Enter before the letters have been drawn', async () => {
    const stage = await atWord();
    stage.terminal.typeAhead('winsock');
    stage.terminal.typeAhead(keys.enterAgain);
    await stage.terminal.settled();
    expect(stateOf(stage).confirmed).toEqual(['stop-hns', 'reset-winsock']);
  });

  test('drops a word that was typed before the question was drawn', async () => {
    const stage = await atConfirm({ size: usual });
    await stage.terminal.press(keys.right);
    stage.terminal.typeAhead(keys.enterAgain + 'winsock' + keys.enter);
    await stage.terminal.settled();
    expect(stateOf(stage)).toEqual({ value: 'confirming', confirmed: ['stop-hns'] });
  });

  test('is not confirmed by another word, and says so', async () => {
    const stage = await atWord();
    await stage.terminal.press(...Array.from('winsocks'), keys.enter);
    expect(stateOf(stage)).toEqual({ value: 'confirming', confirmed: ['stop-hns'] });
    expect(stage.terminal.frame()).toContain('That was not “winsock”. Nothing was confirmed.');
  });

  test('goes back on Enter without a word', async () => {
    const stage = await atWord();
    await stage.terminal.press(keys.enter);
    expect(stateOf(stage)).toEqual({ value: 'choosing', confirmed: [] });
  });

  test('takes letters as letters: q does not leave, ? does not help', async () => {
    const stage = await atWord();
    await stage.terminal.press('q', '?', 'e');
    expect(stateOf(stage).value).toBe('confirming');
    expect(stage.terminal.frame()).toContain('q?e▌');
  });
});

describe('the restart of Windows', () => {
  test('is confirmed on a screen of its own, with No preselected', async () => {
    const stage = await atApplying({ script: { runStep: ['done'] } });
    stage.caseFile.update({ steps: progressAt(4) });
    await stage.flow.reaches('awaitingRestart.waiting');
    await stage.terminal.settled();
    await stage.terminal.press(keys.down, keys.enter);
    expect(stage.terminal.frame()).toContain('shutdown.exe /r /t 0');
    await stage.terminal.press(keys.enter);
    expect(stateOf(stage).value).toEqual({ awaitingRestart: 'waiting' });
    expect(stage.flow.effects.join()).not.toContain('restartWindows');
  });
});
