import { expect, test } from 'vitest';
import { hashPlan } from '../../src/domain/hash.js';
import type { Plan } from '../../src/domain/plan.js';
import { listSessions } from '../../src/journal/session-summary.js';
import { findUnfinishedFor, remainingWork, type RemainingWork } from '../../src/workflow/recovery.js';
import { readJournal } from '../../src/journal/journal.js';
import { createFakeHost, textOf, textOnDisk } from '../host/fake-host.js';
import {
  allRunning,
  carryOut,
  configPath,
  createPractice,
  makePlan,
  newConfig,
  oldConfig,
  startProgram,
  statesOf,
  type Practice,
} from './practice-plan.js';

/** The process is gone: nothing that it does after this reaches the machine. */
class Killed extends Error {}

/** Where a process ends: at the n-th changing effect, before it, in its middle, or before its outcome is written. */
interface Death {
  readonly effect: number;
  readonly point: 'before' | 'during' | 'after';
}

const isLook = (line: string) => line.startsWith('reg.exe query ');
const isChanging = (line: string) => /net\.exe (start|stop)|winsock reset|--shutdown/.test(line);

/** A machine on which the first program dies at that point; later ones live. */
function createMortal(death: Death | null): Practice & { readonly effects: () => number } {
  let effects = 0;
  let isDead = false;
  const die = (): never => {
    isDead = true;
    throw new Killed();
  };
  const isHere = (point: Death['point']) => !isDead && death?.point === point && effects === death.effect + 1;
  const practice = createPractice({
    midway: () => {
      if (isHere('during')) die();
    },
  });
  practice.host.intercept = ({ kind, what }) => {
    if (isDead) throw new Killed();
    const begins = (kind === 'run' && isChanging(what)) || kind === 'file-write';
    const ends = (kind === 'ran' && isChanging(what)) || kind === 'file-wrote';
    if (begins) {
      effects++;
      if (isHere('before')) die();
    }
    // A command that is not seen to have a middle dies between its effect and its end.
    if (ends && (isHere('after') || isHere('during'))) die();
  };
  return { ...practice, effects: () => effects };
}

async function countEffects(): Promise<number> {
  const practice = createMortal(null);
  await carryOut(startProgram(practice.host), makePlan());
  return practice.effects();
}

async function killAt(death: Death): Promise<Practice> {
  const practice = createMortal(death);
  await expect(carryOut(startProgram(practice.host), makePlan())).rejects.toThrow(Killed);
  practice.host.intercept = () => undefined;
  return practice;
}

const points = ['before', 'during', 'after'] as const;

test('killed at three points of every effect, a new program undoes: services and files are as before', async () => {
  let deaths = 0;
  for (let effect = 0; effect < (await countEffects()); effect++) {
    for (const point of points) {
      const { host, services } = await killAt({ effect, point });
      const next = startProgram(host);
      expect(await next.treatment.findUnfinished()).toEqual({ unfinished: 'interrupted' });
      const result = await next.treatment.rollBack();
      expect({ effect, point, complete: result.complete, ...statesOf(services) }).toEqual({
        effect,
        point,
        complete: true,
        ...allRunning,
      });
      expect(textOf(host, configPath)).toBe(oldConfig);
      expect(await startProgram(host).treatment.findUnfinished()).toEqual({ unfinished: 'none' });
      deaths++;
    }
  }
  expect(deaths).toBe(24);
});

test('killed at three points of every effect, a new program finishes: services are as wanted', async () => {
  for (let effect = 0; effect < (await countEffects()); effect++) {
    for (const point of points) {
      const { host, services } = await killAt({ effect, point });
      const next = startProgram(host);
      await next.treatment.findUnfinished();
      const rest = planOfRest(next.treatment.remaining());
      expect(await carryOut(next, rest)).toBe('completed');
      expect({ effect, point, ...statesOf(services) }).toEqual({ effect, point, ...allRunning });
      expect(textOf(host, configPath)).toBe(newConfig);
      await next.treatment.recordVerdict({ verdict: 'repaired' });
      const [summary] = (await listSessions(host.state)).sessions;
      expect(summary).toMatchObject({ state: 'done', verdict: 'repaired' });
    }
  }
});

