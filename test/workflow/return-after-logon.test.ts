/** After a restart the program opens once by itself; the registration never outlives what it was for. */
import { expect, test } from 'vitest';
import { readJournal } from '../../src/journal/journal.js';
import { textOnDisk } from '../host/fake-host.js';
import { carryOut, createPractice, makePlan, startProgram, type Practice } from './practice-plan.js';

const file = 'resume-machine-1.cmd';
const plan = makePlan({ restart: true, half: 'before-restart' });

/** A machine on which the first half is done, and the program that did it has ended. */
async function beforeRestart(options: Parameters<typeof createPractice>[0] = {}): Promise<Practice> {
  const practice = createPractice(options);
  const program = startProgram(practice.host);
  expect(await carryOut(program, plan)).toBe('completed');
  return practice;
}

const restart = ({ host, runOnce }: Practice) => {
  host.bootedAt = (host.bootedAt ?? 0) + 600_000;
  runOnce.line = null;
};

test('a plan that comes to its restart registers the copied program, asking nothing of the network', async () => {
  const { host, runOnce } = await beforeRestart();
  expect(runOnce.line).toBe(`C:\\Windows\\System32\\cmd.exe /d /s /c "start "" "/state/${file}""`);
  expect(textOnDisk(host, file)).toContain('"/usr/bin/node" "/state/runtime/app.mjs" "resume" "--simulate"');
  expect(textOnDisk(host, file)).not.toContain('npx');
});

test('the intent is on the disk before the command, and the outcome after it', async () => {
  const practice = createPractice();
  const order: string[] = [];
  practice.host.intercept = ({ kind, what, text = '' }) => {
    if (kind === 'append' && text.includes('return-after-logon'))
      order.push(/"kind":"(\w+)"/.exec(text)?.[1] ?? '');
    if (kind === 'run' && /reg.exe (add|delete)/.test(what)) order.push(what.slice(0, 11));
  };
  await carryOut(startProgram(practice.host), plan);
  expect(order).toEqual(['intent', 'reg.exe add', 'outcome']);
});

test('a plan without a restart registers nothing', async () => {
  const { host, runOnce } = createPractice();
  await carryOut(startProgram(host), makePlan());
  expect(runOnce.line).toBeNull();
  expect(host.disk.has(file)).toBe(false);
});

test('come back before the restart, it stays; used up by another sign-in, it is registered anew', async () => {
  const practice = await beforeRestart();
  const second = startProgram(practice.host);
  expect(await second.treatment.findUnfinished()).toEqual({ unfinished: 'awaiting-restart' });
  expect(practice.runOnce.line).not.toBeNull();
  practice.runOnce.line = null;
  const third = startProgram(practice.host);
  await third.treatment.findUnfinished();
  expect(practice.runOnce.line).toContain(file);
  expect(third.caseFile.view().comesBack).toBe('by-itself');
});

test('come back after the restart by another door, it is taken away, with its file', async () => {
  const practice = await beforeRestart();
  const line = practice.runOnce.line;
  restart(practice);
  practice.runOnce.line = line;
  const next = startProgram(practice.host);
  expect(await next.treatment.findUnfinished()).toEqual({ unfinished: 'restarted' });
  expect(practice.runOnce.line).toBeNull();
  expect(practice.host.disk.has(file)).toBe(false);
  expect(next.caseFile.view().comesBack).toBeNull();
});

test.each(['undo', 'forget'] as const)('%s before the restart takes it away', async (way) => {
  const { host, runOnce } = await beforeRestart();
  const { treatment } = startProgram(host);
  await treatment.findUnfinished();
  if (way === 'undo') await treatment.undo(null);
  else await treatment.forget();
  expect(runOnce.line).toBeNull();
  expect(host.disk.has(file)).toBe(false);
});

test('undone with a full disk, it is taken away all the same', async () => {
  const { host, runOnce } = await beforeRestart();
  const { treatment } = startProgram(host);
  await treatment.findUnfinished();
  host.intercept = ({ kind }) => {
    if (kind === 'append') throw new Error('ENOSPC');
  };
  await treatment.rollBack();
  expect(runOnce.line).toBeNull();
});

test('left behind by a session that is gone, it is swept at the next start', async () => {
  const { host, runOnce } = await beforeRestart();
  for (const path of [...host.disk.keys()]) if (path.startsWith('sessions/')) host.disk.delete(path);
  expect(await startProgram(host).treatment.findUnfinished()).toEqual({ unfinished: 'none' });
  expect(runOnce.line).toBeNull();
});

test('sweeping finds nothing on an untouched machine, and writes nothing', async () => {
  const { host } = createPractice();
  await startProgram(host).treatment.findUnfinished();
  expect(host.lines.filter((line) => !line.startsWith('reg.exe query'))).toEqual([]);
});

test('where Windows refuses it, the plan is done all the same, and the person comes back by hand', async () => {
  const { host, runOnce } = createPractice({
    answer: (line) => (line.startsWith('reg.exe add') ? { exitCode: 1 } : undefined),
  });
  const program = startProgram(host);
  expect(await carryOut(program, plan)).toBe('completed');
  expect(runOnce.line).toBeNull();
  expect(program.caseFile.view().comesBack).toBe('by-hand');
});

test('elevated as somebody else, it is not registered: that person does not sign in', async () => {
  const { host, runOnce } = createPractice();
  const program = startProgram(host);
  const profileOwner = { sid: 'S-1-5-21-2', owners: ['S-1-5-21-1'], distrosOf: 'other' } as const;
  program.caseFile.update({ facts: { profileOwner } });
  await carryOut(program, plan);
  expect(runOnce.line).toBeNull();
  expect(program.caseFile.view().comesBack).toBe('by-hand');
});

test('where our folder lies too deep for 260 characters, it is not registered', async () => {
  const { host, runOnce } = createPractice();
  const deep = { ...host.state, path: (relative: string) => `/${'d'.repeat(240)}/${relative}` };
  const program = startProgram({ ...host, state: deep });
  await carryOut(program, plan);
  expect(runOnce.line).toBeNull();
  expect(program.caseFile.view().comesBack).toBe('by-hand');
});

test('taken away after the session was closed, it does not open the session again', async () => {
  const practice = await beforeRestart();
  restart(practice);
  const next = startProgram(practice.host);
  await next.treatment.findUnfinished();
  await next.treatment.recordVerdict({ verdict: 'repaired' });
  practice.runOnce.line = 'left over';
  await startProgram(practice.host).treatment.findUnfinished();
  expect(practice.runOnce.line).toBeNull();
  const [session = ''] = await practice.host.state.list('sessions');
  expect((await readJournal(practice.host.state, session))?.records.at(-1)?.kind).toBe('closed');
});
