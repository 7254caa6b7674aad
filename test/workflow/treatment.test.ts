import { expect, test } from 'vitest';
import { readJournal } from '../../src/journal/journal.js';
import { StepRefused } from '../../src/workflow/run-step.js';
import { textOf, textOnDisk, type FakeHost } from '../host/fake-host.js';
import {
  allRunning,
  carryOut,
  configPath,
  createPractice,
  makePlan,
  makeStep,
  newConfig,
  run,
  startProgram,
  statesOf,
  stop,
} from './practice-plan.js';

const isChanging = (line: string) => /net\.exe|winsock|--shutdown/.test(line);

async function kindsIn(host: FakeHost, session: string | null): Promise<readonly string[]> {
  const content = await readJournal(host.state, session ?? '');
  return (content?.records ?? []).map((record) =>
    record.kind === 'intent' || record.kind === 'outcome'
      ? `${record.kind} ${record.step} ${record.action}`
      : record.kind === 'step'
        ? `${record.step} ${record.outcome}`
        : record.kind,
  );
}

test('a plan runs to its end: what was shown ran, in order, and every service is back', async () => {
  const { host, services } = createPractice();
  const program = startProgram(host);
  expect(await carryOut(program, makePlan())).toBe('completed');
  expect(host.lines.filter(isChanging)).toEqual([
    'wsl.exe --shutdown',
    'net.exe stop hns /y',
    'net.exe stop vmcompute /y',
    'netsh.exe winsock reset',
    'net.exe start vmcompute',
    'net.exe start hns',
    'net.exe start agent',
  ]);
  expect(statesOf(services)).toEqual(allRunning);
  expect(textOf(host, configPath)).toBe(newConfig);
  expect(program.caseFile.view().steps.map(({ status }) => status)).not.toContain('planned');
  expect(program.caseFile.view().place?.backups.map(({ name }) => name)).toEqual([
    'netsh-dump.txt',
    'wslconfig.bak',
  ]);
  host.done();
});

test('the intent is on the disk before each effect, and the outcome after it', async () => {
  const { host } = createPractice();
  const program = startProgram(host);
  const seen: string[] = [];
  host.intercept = ({ kind, what, text }) => {
    if (kind === 'append' && what.endsWith('journal.jsonl')) {
      const kindOfRecord = /"kind":"(intent|outcome)"/.exec(text ?? '')?.[1];
      if (kindOfRecord !== undefined) seen.push(kindOfRecord);
    }
    if ((kind === 'run' && isChanging(what)) || kind === 'file-write') seen.push('effect');
  };
  await carryOut(program, makePlan());
  const effects = seen.flatMap((what, at) => (what === 'effect' ? [seen.slice(at - 1, at + 2)] : []));
  expect(effects).toHaveLength(8);
  for (const around of effects) expect(around).toEqual(['intent', 'effect', 'outcome']);
});

test('what is so already is skipped, and journalled as skipped without an intent', async () => {
  const { host, services } = createPractice();
  services.hns = { state: 'stopped' };
  const program = startProgram(host);
  const plan = makePlan({ steps: [makeStep({ id: 'stop-hns', actions: [stop('hns')] })], services: [] });
  await carryOut(program, plan);
  expect(host.lines).toEqual(['sc.exe query hns']);
  expect(await kindsIn(host, program.treatment.session())).toEqual([
    'opened',
    'confirmed',
    'outcome stop-hns 0',
    'stop-hns skipped',
  ]);
});

const refusals = [
  ['without a confirmation', 'not-confirmed', null],
  ['with that of another step', 'confirmed-for-another-step', { stepId: 'stop-vmcompute' }],
  ['with that of another plan', 'confirmed-for-another-plan', { planHash: 'f'.repeat(64) }],
] as const;

test.each(refusals)('a destructive step is refused %s, and nothing is run', async (_, reason, change) => {
  const { host } = createPractice();
  const { treatment, plans } = startProgram(host);
  const plan = makePlan({ steps: [makeStep({ id: 'stop-hns', actions: [stop('hns')] })] });
  plans.add(plan);
  await treatment.openJournal({ planHash: plan.hash, confirmed: ['stop-hns'] });
  const fitting = { stepId: 'stop-hns', planHash: plan.hash };
  const confirmation = change === null ? null : { ...fitting, ...change };
  const attempt = treatment.runStep({ ...fitting, confirmation });
  await expect(attempt).rejects.toThrow(new StepRefused(reason, 'stop-hns'));
  expect(host.lines).toEqual([]);
  expect(await kindsIn(host, treatment.session())).toEqual(['opened', 'confirmed']);
});

