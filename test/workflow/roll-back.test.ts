import { describe, expect, test } from 'vitest';
import { sha256Of } from '../../src/domain/hash.js';
import type { Step } from '../../src/domain/plan.js';
import { readJournal } from '../../src/journal/journal.js';
import { textOf, type FakeHost } from '../host/fake-host.js';
import {
  allRunning,
  carryOut,
  configPath,
  createPractice,
  editStep,
  makePlan,
  makeStep,
  newConfig,
  oldConfig,
  run,
  start,
  startProgram,
  statesOf,
  stop,
} from './practice-plan.js';

const changes = (host: FakeHost) => host.lines.filter((line) => /net\.exe|reset|set-default/.test(line));

async function stateOnDisk(host: FakeHost, session: string | null): Promise<unknown> {
  const content = await readJournal(host.state, session ?? '');
  return content?.records.findLast(({ kind }) => kind === 'closed');
}

describe('after a failed step', () => {
  const failing = () =>
    createPractice({
      answer: (line) => (line === 'netsh.exe winsock reset' ? { exitCode: 1 } : undefined),
    });

  test('exact undos run in reverse, and each service and file is as it was', async () => {
    const { host, services } = failing();
    const program = startProgram(host);
    expect(await carryOut(program, makePlan())).toBe('failed at reset-winsock');
    host.lines.splice(0);
    const result = await program.treatment.rollBack();
    expect(changes(host)).toEqual(['net.exe start vmcompute', 'net.exe start hns', 'net.exe start agent']);
    expect(result).toMatchObject({ complete: true, remainder: [] });
    expect(statesOf(services)).toEqual(allRunning);
    expect(textOf(host, configPath)).toBe(oldConfig);
    expect(await stateOnDisk(host, program.treatment.session())).toMatchObject({ state: 'rolled-back' });
  });

  test('what has no undo is listed as such, and was said before: the undo is complete without it', async () => {
    const { host } = failing();
    const program = startProgram(host);
    await carryOut(program, makePlan());
    const result = await program.treatment.rollBack();
    expect(result.cannotBeUndone).toEqual(['reset-winsock', 'shut-wsl-down']);
    const step = program.caseFile.view().steps.find(({ stepId }) => stepId === 'reset-winsock');
    expect(step).toMatchObject({ status: 'not-undone', remainder: ['This cannot be undone.'] });
    expect(program.caseFile.view().aftermath.staysChanged).toEqual(['winsock']);
  });

  test('undone twice, nothing is done twice', async () => {
    const { host, services } = failing();
    const program = startProgram(host);
    await carryOut(program, makePlan());
    await program.treatment.rollBack();
    host.lines.splice(0);
    const again = await program.treatment.rollBack();
    expect(again.complete).toBe(true);
    expect(changes(host)).toEqual([]);
    expect(statesOf(services)).toEqual(allRunning);
  });

  test('a service that does not come back makes it incomplete, with the state and the command', async () => {
    const { host, services } = failing();
    services.agent = { state: 'running', refusesToStart: true };
    const program = startProgram(host);
    await carryOut(program, makePlan());
    const result = await program.treatment.rollBack();
    expect(result.complete).toBe(false);
    expect(result.remainder).toContain('C:\\Windows\\System32\\net.exe start agent');
    expect(result.remainder).toContain('The service agent is stopped; before, it was running.');
    expect(await stateOnDisk(host, program.treatment.session())).toMatchObject({
      state: 'not-fully-rolled-back',
    });
  });
});

const addressStep: Step = makeStep({
  id: 'set-version',
  effect: 'disruptive',
  actions: [run('wsl', '--set-default-version 1')],
  undo: {
    kind: 'equivalent',
    actions: [
      {
        ...run('wsl', '--set-default-version 2'),
        unless: { kind: 'wsl-default-version', version: 2 },
      },
    ],
  },
});

/** A machine on which the default version is what was last set. */
function withVersions() {
  const version = { is: 2 };
  const practice = createPractice({
    answer: (line) => {
      const set = /--set-default-version (\d)/.exec(line)?.[1];
      if (set !== undefined) version.is = Number(set);
      else if (!line.startsWith('reg.exe query')) return undefined;
      return { stdout: `\n    DefaultVersion    REG_DWORD    0x${version.is}\n` };
    },
  });
  return { ...practice, version };
}

