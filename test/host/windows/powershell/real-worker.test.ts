import { setTimeout as sleep } from 'node:timers/promises';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { systemClock } from '../../../../src/host/clock.js';
import type { Question } from '../../../../src/host/host.js';
import bootstrap from '../../../../src/host/windows/powershell/bootstrap.ps1';
import { createQuestionPool } from '../../../../src/host/windows/powershell/pool.js';
import {
  powershellArguments,
  startPowershell,
} from '../../../../src/host/windows/powershell/start-powershell.js';
import type { WorkerPipe } from '../../../../src/host/windows/powershell/worker.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { describeReal } from './real-powershell.js';

interface Asking {
  readonly args?: Question['args'];
  readonly worker?: Question['worker'];
  readonly timeoutMs?: number;
}

/** A pool of real processes, and every byte that they wrote. One worker is shared, as a process takes a second to start. */
function openPool(powershell: () => string) {
  const written: Buffer[] = [];
  const start = (): WorkerPipe => {
    const pipe = startPowershell(powershell());
    pipe.onOutput((bytes) => written.push(Buffer.from(bytes)));
    return pipe;
  };
  const pool = createQuestionPool({ start, clock: systemClock, sharedWorkers: 1 });
  afterAll(() => {
    pool.close();
  });
  const ask = (script: string, { args = {}, worker = 'shared', timeoutMs = 20_000 }: Asking = {}) =>
    pool.ask({ id: 'x', args, script, worker, elevation: 'none', timeoutMs });
  const numberFrom = async (script: string, asking?: Asking) => {
    const answer = await ask(script, asking);
    if (!answer.ok || typeof answer.value !== 'number') throw new Error(JSON.stringify(answer));
    return answer.value;
  };
  return { pool, ask, numberFrom, bytes: () => Buffer.concat(written) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Ends have to be waited for: the system takes a moment to collect a killed process. */
async function gone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 250 && isAlive(pid); tries++) await sleep(20);
  return !isAlive(pid);
}