test('a step that calls itself harmless and is not needs a confirmation all the same', async () => {
  const { host } = createPractice();
  const { treatment, plans } = startProgram(host);
  const plan = makePlan({ steps: [makeStep({ id: 'stop-hns', effect: 'safe', actions: [stop('hns')] })] });
  plans.add(plan);
  await treatment.openJournal({ planHash: plan.hash, confirmed: [] });
  await expect(
    treatment.runStep({ stepId: 'stop-hns', planHash: plan.hash, confirmation: null }),
  ).rejects.toThrow('not-confirmed');
  expect(host.lines).toEqual([]);
});

test('a step does not run before the backup that comes before it, and not twice', async () => {
  const { host } = createPractice();
  const { treatment, plans } = startProgram(host);
  const plan = makePlan();
  plans.add(plan);
  await treatment.openJournal({ planHash: plan.hash, confirmed: [] });
  const runIt = (stepId: string) => {
    const fitting = { stepId, planHash: plan.hash };
    return treatment.runStep({ ...fitting, confirmation: fitting });
  };
  await expect(runIt('stop-hns')).rejects.toThrow('out-of-order');
  await runIt('save-network-settings');
  await expect(runIt('save-network-settings')).rejects.toThrow('out-of-order');
  expect(host.lines.filter(isChanging)).toEqual([]);
});

test.each([
  ['a program that is not ours', { file: 'C:\\evil.exe' }],
  ['an argv that is not in the table', { args: ['user', 'eve', '/add'] }],
  ['an effect that it does not have', { effect: 'safe' as const }],
])('a plan with %s is refused before it begins', async (_, change) => {
  const { host } = createPractice();
  const { treatment, plans } = startProgram(host);
  const action = run('net', 'stop hns /y');
  const foreign = { ...action, command: { ...action.command, ...change } };
  const plan = makePlan({ steps: [makeStep({ id: 'stop-hns', actions: [foreign] })] });
  plans.add(plan);
  await expect(treatment.openJournal({ planHash: plan.hash, confirmed: [] })).rejects.toThrow(
    'not-our-action',
  );
  expect(host.disk.size).toBe(0);
});

test('a plan whose hash does not fit is not taken into the registry', () => {
  const { host } = createPractice();
  const { plans } = startProgram(host);
  expect(() => {
    plans.add({ ...makePlan(), restart: true });
  }).toThrow('wrong hash');
});

test.each(['opened', 'confirmed', 'undo.cmd'])(
  'a disk that is full at %s: the journal does not open, nothing runs, nothing is left to ask about',
  async (where) => {
    const { host } = createPractice();
    const program = startProgram(host);
    host.intercept = ({ kind, what, text }) => {
      const isJournal = kind === 'append' && (text ?? '').includes(`"kind":"${where}"`);
      if (isJournal || (kind === 'write' && what.endsWith(where))) throw new Error('ENOSPC');
    };
    await expect(carryOut(program, makePlan())).rejects.toThrow('ENOSPC');
    host.intercept = () => undefined;
    expect(host.lines).toEqual([]);
    expect(await host.state.list('sessions')).toEqual([]);
    expect(await startProgram(host).treatment.findUnfinished()).toEqual({ unfinished: 'none' });
  },
);

test('a disk that fills up before a command: the command does not run, and the way back works without it', async () => {
  const { host, services } = createPractice();
  const program = startProgram(host);
  let isFull = false;
  host.intercept = ({ kind, text }) => {
    isFull ||= text?.includes('"step":"stop-vmcompute"') === true;
    if (isFull && (kind === 'append' || kind === 'write')) throw new Error('ENOSPC');
  };
  await expect(carryOut(program, makePlan())).rejects.toThrow('ENOSPC');
  expect(host.lines).not.toContain('net.exe stop vmcompute /y');
  const result = await program.treatment.rollBack();
  expect(result.complete).toBe(true);
  expect(statesOf(services)).toEqual(allRunning);
  expect(result.remainder.at(-1)).toMatch(/journal could not be written/);
});

