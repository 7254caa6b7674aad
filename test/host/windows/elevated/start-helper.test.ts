import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../src/host/host.js';
import type { ProcessEnd } from '../../../../src/host/spawn.js';
import { createStateFolder } from '../../../../src/host/state-folder.js';
import launch from '../../../../src/host/windows/elevated/launch.ps1';
import prepare from '../../../../src/host/windows/elevated/prepare.ps1';
import { createHelperStarter } from '../../../../src/host/windows/elevated/start-helper.js';
import { temporaryFolder } from '../../temporary-folder.js';

const powershell = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const never = new Promise<never>(() => undefined);
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** The script of an -EncodedCommand. */
function decoded(args: readonly string[]): string {
  return Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
}

/** What a script's first lines set a variable to. */
function valueOf(script: string, name: string): string {
  const found = new RegExp(`^\\$${name} = [^']*'([^']*)'`, 'm').exec(script)?.[1] ?? '';
  return Buffer.from(found, 'base64').toString('utf8');
}

async function startWith(end: ProcessEnd) {
  // As long a folder as a person may well have.
  const root = join(await temporaryFolder(), 'x'.repeat(60), 'Пётр O’Brien', 'wsl-netfix-tui');
  const state = createStateFolder(root);
  const bundlePath = join(await temporaryFolder(), 'bundle.mjs');
  const nodePath = join(await temporaryFolder(), 'node.exe');
  await writeFile(bundlePath, 'bundle');
  await writeFile(nodePath, 'node');
  const started: { command: Command; line: string; script: string; secret: string }[] = [];
  const start = createHelperStarter({
    spawn: async (command) => {
      const outer = decoded(command.args);
      const line = decoded(valueOf(outer, 'arguments').split(' '));
      const [folder] = await state.list('elevated');
      const read = (name: string) => readFile(state.path(`elevated/${folder ?? ''}/${name}`), 'utf8');
      started.push({ command, line, script: await read('prepare.ps1'), secret: await read('secret') });
      return end;
    },
    powershell,
    state,
    program: { bundlePath, nodePath },
  });
  const secret = new Uint8Array(32).fill(9);
  const pipe = '\\\\.\\pipe\\wsl-netfix-tui-00';
  const ended = await start({ pipe, secret, met: never }, new AbortController().signal);
  const [first] = started;
  if (first === undefined) throw new Error('Nothing was started.');
  expect(first.secret).toBe(Buffer.from(secret).toString('hex'));
  return { ...first, ended, state, pipe, secret: first.secret };
}

describe('starting the helper', () => {
  it.each<readonly [string, ProcessEnd, string]>([
    ['refused, where UAC was answered with No (error 1223)', { ended: 'exited', exitCode: 43 }, 'refused'],
    ['failed, where Windows refused otherwise', { ended: 'exited', exitCode: 44 }, 'failed'],
    ['failed, where a hash was wrong', { ended: 'exited', exitCode: 68 }, 'failed'],
    ['failed, where there is no PowerShell', { ended: 'not-started', startError: 'ENOENT' }, 'failed'],
    ['unknown, where nobody could wait for it', { ended: 'exited', exitCode: 0 }, 'unknown'],
  ])('is %s', async (_, end, wanted) => {
    expect((await startWith(end)).ended).toBe(wanted);
  });

  it('elevates a PowerShell that runs a script only with the hash in its line', async () => {
    const { command, line, script } = await startWith({ ended: 'exited', exitCode: 0 });
    expect(command.file).toBe(powershell);
    expect(valueOf(decoded(command.args), 'powershell')).toBe(powershell);
    expect(line).toContain(`if($h -ne "${sha256(script)}"){exit 65}`);
  });

  it('names the hashes of this program and of Node in that script', async () => {
    const { script, pipe } = await startWith({ ended: 'exited', exitCode: 0 });
    expect(valueOf(script, 'bundleHash')).toBe(sha256('bundle'));
    expect(valueOf(script, 'nodeHash')).toBe(sha256('node'));
    expect(valueOf(script, 'pipe')).toBe(pipe);
    expect(valueOf(script, 'session')).toMatch(/^[0-9a-f]{16}$/);
    expect(script.endsWith(prepare)).toBe(true);
  });

  it('keeps the secret in a file of our folder, off every command line, and takes it away', async () => {
    const { command, line, script, secret, state } = await startWith({ ended: 'exited', exitCode: 0 });
    for (const text of [command.args.join(' '), decoded(command.args), line, script]) {
      expect(text).not.toContain(secret);
    }
    expect(await state.list('elevated')).toEqual([]);
  });

  it('stays below the longest line that ShellExecute takes', async () => {
    const { command } = await startWith({ ended: 'exited', exitCode: 0 });
    const line = `"${powershell}" ${valueOf(decoded(command.args), 'arguments')}`;
    expect(line.length).toBeLessThan(2_080);
  });
});

describe('the scripts', () => {
  it.each([
    ['launch.ps1', launch],
    ['prepare.ps1', prepare],
  ])('%s is ASCII', (_, script) => {
    expect(script).toMatch(/^[\n\x20-\x7e]+$/);
  });

  it('prepare.ps1 uses no cmdlet, whose module could be one that the person’s own folder holds', () => {
    const ownFunctions = ['Assert-Protected', 'New-Protected', 'Copy-Checked'];
    const commands = prepare.match(/(?<![\w'\\.-])[A-Z][a-z]+-[A-Z]\w+/g) ?? [];
    expect(commands.filter((name) => !ownFunctions.includes(name))).toEqual([]);
  });
});
