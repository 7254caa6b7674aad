import { spawn } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { Skip, type Probe } from '../../../../src/probes/probe.js';
import { createFakeHost } from '../../fake-host.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { ownProcess, questionCases, type Outcome } from './question-cases.js';
import { describeReal, stubFolder } from './real-powershell.js';
import { plain, useWorker, type Ask } from './use-worker.js';

/** What the probe makes of the answer, or why it makes nothing of it. */
async function outcomeOf(ask: Ask, probe: Probe): Promise<Outcome> {
  const host = { ...createFakeHost(), ask };
  try {
    const read = await probe.read({ host, known: {}, signal: new AbortController().signal });
    return read instanceof Skip ? { skipped: read.reason } : { fact: read };
  } catch (problem) {
    return { failed: (problem as Error).message };
  }
}

const table = (has: (machine: string) => boolean) =>
  questionCases.flatMap(({ script, probe, machines }) =>
    Object.entries(machines)
      .filter(([machine]) => has(machine))
      .map(([machine, expected]) => ({ script, id: probe.id, probe, machine, expected })),
  );

/** The worker's number and name in place of those that stand for them. */
function withOwn(expected: Outcome, [pid = '', name = '']: readonly string[]): Outcome {
  const text = JSON.stringify(expected)
    .replaceAll(`${ownProcess.pid}`, pid)
    .replaceAll(ownProcess.name, name);
  // The same shape, with two values of the same types in other places.
  return JSON.parse(text) as Outcome;
}

const compare = (found: Outcome, expected: Outcome) => {
  if ('failed' in expected)
    expect(found).toEqual({ failed: expect.stringContaining(expected.failed) as unknown });
  else expect(found).toEqual(expected);
};

describeReal('on a real PowerShell with stub cmdlets', { PSModulePath: stubFolder }, (powershell) => {
  const ask = useWorker(powershell);
  let own: readonly string[] = [];

  beforeAll(async () => {
    const answer = await ask(
      plain('Import-Module Registry -Global\n[string]$PID\n(Get-Process -Id $PID).ProcessName'),
    );
    if (!answer.ok || !Array.isArray(answer.value)) throw new Error(JSON.stringify(answer));
    own = answer.value.map(String);
  });

  it.each(table((machine) => machine !== 'no-modules'))(
    '$script tells $id: $machine',
    async ({ probe, machine, expected, script }) => {
      if (script === 'probes/running-software.ps1') await startProgram('vmware-vmx');
      expect(await ask(plain(`$env:STUB = '${machine}'`))).toEqual({ ok: true, value: null });
      compare(await outcomeOf(ask, probe), withOwn(expected, own));
    },
  );
});

describeReal('on a real PowerShell without the modules', { PSModulePath: '' }, (powershell) => {
  const ask = useWorker(powershell);

  it.each(table((machine) => machine === 'no-modules'))('$script: $id', async ({ probe, expected }) => {
    compare(await outcomeOf(ask, probe), expected);
  });
});

/** A real process of this name. */
async function startProgram(name: string): Promise<void> {
  const file = join(await temporaryFolder(), name);
  await copyFile('/bin/sleep', file);
  const child = spawn(file, ['60'], { stdio: 'ignore' });
  onTestFinished(() => {
    child.kill();
  });
  await new Promise((resolve) => child.once('spawn', resolve));
}