describe('an equivalent undo', () => {
  const plan = () => makePlan({ steps: [addressStep], services: [] });

  test('is offered, not run', async () => {
    const { host, version } = withVersions();
    const program = startProgram(host);
    await carryOut(program, plan());
    const result = await program.treatment.rollBack();
    expect(version.is).toBe(1);
    expect(result.complete).toBe(false);
    expect(result.remainder.at(-1)).toBe('C:\\Windows\\System32\\wsl.exe --set-default-version 2');
  });

  test('runs where a person says so', async () => {
    const { host, version } = withVersions();
    const program = startProgram(host);
    await carryOut(program, plan());
    expect(await program.treatment.rollBack('run')).toMatchObject({ complete: true, remainder: [] });
    expect(version.is).toBe(2);
  });

  test('is no loose end where things are so already', async () => {
    const { host, version } = withVersions();
    const program = startProgram(host);
    await carryOut(program, plan());
    version.is = 2;
    expect(await program.treatment.rollBack()).toMatchObject({ complete: true, remainder: [] });
  });
});

test('that something looks undone proves nothing before the restart that the plan needs', async () => {
  const { host, version } = withVersions();
  const program = startProgram(host);
  const plan = makePlan({ steps: [addressStep], services: [], restart: true, half: 'before-restart' });
  await carryOut(program, plan);
  version.is = 2;
  expect((await program.treatment.rollBack()).complete).toBe(false);
  host.bootedAt = 9_000_000;
  expect((await program.treatment.rollBack()).complete).toBe(true);
});

describe('a file', () => {
  const plan = () => makePlan({ steps: [editStep], services: [] });

  test('that somebody changed meanwhile is left alone, and the difference is shown', async () => {
    const { host } = createPractice();
    const program = startProgram(host);
    await carryOut(program, plan());
    host.machineFiles.set(configPath, new TextEncoder().encode(`${newConfig}processors=2\u001b[2J\n`));
    const result = await program.treatment.rollBack();
    expect(result.complete).toBe(false);
    expect(result.leftovers).toEqual([
      {
        kind: 'file-changed',
        step: 'edit-wslconfig',
        path: configPath,
        difference: [{ sign: '+', line: 4, text: 'processors=2' }],
      },
    ]);
    expect(textOf(host, configPath)).toContain('processors=2');
  });

  test('is not restored from a backup that was altered', async () => {
    const { host } = createPractice();
    const program = startProgram(host);
    await carryOut(program, plan());
    const backup = [...host.disk.keys()].find((path) => path.endsWith('wslconfig.bak')) ?? '';
    host.disk.set(backup, new TextEncoder().encode('[wsl2]\nkernel=evil\n'));
    const result = await program.treatment.rollBack();
    expect(result.leftovers).toMatchObject([{ kind: 'backup-damaged' }]);
    expect(textOf(host, configPath)).toBe(newConfig);
  });

  test('that did not exist before is removed', async () => {
    const { host } = createPractice({ files: {} });
    const program = startProgram(host);
    const [backUp, write] = editStep.actions;
    if (backUp === undefined || write?.kind !== 'write-file') throw new Error('another plan');
    const step = makeStep({
      ...editStep,
      actions: [backUp, { ...write, expected: null }],
      undo: {
        kind: 'exact',
        actions: [
          {
            kind: 'restore-file',
            path: configPath,
            expected: sha256Of(newConfig),
            sha256: null,
            name: 'wslconfig.bak',
          },
        ],
      },
    });
    await carryOut(program, makePlan({ steps: [step], services: [] }));
    expect(textOf(host, configPath)).toBe(newConfig);
    expect((await program.treatment.rollBack()).complete).toBe(true);
    expect(textOf(host, configPath)).toBeNull();
  });
});

describe('settling', () => {
  test('a service that is on its way is waited for, not commanded', async () => {
    const { host, services } = createPractice();
    const program = startProgram(host);
    const plan = makePlan({
      steps: [makeStep({ id: 'stop-hns', actions: [stop('hns')], undo: { kind: 'exact', actions: [] } })],
    });
    await carryOut(program, plan);
    services.hns = { state: 'start-pending' };
    host.lines.splice(0);
    await program.treatment.rollBack();
    expect(changes(host)).toEqual([]);
    expect(statesOf(services)).toEqual(allRunning);
  });

  test('what was stopped before is stopped again, and never with those that depend on it', async () => {
    const { host, services } = createPractice();
    services.hns = { state: 'stopped', dependents: ['agent'] };
    services.agent = { state: 'stopped' };
    const program = startProgram(host);
    const plan = makePlan({
      steps: [makeStep({ id: 'start-hns', actions: [start('hns'), start('agent')] })],
      services: [
        { service: 'hns', before: 'stopped', goal: 'running' },
        { service: 'agent', before: 'stopped', goal: 'running' },
      ],
    });
    expect(await carryOut(program, plan)).toBe('completed');
    host.lines.splice(0);
    expect((await program.treatment.rollBack()).complete).toBe(true);
    expect(changes(host)).toEqual(['net.exe stop hns', 'net.exe stop agent', 'net.exe stop hns']);
    expect(statesOf(services)).toEqual({ hns: 'stopped', agent: 'stopped', vmcompute: 'running' });
  });

  test('where the state before cannot be had, the goal of the plan will do', async () => {
    const { host, services } = createPractice({
      answer: (line) => (line === 'net.exe stop hns' ? { exitCode: 2 } : undefined),
    });
    services.hns = { state: 'stopped' };
    const program = startProgram(host);
    const plan = makePlan({
      steps: [makeStep({ id: 'start-hns', actions: [start('hns')] })],
      services: [{ service: 'hns', before: 'stopped', goal: 'running' }],
    });
    await carryOut(program, plan);
    expect((await program.treatment.rollBack()).complete).toBe(true);
  });
});

