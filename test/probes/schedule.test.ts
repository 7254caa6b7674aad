import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { probes } from '../../src/probes/registry.js';
import { scheduleOf } from '../../src/probes/schedule.js';

const probe = (id: (typeof probes)[number]['id'], usualMs: number, rest: object = {}) => ({
  id,
  usualMs,
  timeoutMs: 15_000,
  after: [],
  ...rest,
});

test('a whole diagnosis takes at most 20 s when everything is as slow as it usually gets', () => {
  const { totalMs, longestChain } = scheduleOf(probes);
  console.log(`${totalMs} ms: ${longestChain.join(' → ')}`);
  expect(totalMs).toBeLessThanOrEqual(20_000);
  expect(longestChain.at(-1)).toBe('wsl-start');
});

test('also where HNS gives no answer, which its question waits for until its limit', () => {
  const { probes: planned, totalMs } = scheduleOf(probes, { hung: ['hns-networks'] });
  const { startMs = 0, endMs = 0 } = planned.find(({ id }) => id === 'hns-networks') ?? {};
  expect(endMs - startMs).toBe(15_000);
  expect(totalMs).toBeLessThanOrEqual(20_000);
});

test('probes start together, wait for those that they need, and share their workers', () => {
  const shared = { worker: 'shared' as const };
  const {
    probes: planned,
    totalMs,
    longestChain,
  } = scheduleOf(
    [
      probe('windows', 500),
      probe('services', 1_000, { after: ['windows'] }),
      probe('netnat', 900, shared),
      probe('port-53', 800, shared),
      probe('wmi-repository', 90_000, { depth: 'deeper' }),
    ],
    { sharedWorkers: 1 },
  );
  expect(planned).toEqual([
    { id: 'windows', startMs: 0, endMs: 500 },
    { id: 'netnat', startMs: 0, endMs: 900 },
    { id: 'services', startMs: 500, endMs: 1_500 },
    { id: 'port-53', startMs: 900, endMs: 1_700 },
  ]);
  expect(totalMs).toBe(1_700);
  expect(longestChain).toEqual(['netnat', 'port-53']);
});

test.each(probes.map(({ id, worker }) => [id, worker] as const))(
  '%s says truly which worker its question waits for: %s',
  (id, worker) => {
    const source = readFileSync(new URL(`../../src/probes/${id}.ts`, import.meta.url), 'utf8');
    const asks = /\b(?:askQuestion|askWhereInstalled|readEvents)\(/.test(source);
    expect(worker !== undefined).toBe(asks);
    const other = worker === 'own' ? 'shared' : 'own';
    if (asks) expect(source).not.toContain(`worker: '${other}'`);
  },
);
