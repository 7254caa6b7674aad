import { afterEach, expect, test } from 'vitest';
import type { Facts } from '../../src/domain/facts.js';
import { deeperLook } from '../../src/ui/deeper-look.js';
import { unelevatedDiagnosis, unelevatedFacts } from './sample-case.js';
import { atReview, closeStages, never } from './stage.js';
import { keys } from './terminal.js';

afterEach(closeStages);

const view = { facts: unelevatedFacts, diagnosis: unelevatedDiagnosis };

test('the causes say how many checks were left out, and the key that helps', async () => {
  const { terminal } = await atReview({ view });
  expect(terminal.frame()).toContain('2 checks were left out: only an administrator may read them.');
  expect(terminal.frame()).toContain('l look deeper');
});

test('Esc leads back, and nothing was asked of Windows', async () => {
  const { terminal, flow } = await atReview({ view });
  await terminal.press('l', keys.escape);
  expect(terminal.frame()).toContain('What speaks for it');
  expect(flow.effects).not.toContain('elevateToLook');
});

test('the first answer only reads, the second makes a switch, and says so while it does', async () => {
  const reads = await atReview({ view });
  await reads.terminal.press('l', keys.enter);
  await reads.flow.reaches('reviewing');
  expect(reads.flow.effects.slice(-3)).toEqual(['elevateToLook', 'runProbes deeper', 'judge']);

  const makes = await atReview({ view, script: { health: ['broken', never()] } });
  await makes.terminal.press('l', keys.down, keys.enter);
  await makes.terminal.settled();
  expect(makes.flow.effects).toContain('runProbes test-switch');
  expect(makes.terminal.frame()).toContain('a test switch is made and removed');
});

test('a No to Windows leaves what was found, and says so', async () => {
  const { terminal, flow } = await atReview({ view, script: { elevateToLook: [new Error('refused')] } });
  await terminal.press('l', keys.enter);
  await flow.reaches('reviewing');
  await terminal.settled();
  expect(terminal.frame()).toContain('What was found before still stands.');
  expect(flow.effects.filter((effect) => effect.startsWith('runProbes'))).toEqual(['runProbes']);
});

test('a recording is not asked again', async () => {
  const { terminal, flow } = await atReview({ view, host: { kind: 'replay', name: 'a recording' } });
  expect(terminal.frame()).not.toContain('look deeper');
  await terminal.press('l');
  expect(flow.actor.getSnapshot().value).toBe('reviewing');
});

test('no switch is offered to somebody far away, nor where there is no Hyper-V to make one', () => {
  const seen = (facts: Facts) => deeperLook({ ...unelevatedDiagnosis, facts }).noSwitch;
  expect(seen(unelevatedFacts)).toBeNull();
  expect(seen({ elevation: { elevated: true, remoteSession: true } })).toBe('remote-session');
  expect(seen({ ...unelevatedFacts, services: { services: [] } })).toBe('no-hyper-v');
});