test('killed, killed again while undoing, and undone by a third program', async () => {
  const { host, services } = await killAt({ effect: 3, point: 'after' });
  let lives = 0;
  host.intercept = ({ kind, what }) => {
    if (kind === 'ran' && what === 'net.exe start hns') lives = -1;
    if (lives < 0) throw new Killed();
  };
  const second = startProgram(host);
  await second.treatment.findUnfinished();
  await second.treatment.rollBack().catch(() => undefined);
  host.intercept = () => undefined;
  const third = startProgram(host);
  expect(await third.treatment.findUnfinished()).toEqual({ unfinished: 'interrupted' });
  expect((await third.treatment.rollBack()).complete).toBe(true);
  expect(statesOf(services)).toEqual(allRunning);
});

/** The steps that did not come to their end, as a remedy would plan them anew. */
function planOfRest(work: RemainingWork | undefined): Plan {
  if (work === undefined) throw new Error('Nothing is left.');
  const open = work.steps.filter(({ standing }) => standing !== 'done' && standing !== 'skipped');
  const content = { ...work.lastPlan, steps: open.map(({ step }) => step) };
  return { ...content, hash: hashPlan(content) };
}

test('what is left of a session: which steps came how far, and what all plans wanted remembered', async () => {
  const { host } = await killAt({ effect: 3, point: 'during' });
  const content = await readJournal(host.state, (await host.state.list('sessions'))[0] ?? '');
  const work = remainingWork(content?.records ?? []);
  expect(work?.steps.map(({ step, standing }) => `${step.id} ${standing}`)).toEqual([
    'save-network-settings done',
    'shut-wsl-down done',
    'edit-wslconfig done',
    'stop-hns done',
    'stop-vmcompute begun',
    'reset-winsock planned',
    'start-vmcompute planned',
    'start-hns planned',
  ]);
  expect(work).toMatchObject({ allDone: false, restart: 'none', memory: { staysChanged: ['winsock'] } });
  expect(work?.services).toContainEqual({ service: 'hns', before: 'running', goals: ['running'] });
  expect(work?.backups.map(({ name }) => name)).toEqual(['netsh-dump.txt', 'wslconfig.bak']);
});

test('a plan with a restart waits for it, and sees by the boot time that it came', async () => {
  const { host } = createPractice();
  await carryOut(startProgram(host), makePlan({ restart: true, half: 'before-restart' }));
  expect((await findUnfinishedFor(host)).unfinished).toBe('awaiting-restart');
  host.bootedAt = 1_000_000 + 20_000;
  expect((await findUnfinishedFor(host)).unfinished).toBe('awaiting-restart');
  host.bootedAt = 1_000_000 + 90_000;
  expect((await findUnfinishedFor(host)).unfinished).toBe('restarted');
  host.bootedAt = null;
  expect((await findUnfinishedFor(host)).unfinished).toBe('restarted');
});

test('the second half is part of the same session, and both halves are undone together', async () => {
  const { host } = createPractice();
  await carryOut(startProgram(host), makePlan({ restart: true, half: 'before-restart' }));
  host.bootedAt = 2_000_000;
  const next = startProgram(host);
  await next.treatment.findUnfinished();
  const second = makePlan({ half: 'after-restart', steps: [], remedy: 'reset-network-stack' });
  await carryOut(next, second);
  expect(await host.state.list('sessions')).toHaveLength(1);
  expect(textOnDisk(host, `sessions/${next.treatment.session() ?? ''}/UNDO.txt`)).toContain('start hns');
  expect((await next.treatment.rollBack()).complete).toBe(true);
  expect(textOf(host, configPath)).toBe(oldConfig);
});