test('a session that was closed as done is undone by a later program', async () => {
  const { host, services } = createPractice();
  const first = startProgram(host);
  expect(await carryOut(first, makePlan())).toBe('completed');
  await first.treatment.recordVerdict({ verdict: 'not-repaired' });
  const later = startProgram(host);
  expect(await later.treatment.findUnfinished()).toEqual({ unfinished: 'none' });
  expect((await later.treatment.undo(first.treatment.session())).complete).toBe(true);
  expect(textOf(host, configPath)).toBe(oldConfig);
  expect(statesOf(services)).toEqual(allRunning);
  await expect(later.treatment.undo(first.treatment.session())).rejects.toThrow('already-undone');
});

describe('a setting', () => {
  const startType = (service: string, startType: 'manual' | 'disabled') =>
    ({ kind: 'start-type', service, startType }) as const;
  const enable = makeStep({
    id: 'enable-sharedaccess',
    actions: [run('sc', 'config SharedAccess start= demand')],
    checks: [startType('SharedAccess', 'manual')],
    undo: {
      kind: 'exact',
      actions: [
        {
          ...run('sc', 'config SharedAccess start= disabled'),
          unless: startType('SharedAccess', 'disabled'),
        },
      ],
    },
  });
  const numbers = { auto: 2, demand: 3, disabled: 4 } as const;

  /** A machine with one service whose start type is kept, and the program that enabled it. */
  async function enabled() {
    const kept: { type: keyof typeof numbers | null } = { type: 'disabled' };
    const { host } = createPractice({
      answer: (line) => {
        const [, wanted] = /^sc\.exe config SharedAccess start= (\w+)$/.exec(line) ?? [];
        if (wanted === 'demand' || wanted === 'disabled') kept.type = wanted;
        if (wanted !== undefined) return {};
        if (line !== 'sc.exe qc SharedAccess') return undefined;
        const { type } = kept;
        return type === null
          ? { exitCode: 5 }
          : { stdout: `        START_TYPE         : ${numbers[type]}   X\r\n` };
      },
    });
    const program = startProgram(host);
    expect(await carryOut(program, makePlan({ steps: [enable], services: [] }))).toBe('completed');
    await program.treatment.recordVerdict({ verdict: 'repaired' });
    host.lines.splice(0);
    const undo = () => startProgram(host).treatment.undo(null);
    const configured = () => host.lines.filter((line) => line.startsWith('sc.exe config'));
    return { kept, undo, configured };
  }

  test('that nobody touched since is set back', async () => {
    const { kept, undo } = await enabled();
    expect((await undo()).complete).toBe(true);
    expect(kept.type).toBe('disabled');
  });

  test('that somebody changed meanwhile is left alone, with the difference and the command', async () => {
    const { kept, undo, configured } = await enabled();
    kept.type = 'auto';
    const result = await undo();
    expect(configured()).toEqual([]);
    expect(result.complete).toBe(false);
    expect(result.remainder).toEqual([
      'SharedAccess start= was changed by somebody else since. It was left as it is, so that this change is not lost.',
      '- manual (as this session left it)',
      '+ automatic (as it is now)',
      'To set it back to what it was before the session all the same:',
      'C:\\Windows\\System32\\sc.exe config SharedAccess start= disabled',
    ]);
  });

  test('that is as before already needs nothing', async () => {
    const { kept, undo, configured } = await enabled();
    kept.type = 'disabled';
    expect((await undo()).complete).toBe(true);
    expect(configured()).toEqual([]);
  });

  test('that cannot be read is set back: nothing shows that somebody changed it', async () => {
    const { kept, undo, configured } = await enabled();
    kept.type = null;
    await undo();
    expect(configured()).toEqual(['sc.exe config SharedAccess start= disabled']);
  });
});