test('after a timeout the machine is looked at again: a service that stopped late is stopped', async () => {
  const { host, services } = createPractice({
    answer: (line) => {
      if (line !== 'net.exe stop hns /y' || services.hns === undefined) return undefined;
      services.hns.state = 'stop-pending';
      return { ended: 'timed-out' };
    },
  });
  const program = startProgram(host);
  const plan = makePlan({
    steps: [
      makeStep({
        id: 'stop-hns',
        actions: [stop('hns')],
        checks: [{ kind: 'service-state', service: 'hns', state: 'stopped' }],
      }),
    ],
    services: [{ service: 'hns', before: 'running', goal: 'stopped' }],
  });
  expect(await carryOut(program, plan)).toBe('completed');
});

test('success is not what a command says of itself: exit 0 of a service that stays is a failure', async () => {
  const { host } = createPractice({
    answer: (line) => (line === 'net.exe stop hns /y' ? { exitCode: 0, stdout: 'stopped' } : undefined),
  });
  expect(await carryOut(startProgram(host), makePlan())).toBe('failed at stop-hns');
});

test('a backup that could not be made fails its step, and what it was for does not run', async () => {
  const { host } = createPractice({
    answer: (line) => (line === 'netsh.exe interface dump' ? { exitCode: 1 } : undefined),
  });
  expect(await carryOut(startProgram(host), makePlan())).toBe('failed at save-network-settings');
});

test('a file that somebody changed since the plan was made is not overwritten', async () => {
  const { host } = createPractice({ files: { [configPath]: 'mine' } });
  expect(await carryOut(startProgram(host), makePlan())).toBe('failed at edit-wslconfig');
  expect(textOf(host, configPath)).toBe('mine');
});

test('before the first change there is a way back that calls the local copy by its path', async () => {
  const { host } = createPractice();
  const { treatment, plans } = startProgram(host);
  const plan = makePlan();
  plans.add(plan);
  await treatment.openJournal({ planHash: plan.hash, confirmed: [] });
  const session = treatment.session() ?? '';
  const batch = textOnDisk(host, `sessions/${session}/undo.cmd`).split('\r\n');
  expect(batch).toContain(
    `"/usr/bin/node" "/state/runtime/app.mjs" "undo" "${session}" "--yes" "--simulate" "fake"`,
  );
  const manual = textOnDisk(host, `sessions/${session}/UNDO.txt`);
  const lines = manual.split('\r\n').map((line) => line.trim());
  const starts = lines.filter((line) => line.includes('net.exe start'));
  expect(starts.map((line) => line.split(' ').at(-1))).toEqual(['vmcompute', 'hns', 'agent']);
  expect(manual).toContain('This cannot be undone.');
  expect(manual).toContain(`/state/sessions/${session}/backups/wslconfig.bak`);
  expect(manual).not.toMatch(/[^\r]\n/);
});

test('stopping between two steps brings the services back and leaves the session open', async () => {
  const { host, services } = createPractice();
  const program = startProgram(host);
  const plan = makePlan();
  program.plans.add(plan);
  await program.treatment.openJournal({ planHash: plan.hash, confirmed: [] });
  for (const { id } of plan.steps.slice(0, 5)) {
    const fitting = { stepId: id, planHash: plan.hash };
    await program.treatment.runStep({ ...fitting, confirmation: fitting });
  }
  expect(statesOf(services)).not.toEqual(allRunning);
  await program.treatment.settleServices();
  expect(statesOf(services)).toEqual(allRunning);
  expect(await startProgram(host).treatment.findUnfinished()).toEqual({ unfinished: 'interrupted' });
});

test('a service that cannot be brought back is said, not passed over', async () => {
  const { host, services } = createPractice();
  const program = startProgram(host);
  services.agent = { state: 'running', refusesToStart: true };
  expect(await carryOut(program, makePlan())).toBe('failed at start-hns');
  await expect(program.treatment.settleServices()).rejects.toThrow('agent');
});