test('a session of another machine is not taken up, nor undone', async () => {
  const { host } = await killAt({ effect: 2, point: 'after' });
  const other = createFakeHost({ disk: host.disk, machineId: 'machine-2' });
  const { treatment } = startProgram(other);
  expect(await treatment.findUnfinished()).toEqual({ unfinished: 'none' });
  const [session] = await host.state.list('sessions');
  await expect(treatment.undo(session ?? '')).rejects.toThrow('other-machine');
  expect(other.lines.filter((line) => !isLook(line))).toEqual([]);
});

test('a session older than seven days is found, and said to be old', async () => {
  const { host } = await killAt({ effect: 2, point: 'after' });
  expect((await findUnfinishedFor(host)).session?.age).toBe('recent');
  await host.clock.sleep(8 * 24 * 60 * 60 * 1000);
  expect((await findUnfinishedFor(host)).session?.age).toBe('old');
});

test('forgotten, it is not asked about again', async () => {
  const { host } = await killAt({ effect: 2, point: 'after' });
  const { treatment } = startProgram(host);
  await treatment.findUnfinished();
  await treatment.forget();
  expect(await startProgram(host).treatment.findUnfinished()).toEqual({ unfinished: 'none' });
});

test('forgotten, its stopped services are started first; while one cannot be, it stays open', async () => {
  const { host, services } = await killAt({ effect: 3, point: 'after' });
  expect(statesOf(services)).not.toEqual(allRunning);
  host.intercept = ({ kind, what }) => {
    if (kind === 'run' && what === 'net.exe start hns') throw new Error('It does not start.');
  };
  const { treatment } = startProgram(host);
  await treatment.findUnfinished();
  await expect(treatment.forget()).rejects.toThrow();
  expect(await startProgram(host).treatment.findUnfinished()).toEqual({ unfinished: 'interrupted' });
  host.intercept = () => undefined;
  const next = startProgram(host).treatment;
  await next.findUnfinished();
  await next.forget();
  expect(statesOf(services)).toEqual(allRunning);
});

test('another remedy does not go on with a session whose end could not be written down', async () => {
  const { host } = await killAt({ effect: 3, point: 'after' });
  const program = startProgram(host);
  await program.treatment.findUnfinished();
  host.intercept = ({ kind }) => {
    if (kind === 'append') throw new Error('ENOSPC');
  };
  await program.treatment.rollBack();
  host.intercept = () => undefined;
  expect(await carryOut(program, makePlan({ remedy: 'restart-hns' }))).toBe('completed');
  expect(await host.state.list('sessions')).toHaveLength(2);
});

test('all steps done and killed before the verdict: the verification is what is left', async () => {
  const { host } = createPractice();
  await carryOut(startProgram(host), makePlan());
  const found = await findUnfinishedFor(host);
  expect(found.session?.summary.state).toBe('awaiting-verification');
});

test('an unknown session is refused with the nearest names', async () => {
  const { host } = createPractice();
  const program = startProgram(host);
  await carryOut(program, makePlan());
  const session = program.treatment.session() ?? '';
  const attempt = startProgram(host).treatment.undo(session.slice(0, -1));
  await expect(attempt).rejects.toMatchObject({ reason: 'unknown-session', nearest: [session] });
  await expect(startProgram(createFakeHost()).treatment.undo(null)).rejects.toMatchObject({
    reason: 'no-session',
  });
});

test('a journal altered by hand makes nothing run', async () => {
  const { host } = await killAt({ effect: 3, point: 'after' });
  const [session = ''] = await host.state.list('sessions');
  const path = `sessions/${session}/journal.jsonl`;
  host.disk.set(path, new TextEncoder().encode(textOnDisk(host, path).replaceAll('net.exe', 'evil.exe')));
  host.lines.splice(0);
  const { treatment } = startProgram(host);
  expect(await treatment.findUnfinished()).toEqual({ unfinished: 'none' });
  await expect(treatment.undo(session)).rejects.toMatchObject({ reason: 'journal-damaged' });
  expect(host.lines.filter((line) => !isLook(line))).toEqual([]);
  expect((await listSessions(host.state)).damaged).toEqual([
    { session, line: 1, fault: '.plan.hash', machineId: null },
  ]);
});
