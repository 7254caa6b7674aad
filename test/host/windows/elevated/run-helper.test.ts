import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { randomPipeName } from '../../../../src/host/windows/elevated/pipe-name.js';
import { runElevatedHelper } from '../../../../src/host/windows/elevated/run-helper.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { createFakeMachine, begun, command, runWith, secret, startTui } from './pair.js';

const session = '0123456789abcdef';
const elsewhere = process.platform;

/** %ProgramData% with the folder that `prepare.ps1` makes, and the secret in a folder of the person. */
async function prepared() {
  const programData = await temporaryFolder();
  const folder = join(programData, 'wsl-netfix-tui', session);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'wsl-netfix-tui.mjs'), '');
  const secretFile = join(await temporaryFolder(), 'secret');
  await writeFile(secretFile, Buffer.from(secret).toString('hex'));
  return { programData, folder, secretFile };
}

function run(args: readonly string[], programData: string, machine = createFakeMachine()) {
  const env = { SystemRoot: 'C:\\Windows' };
  return runElevatedHelper(args, { env, platform: elsewhere, spawn: machine.spawn, programData });
}

describe('the helper as a program', () => {
  it('serves the pipe that it was told, and writes down what it ran', async () => {
    const { programData, folder, secretFile } = await prepared();
    const { pipe, meeting } = await startTui(randomPipeName(elsewhere));
    const code = run([pipe, secretFile, session], programData);
    const helper = await begun({ meeting });
    await runWith(helper, command('net', 'start hns'));
    await helper.end();
    expect(await code).toBe(0);
    expect(await readFile(join(folder, 'helper.log'), 'utf8')).toMatch(
      /Running: .*net\.exe start hns\n.*exit 0/,
    );
  });

  it('ends with 1 after it restored the services of a program that is gone', async () => {
    const { programData, secretFile } = await prepared();
    const { pipe, meeting } = await startTui(randomPipeName(elsewhere));
    const machine = createFakeMachine({ hns: 'stopped' });
    const code = run([pipe, secretFile, session], programData, machine);
    await begun({ meeting }, [{ service: 'hns', before: 'running', goals: [] }]);
    meeting.close();
    expect(await code).toBe(1);
    expect(machine.services).toEqual({ hns: 'running' });
  });

  it.each<readonly [string, (args: [string, string, string]) => readonly string[]]>([
    ['another pipe', ([, file, id]) => ['\\\\.\\pipe\\docker_engine', file, id]],
    ['a session that is a path', ([pipe, file]) => [pipe, file, '..\\..\\Windows']],
    ['a file that holds no secret', ([pipe, , id]) => [pipe, '/etc/hostname', id]],
    ['a file that is not there', ([pipe, file, id]) => [pipe, `${file}-2`, id]],
    ['a session that was not prepared', ([pipe, file]) => [pipe, file, 'f'.repeat(16)]],
    ['an argument too many', (args) => [...args, 'net']],
  ])('refuses %s', async (_, change) => {
    const { programData, secretFile } = await prepared();
    const machine = createFakeMachine();
    const args = change([randomPipeName(elsewhere), secretFile, session]);
    expect(await run(args, programData, machine)).toBe(2);
    expect(machine.lines).toEqual([]);
  });

  it('refuses a link in place of its folder, and writes nothing where that leads', async () => {
    const { programData, secretFile } = await prepared();
    const target = await temporaryFolder();
    await writeFile(join(target, 'wsl-netfix-tui.mjs'), '');
    const other = 'a'.repeat(16);
    await symlink(target, join(programData, 'wsl-netfix-tui', other));
    await expect(run([randomPipeName(elsewhere), secretFile, other], programData)).rejects.toThrow(/link/);
    expect(await readdir(target)).toEqual(['wsl-netfix-tui.mjs']);
  });

  it('refuses a link in place of our folder in %ProgramData%', async () => {
    const { secretFile } = await prepared();
    const [programData, target] = [await temporaryFolder(), await temporaryFolder()];
    await mkdir(join(target, session));
    await writeFile(join(target, session, 'wsl-netfix-tui.mjs'), '');
    await symlink(target, join(programData, 'wsl-netfix-tui'));
    await expect(run([randomPipeName(elsewhere), secretFile, session], programData)).rejects.toThrow(/link/);
    expect(await readdir(join(target, session))).toEqual(['wsl-netfix-tui.mjs']);
  });

  it('refuses a link in place of its log', async () => {
    const { programData, folder, secretFile } = await prepared();
    const target = join(await temporaryFolder(), 'victim');
    await writeFile(target, 'whole');
    await symlink(target, join(folder, 'helper.log'));
    await expect(run([randomPipeName(elsewhere), secretFile, session], programData)).rejects.toThrow(/link/);
    expect(await readFile(target, 'utf8')).toBe('whole');
  });
});
