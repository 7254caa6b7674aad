import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { adminQuestionScript } from '../../../../src/host/admin-questions.js';
import { makeCommand } from '../../../../src/host/commands.js';
import { readSingleAnswer } from '../../../../src/host/windows/powershell/single-question.js';
import { createProcessSpawn } from '../../../../src/host/windows/spawn.js';
import { fakePaths } from '../../fake-host.js';
import { commandCases } from './command-cases.js';
import { describeReal, stubFolder } from './real-powershell.js';
import { plain, useWorker, type Ask } from './use-worker.js';

/** The command that the product makes, with another PowerShell for its program. */
async function runProcess(powershell: string, script: string, machine: string): Promise<Ended> {
  const log = newLog();
  const modules = machine === 'no-modules' ? '' : stubFolder;
  const command = {
    ...makeCommand(fakePaths, 'powershell', [script]),
    file: powershell,
    env: { STUB: machine, STUB_LOG: log, PSModulePath: modules },
  };
  const stdout: Buffer[] = [];
  const end = await createProcessSpawn()(command, {
    signal: new AbortController().signal,
    onBytes: (stream, bytes) => {
      if (stream === 'stdout') stdout.push(Buffer.from(bytes));
    },
  });
  return {
    exitCode: end.ended === 'exited' ? end.exitCode : null,
    stdout: Buffer.concat(stdout).toString('utf8').trim(),
    changes: await linesOf(log),
  };
}

/** The same text in a worker that is there already, with fresh stubs; an error stands for exit code 1. */
async function runInWorker(ask: Ask, script: string, machine: string): Promise<Ended> {
  const log = newLog();
  const setUp = `$env:STUB = '${machine}'\n$env:STUB_LOG = '${log}'\nGet-Module Hyper-V | Remove-Module`;
  expect(await ask(plain(setUp))).toMatchObject({ ok: true });
  const answer = await ask(plain(script));
  const stdout = answer.ok && typeof answer.value === 'string' ? answer.value : '';
  return { exitCode: answer.ok ? 0 : 1, stdout, changes: await linesOf(log) };
}

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly changes: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'wsl-netfix-test-'));
afterAll(() => rm(folder, { recursive: true }));
const newLog = () => join(folder, randomUUID());

async function linesOf(log: string): Promise<readonly string[]> {
  const text = await readFile(log, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '');
}

const table = commandCases.flatMap(({ name, script, read = () => undefined, machines }) =>
  Object.entries(machines).map(([machine, expected], index) => ({
    name,
    machine,
    // A process takes more than a second: one for each script, and one where something is missing.
    isProcess: index === 0 || machine === 'no-modules',
    script,
    read,
    expected,
  })),
);

describeReal('scripts that change the machine, as processes with stub cmdlets', {}, (powershell) => {
  it.concurrent.each(table.filter(({ isProcess }) => isProcess))(
    '$name: $machine',
    async ({ script, read, machine, expected }) => {
      const { stdout, ...end } = await runProcess(powershell, script, machine);
      expect({ ...end, reading: read(stdout) }).toEqual(expected);
    },
  );
});

describeReal('scripts that change the machine, in a worker', { PSModulePath: stubFolder }, (powershell) => {
  const ask = useWorker(powershell);

  it.each(table.filter(({ isProcess }) => !isProcess))(
    '$name: $machine',
    async ({ script, read, machine, expected }) => {
      const { stdout, ...end } = await runInWorker(ask, script, machine);
      expect({ ...end, reading: read(stdout) }).toEqual(expected);
    },
  );
});

// Through singleQuestionScript: the worker's script with one question in it.
describeReal('an adminQuestionScript, as a process without input', {}, (powershell) => {
  it('answers its question and ends', async () => {
    const { exitCode, stdout } = await runProcess(powershell, adminQuestionScript('virtual-machines'), 'one');
    const answer = readSingleAnswer({ ended: 'exited', stdout });
    expect({ exitCode, answer }).toEqual({
      exitCode: 0,
      answer: { ok: true, value: { Name: '构建服务器', State: 'Running' } },
    });
  });
});
