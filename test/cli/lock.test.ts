import { expect, test } from 'vitest';
import { lockMachine, lockName, screenIsOpen, type CommandContext } from '../../src/cli/context.js';
import { Refusal } from '../../src/cli/refusal.js';
import { createStateFolder } from '../../src/host/state-folder.js';
import { textFor } from '../../src/text/text-for.js';
import { systemClock } from '../../src/host/clock.js';
import { temporaryFolder } from '../host/temporary-folder.js';

test('who holds the lock is told in the language of whoever meets it', async () => {
  const state = createStateFolder(await temporaryFolder());
  const machine = { kind: 'windows', machineId: 'one', state, clock: systemClock };
  const contextIn = (language: 'en' | 'zh-CN') =>
    // Only what the lock needs of it.
    ({ machine, text: textFor(language), options: { worldState: null } }) as unknown as CommandContext;
  const lock = await lockMachine(contextIn('en'), screenIsOpen);
  const met = await lockMachine(contextIn('zh-CN'), 'undo').catch((error: unknown) => error);
  expect(met).toBeInstanceOf(Refusal);
  const sentence = met instanceof Refusal ? JSON.stringify(met.sentence) : '';
  expect(sentence).toContain('已打开界面');
  expect(sentence).not.toContain('screen');
  await lock.release();
  expect(await state.read(lockName({ machineId: 'one' }))).toBeUndefined();
});
