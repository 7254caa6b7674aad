import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Facts } from '../../src/domain/facts.js';
import type { ProbeId } from '../../src/domain/ids.js';
import type { Clock } from '../../src/host/host.js';
import { openSimulatedHost } from '../../src/host/simulated/simulated-host.js';
import { QuestionFailed } from '../../src/probes/machine.js';
import { Skip, type Probe } from '../../src/probes/probe.js';
import { runProbes } from '../../src/probes/run-probes.js';

/** Wakes sleepers only when told to. */
function manualClock(): Clock & { pass(ms: number): void } {
  let now = 1_000_000;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ at: now + ms, wake });
      }),
    pass(ms) {
      now += ms;
      const due = sleepers.filter(({ at }) => at <= now);
      sleepers = sleepers.filter(({ at }) => at > now);
      for (const { wake } of due) wake();
    },
  };
}

async function machine(clock: Clock = manualClock()) {
  const stateRoot = mkdtempSync(join(tmpdir(), 'wsl-netfix-probes-'));
  onTestFinished(() => {
    rmSync(stateRoot, { recursive: true, force: true });
  });
  return { ...(await openSimulatedHost({ world: 'healthy', pace: 'instant', stateRoot })), clock };
}

function probe(id: ProbeId, read: Probe['read'], rest: Partial<Probe> = {}): Probe {
  return {
    id,
    fact: 'distros',
    after: [],
    elevation: 'none',
    usualMs: 1,
    timeoutMs: 5_000,
    read,
    findings: () => [],
    ...rest,
  };
}

const nothing: Facts['distros'] = { distros: [], defaultVersion: null };
const never = () => new Promise<never>(() => undefined);
const live = () => new AbortController().signal;

test('a probe that crashes or skips is a result, and the others go on', async () => {
  const run = await runProbes({
    host: await machine(),
    signal: live(),
    probes: [
      probe('windows', () => Promise.reject(new Error('boom\u001b[2J'))),
      probe('wsl', () => Promise.resolve(new Skip({ code: 'no-wsl' }))),
      probe('distros', () => Promise.resolve(nothing)),
      probe('services', () => Promise.resolve(nothing), {
        findings: () => {
          throw new Error('bad finding');
        },
      }),
    ],
  });
  expect(run.results.map(({ id, result }) => [id, result.status])).toEqual([
    ['windows', 'crashed'],
    ['wsl', 'skipped'],
    ['distros', 'ok'],
    ['services', 'crashed'],
  ]);
  expect(run.results[0]?.result).toMatchObject({ message: 'boom' });
});

test('a probe that hangs is timed out, and those that wait for it run without its fact', async () => {
  const clock = manualClock();
  const seen: unknown[] = [];
  const running = runProbes({
    host: await machine(clock),
    signal: live(),
    probes: [
      probe('distros', never),
      probe(
        'wsl-start',
        ({ known }) => {
          seen.push(known.distros);
          return Promise.resolve(new Skip({ code: 'no-distro' }));
        },
        { fact: 'wslStart', after: ['distros'] },
      ),
    ],
    onProgress(id, progress) {
      if (id === 'distros' && progress.status === 'running') clock.pass(5_000);
    },
  });
  // The limit begins right after the report; pass it once it is set.
  await new Promise((resolve) => setImmediate(resolve));
  clock.pass(5_000);
  const { results } = await running;
  expect(results[0]?.result).toMatchObject({ status: 'timed-out', afterMs: 5_000 });
  expect(results[1]?.result.status).toBe('skipped');
  expect(seen).toEqual([undefined]);
});

test('a probe that waits for another sees its fact, whatever their order in the list', async () => {
  const { results } = await runProbes({
    host: await machine(),
    signal: live(),
    probes: [
      probe(
        'wsl-start',
        ({ known }) =>
          Promise.resolve(new Skip({ code: known.distros === undefined ? 'no-wsl' : 'no-distro' })),
        { fact: 'wslStart', after: ['distros'] },
      ),
      probe('distros', () => Promise.resolve(nothing)),
    ],
  });
  expect(results[0]?.result).toMatchObject({ reason: { code: 'no-distro' } });
});

