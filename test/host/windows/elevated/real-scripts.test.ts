/**
 * launch.ps1 and prepare.ps1 on a real PowerShell, as far as they can run without Windows. What only Windows has is put
 * aside: the verb `runas` and the hidden window, the rights of folders, %ProgramData%, and that a program needs no mark to run.
 */
import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Command } from '../../../../src/host/host.js';
import type { ProcessEnd } from '../../../../src/host/spawn.js';
import { createStateFolder } from '../../../../src/host/state-folder.js';
import { createHelperStarter } from '../../../../src/host/windows/elevated/start-helper.js';
import { powershellArguments } from '../../../../src/host/windows/powershell/start-powershell.js';
import { createProcessSpawn } from '../../../../src/host/windows/spawn.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { describeReal } from '../powershell/real-powershell.js';

interface Script {
  readonly default: string;
}

const launchPath = '../../../../src/host/windows/elevated/launch.ps1';

vi.mock('../../../../src/host/windows/elevated/launch.ps1', async (importOriginal) => ({
  default: replaced((await importOriginal<Script>()).default, [
    ["$start.Verb = 'runas'", "$start.Verb = 'open'"],
    ['$arguments)', "$arguments.Replace('-WindowStyle Hidden ', ''))"],
  ]),
}));

vi.mock('../../../../src/host/windows/elevated/prepare.ps1', async (importOriginal) => ({
  default: replaced((await importOriginal<Script>()).default, [
    [
      /function Assert-Protected[^]*(?=function Copy-Checked)/,
      'function New-Protected($path) {\n  [void][System.IO.Directory]::CreateDirectory($path)\n}\n\n',
    ],
    ["[Environment]::GetFolderPath('CommonApplicationData')", '$env:TEST_PROGRAM_DATA'],
    ['& $nodeCopy', '& /bin/sh $nodeCopy'],
  ]),
}));

/** Every replacement has to find its place. */
function replaced(script: string, replacements: readonly (readonly [string | RegExp, string])[]): string {
  return replacements.reduce((text, [from, to]) => {
    const next = text.replace(from, () => to);
    if (next === text) throw new Error(`Not found in the script: ${String(from)}`);
    return next;
  }, script);
}

/** In place of Node: says how it was called, and in what surroundings. */
const fakeNode = `#!/bin/sh
{ for each in "$@"; do echo "$each"; done; cat "$1"; pwd; echo "$ProgramData"; env | grep '^NODE_'; } >"$TEST_REPORT"
exit 7
`;

const secret = new Uint8Array(32).fill(9);
const pipe = 'a pipe';

/** Starts the helper with a real PowerShell. `meddle` changes something before it runs; `alone` leaves the launcher out. */
async function start(powershell: string, meddle: (folder: string) => Promise<void>, alone: boolean) {
  const place = await temporaryFolder();
  const programData = join(place, 'Program Data');
  const report = join(place, 'report');
  const bundlePath = join(place, 'Пётр O’Brien.mjs');
  const nodePath = join(place, 'node');
  await writeFile(bundlePath, 'the bundle\n');
  await writeFile(nodePath, fakeNode);
  const state = createStateFolder(join(place, 'Größe ‘服务’ $x'));
  let ended: ProcessEnd | undefined;
  const startHelper = createHelperStarter({
    spawn: async (command, io) => {
      const [session = ''] = await state.list('elevated');
      await meddle(state.path(`elevated/${session}`));
      const env = { TEST_PROGRAM_DATA: programData, TEST_REPORT: report, NODE_OPTIONS: '--bad' };
      const started = { ...(alone ? elevatedPart(command) : command), env };
      ended = await createProcessSpawn()(started, io);
      return ended;
    },
    powershell,
    state,
    program: { bundlePath, nodePath },
  });
  const met = new Promise<never>(() => undefined);
  const result = await startHelper({ pipe, secret, met }, new AbortController().signal);
  const [session = ''] = await readdir(join(programData, 'wsl-netfix-tui')).catch(() => []);
  return {
    result,
    exitCode: ended?.ended === 'exited' ? ended.exitCode : undefined,
    session,
    folder: join(programData, 'wsl-netfix-tui', session),
    report: await readFile(report, 'utf8').catch(() => undefined),
    state,
  };
}

/** What UAC would elevate: the arguments that the launcher hands on. */
function elevatedPart(command: Command): Command {
  const script = Buffer.from(command.args.at(-1) ?? '', 'base64').toString('utf16le');
  const value = /^\$arguments = [^']*'([^']*)'/m.exec(script)?.[1] ?? '';
  const args = Buffer.from(value, 'base64').toString('utf8').replace('-WindowStyle Hidden ', '').split(' ');
  return { ...command, args };
}

const nothing = () => Promise.resolve();

describeReal('the start of the helper on a real PowerShell', {}, (powershell) => {
  it('comes to the copies of this program and of Node, waits for them, and takes them away', async () => {
    const { report, exitCode, result, session, folder, state } = await start(powershell, nothing, false);
    expect([result, exitCode]).toEqual(['failed', 7]);
    const [bundleCopy, elevated, pipeName, secretFile, ...rest] = (report ?? '').trim().split('\n');
    expect([bundleCopy, elevated, pipeName]).toEqual([
      join(folder, 'wsl-netfix-tui.mjs'),
      '__elevated',
      pipe,
    ]);
    expect(secretFile).toBe(state.path(`elevated/${session}/secret`));
    // Nothing of NODE_ is left.
    expect(rest).toEqual([session, 'the bundle', folder, join(folder, '..', '..')]);
    expect(await readdir(folder)).toEqual([]);
    expect(await state.list('elevated')).toEqual([]);
  });

  it('goes no further where a program is not the one whose hash was taken', async () => {
    const swapped = (folder: string) => appendFile(join(folder, '..', '..', '..', 'Пётр O’Brien.mjs'), 'x');
    const { exitCode, report, folder } = await start(powershell, swapped, true);
    expect([exitCode, report]).toEqual([68, undefined]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('runs no script but the one whose hash stands in the elevated line', async () => {
    const edited = (folder: string) => appendFile(join(folder, 'prepare.ps1'), '\n# harmless\n');
    expect(await start(powershell, edited, true)).toMatchObject({ exitCode: 65, report: undefined });
  });

  it.each([
    // No system but Windows has the verb: an error with another number.
    ['a system that will not elevate', 44, []],
    [
      'a person who refuses',
      43,
      [
        [
          '[System.Diagnostics.Process]::Start($start)',
          "$(throw (New-Object System.Exception 'x', (New-Object System.ComponentModel.Win32Exception 1223)))",
        ],
      ],
    ],
  ] as const)('tells %s by exit code %i', async (_, exitCode, replacements) => {
    const launch = await vi.importActual<Script>(launchPath);
    const script = `$powershell = '/bin/true'\n$arguments = ''\n${replaced(launch.default, replacements)}`;
    const command: Command = {
      file: powershell,
      args: powershellArguments(script),
      pane: 'powershell',
      effect: 'safe',
      elevation: 'none',
      encoding: 'oem',
      timeoutMs: 20_000,
    };
    const io = { signal: new AbortController().signal, onBytes: () => undefined };
    expect(await createProcessSpawn()(command, io)).toEqual({ ended: 'exited', exitCode });
  });
});
