import { afterAll, describe, expect, test } from 'vitest';
import type { Depth, Diagnosis } from '../../src/domain/diagnosis.js';
import type { StateFolder } from '../../src/host/host.js';
import type { World } from '../../src/host/simulated/world.js';
import { worlds } from '../../src/host/simulated/worlds/worlds.js';
import { probes } from '../../src/probes/registry.js';
import { scheduleOf } from '../../src/probes/schedule.js';
import { createDiagnosis } from '../../src/workflow/diagnosis.js';
import { createJumpingClock } from '../host/jumping-clock.js';
import { diagnose, openPractice } from './diagnose.js';

const ids = worlds.map(({ id }) => id);
const aimMs = 20_000;
const table: string[] = [];

/** The real disk takes real time, during which the clock would jump ahead. */
const diskInNoTime: StateFolder = {
  root: '/state',
  path: (relative) => `/state/${relative}`,
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(),
  append: () => Promise.resolve(),
  create: () => Promise.resolve(true),
  list: () => Promise.resolve([]),
  remove: () => Promise.resolve(),
};

/** As long as it takes a real machine; the clock jumps, nobody waits. */
async function timed(
  id: string,
  { depth = 'usual', change = () => undefined }: { depth?: Depth; change?: (world: World) => void } = {},
): Promise<{ readonly ms: number; readonly diagnosis: Diagnosis }> {
  const { clock, untilDone } = createJumpingClock();
  const opened = await openPractice(id, change, { pace: 'real', clock });
  const host = { ...opened.host, state: diskInNoTime };
  const practice = { ...opened, work: createDiagnosis({ host, caseFile: opened.caseFile }) };
  const began = clock.now();
  const diagnosis = await untilDone(diagnose(practice, depth));
  return { ms: clock.now() - began, diagnosis };
}

describe('at the pace of a real machine', () => {
  const { totalMs } = scheduleOf(probes);

  test.each(ids)('%s: a whole diagnosis takes at most 20 s, and what the schedule says', async (id) => {
    const { ms, diagnosis } = await timed(id);
    const longest = diagnosis.probes.toSorted((a, b) => b.result.durationMs - a.result.durationMs)[0];
    table.push(`${id.padEnd(24)} ${(ms / 1000).toFixed(1)} s, longest ${longest?.id ?? ''}`);
    expect(ms).toBeLessThanOrEqual(aimMs);
    // A policy that forbids devices makes WSL pause beyond what is usual: that pause is its sign.
    if (!diagnosis.findings.some((finding) => finding.id === 'device-install-forbidden'))
      expect(ms).toBeLessThanOrEqual(totalMs);
  });

  test('HNS that hangs costs its own question only, and the diagnosis still ends in time', async () => {
    const { ms, diagnosis } = await timed('hns-hangs', {
      change: ({ services }) => {
        for (const service of services) if (service.name === 'hns') service.state = 'stop-pending';
      },
    });
    const unanswered = diagnosis.probes.filter(({ result }) => result.status === 'timed-out');
    expect(unanswered.map(({ id }) => id)).toEqual(['hns-networks']);
    expect(diagnosis.causes.map(({ id }) => id)).toContain('hns-not-running');
    expect(ms).toBeLessThanOrEqual(aimMs);
  });

  test('a deeper look stays within its own schedule', async () => {
    const { ms, diagnosis } = await timed('classic-80041002', { depth: 'test-switch' });
    expect(diagnosis.probes.find(({ id }) => id === 'test-switch')?.result.status).toBe('finding');
    expect(ms).toBeLessThanOrEqual(scheduleOf(probes, { depth: 'test-switch' }).totalMs);
  });

  afterAll(() => {
    console.log(table.join('\n'));
  });
});