test('a probe for administrators is skipped, not tried, where the program is not elevated', async () => {
  let asked = false;
  const { results } = await runProbes({
    host: await machine(),
    signal: live(),
    known: { elevation: { elevated: false, remoteSession: false } },
    probes: [
      probe(
        'hns-networks',
        () => {
          asked = true;
          return Promise.resolve(nothing);
        },
        { elevation: 'admin' },
      ),
    ],
  });
  expect(results[0]?.result).toMatchObject({ status: 'skipped', reason: { code: 'needs-elevation' } });
  expect(asked).toBe(false);
});

test('with a helper, probes for administrators take turns, and waiting for it is not their own time', async () => {
  const events: string[] = [];
  const clock = manualClock();
  const forAdministrators = (id: 'hns-networks' | 'bitlocker') =>
    probe(
      id,
      async () => {
        events.push(`${id} begins`);
        await Promise.resolve();
        clock.pass(4_000);
        events.push(`${id} ends`);
        return nothing;
      },
      { elevation: 'admin' },
    );
  const { results } = await runProbes({
    host: { ...(await machine(clock)), holdsElevation: () => true },
    signal: live(),
    known: { elevation: { elevated: false, remoteSession: false } },
    probes: [forAdministrators('hns-networks'), forAdministrators('bitlocker')],
  });
  expect(events).toEqual(['hns-networks begins', 'hns-networks ends', 'bitlocker begins', 'bitlocker ends']);
  expect(results.map(({ result }) => [result.status, 'durationMs' in result && result.durationMs])).toEqual([
    ['ok', 4_000],
    ['ok', 4_000],
  ]);
});

test('cancelling ends what runs and skips what waits', async () => {
  const stop = new AbortController();
  const running = runProbes({
    host: await machine(),
    signal: stop.signal,
    probes: [probe('distros', never), probe('wsl-start', never, { fact: 'wslStart', after: ['distros'] })],
  });
  await new Promise((resolve) => setImmediate(resolve));
  stop.abort();
  const { results } = await running;
  expect(results.map(({ result }) => result)).toEqual([
    expect.objectContaining({ status: 'skipped', reason: { code: 'cancelled' } }),
    expect.objectContaining({ status: 'skipped', reason: { code: 'cancelled' } }),
  ]);
});

test('findings are drawn once more at the end, with everything that was learned meanwhile', async () => {
  const { results, findings } = await runProbes({
    host: await machine(),
    signal: live(),
    probes: [
      probe('distros', () => Promise.resolve(nothing), {
        findings: (_, known) =>
          known.elevation === undefined
            ? [{ id: 'wsl-not-installed', probe: 'distros', data: {}, evidence: '' }]
            : [],
      }),
      probe('elevation', () => Promise.resolve({ elevated: true, remoteSession: false }), {
        fact: 'elevation',
        after: ['distros'],
      }),
    ],
  });
  expect(findings).toEqual([]);
  expect(results[0]?.result.status).toBe('ok');
});

test('what Windows keeps from an ordinary account is no fault; to an administrator it is one', async () => {
  const denied = new QuestionFailed(
    {
      ok: false,
      reason: 'error',
      errorId: 'Windows System Error 5,Get-NetNat',
      hresult: '0x80070005',
    },
    'netnat',
  );
  const endFor = async (elevated: boolean) => {
    const run = await runProbes({
      host: await machine(),
      signal: live(),
      known: { elevation: { elevated, remoteSession: false } },
      probes: [probe('netnat', () => Promise.reject(denied))],
    });
    return run.results[0]?.result;
  };
  expect(await endFor(false)).toMatchObject({ status: 'skipped', reason: { code: 'denied' } });
  expect(await endFor(true)).toMatchObject({ status: 'crashed' });
});