describeReal('a worker of a real PowerShell', {}, (powershell) => {
  const { pool, ask, numberFrom, bytes } = openPool(() => powershell);

  it('answers with one value, lists of any length, texts of any script, and nothing, in lines of ASCII', async () => {
    const text = 'Größe 服务 😀 \u007f "\\" \u2028\r\n\t\u0001';
    expect(await ask('@{ a = $questionArgs.text; b = @(1) }', { args: { text } })).toEqual({
      ok: true,
      value: { a: text, b: [1] },
    });
    expect(await ask("'服务'")).toEqual({ ok: true, value: '服务' });
    expect(await ask('1; 2')).toEqual({ ok: true, value: [1, 2] });
    // One and none arrive unwrapped; `recordsOf` and `textsIn` undo it.
    expect(await ask('@(@{ a = 1 })')).toEqual({ ok: true, value: { a: 1 } });
    expect(await ask('@()')).toEqual({ ok: true, value: null });
    expect(await ask('@{ none = @(); one = @(7); nested = @(@{ list = @(@{ deep = @(1) }) }) }')).toEqual({
      ok: true,
      value: { none: [], one: [7], nested: [{ list: [{ deep: [1] }] }] },
    });
    expect(await ask('$questionArgs.days + 1', { args: { days: 7, on: true } })).toEqual({
      ok: true,
      value: 8,
    });
    expect(
      await ask(
        '[long](((Get-Date "2026-11-20T09:30:00Z").ToUniversalTime() - [datetime]"1970-01-01").TotalMilliseconds)',
      ),
    ).toEqual({
      ok: true,
      value: Date.UTC(2026, 10, 20, 9, 30),
    });
    expect(bytes().toString('latin1')).toMatch(/^(?:[\x20-\x7e]+\r?\n)+$/);
  });

  it('hears nothing of warnings, progress and what is written to the screen', async () => {
    const noise =
      'Write-Warning x\nWrite-Host y\nWrite-Verbose z -Verbose\nWrite-Information i\nWrite-Progress p';
    expect(await ask(noise)).toEqual({ ok: true, value: null });
    expect(await ask('Write-Debug d -Debug\n5')).toEqual({ ok: true, value: 5 });
  });

  it('tells errors by ids and codes, and lives on', async () => {
    const pid = await numberFrom('$PID');
    const failed = { ok: false, reason: 'error' };
    expect(await ask('Get-Item /no/such/file')).toMatchObject({
      ...failed,
      errorId: 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
    });
    expect(await ask('Get-NoSuchCmdlet')).toMatchObject({ ...failed, errorId: 'CommandNotFoundException' });
    expect(await ask('NoSuchModule\\Get-Thing')).toMatchObject({
      ...failed,
      errorId: 'CouldNotAutoLoadModule',
    });
    expect(await ask('Write-Error -Message 拒绝 -ErrorId "Windows System Error 5"')).toMatchObject({
      ...failed,
      errorId: 'Windows System Error 5',
      hresult: '0x80070005',
      message: '拒绝',
    });
    expect(await ask('throw (New-Object System.UnauthorizedAccessException)')).toMatchObject({
      ...failed,
      hresult: '0x80070005',
    });
    expect(await ask('throw (New-Object System.ComponentModel.Win32Exception 5)')).toMatchObject({
      ...failed,
      hresult: '0x80004005',
    });
    expect(await ask('if (')).toMatchObject({ ...failed, errorId: 'ParseException' });
    expect(await numberFrom('$PID')).toBe(pid);
  });

  it.each([
    ['ends', 'exit 3'],
    ['is killed', '[System.Diagnostics.Process]::GetCurrentProcess().Kill()\nStart-Sleep 20'],
    ['writes something else', "[Console]::Out.WriteLine('garbage')\n[Console]::Out.Flush()\n1"],
  ])('that %s in the middle loses this question only', async (_, script) => {
    const pid = await numberFrom('$PID');
    const [lost, next] = await Promise.all([ask(script), numberFrom('$PID')]);
    expect(lost).toMatchObject({ ok: false, reason: 'lost' });
    expect(next).not.toBe(pid);
    expect(await gone(pid)).toBe(true);
  });

  it('that hangs is ended with all that it started, and replaced', async () => {
    const pid = await numberFrom('$PID');
    const child = await numberFrom('(Start-Process /bin/sleep 60 -PassThru).Id');
    expect(await ask('while ($true) { }', { timeoutMs: 200 })).toEqual({ ok: false, reason: 'timed-out' });
    expect(await numberFrom('$PID')).not.toBe(pid);
    expect([await gone(pid), await gone(child)]).toEqual([true, true]);
  });

  it('of its own is where a question hangs that may hang; all end with the pool', async () => {
    const pid = await numberFrom('$PID');
    const alone = await numberFrom('$PID', { worker: 'own' });
    expect(await gone(alone)).toBe(true);
    const hung = ask('while ($true) { }', { worker: 'own' });
    expect(await numberFrom('$PID')).toBe(pid);
    pool.close();
    expect(await hung).toMatchObject({ ok: false, reason: 'lost' });
    expect(await gone(pid)).toBe(true);
  });
});

describeReal('a real PowerShell under a constrained language', {}, (powershell) => {
  let file = powershell;
  const { ask } = openPool(() => file);

  it('says so, and is asked nothing', async () => {
    file = await constrained(powershell);
    expect(await ask('1')).toEqual({ ok: false, reason: 'constrained-language' });
    expect(await ask('1', { worker: 'own' })).toEqual({ ok: false, reason: 'constrained-language' });
  });
});

/** PowerShell as a policy leaves it: whatever it is given runs in the constrained language. */
async function constrained(powershell: string): Promise<string> {
  const script = `$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'\n${bootstrap}`;
  const file = join(await temporaryFolder(), 'powershell');
  await writeFile(file, `#!/bin/sh\nexec '${powershell}' ${powershellArguments(script).join(' ')}\n`);
  await chmod(file, 0o755);
  return file;
}
