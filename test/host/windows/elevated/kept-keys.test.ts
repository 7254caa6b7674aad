import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeCommand } from '../../../../src/host/commands.js';
import type { Spawn } from '../../../../src/host/spawn.js';
import { createStateFolder } from '../../../../src/host/state-folder.js';
import { createKeptKeys, fromKeptCopy } from '../../../../src/host/windows/elevated/kept-keys.js';
import { fakePaths } from '../../fake-host.js';
import { temporaryFolder } from '../../temporary-folder.js';
import { begun, command, runWith, startPair } from './pair.js';

const key = 'HKLM\\SOFTWARE\\Classes\\CLSID\\{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b}';
const content = 'Windows Registry Editor Version 5.00';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** reg.exe that writes an export, or none. */
function exporting(text: string): Spawn {
  return async ({ args }) => {
    if (args[0] === 'export') await writeFile(args[2] ?? '', text);
    return { ended: 'exited', exitCode: 0 };
  };
}

async function keepKeys(text = content) {
  const programData = await temporaryFolder();
  const keptKeys = createKeptKeys(createStateFolder(programData), exporting(text), fakePaths);
  return { keptKeys, folder: join(programData, 'wsl-netfix-tui', 'saved') };
}

describe('a key that the helper removes', () => {
  it('is kept before, under the hash of its export', async () => {
    const { keptKeys, folder } = await keepKeys();
    const pair = await startPair({ keptKeys });
    const helper = await begun(pair);
    await runWith(helper, command('reg', `delete ${key} /f`));
    expect(await readdir(folder)).toEqual([`${sha256(content)}.reg`]);
    expect(pair.machine.lines).toEqual([`reg.exe delete ${key} /f`]);
    await helper.end();
  });

  it('stays where it cannot be kept', async () => {
    const { keptKeys } = await keepKeys('');
    const pair = await startPair({ keptKeys });
    const helper = await begun(pair);
    expect((await runWith(helper, command('reg', `delete ${key} /f`))).end.ended).toBe('not-started');
    expect(pair.machine.lines).toEqual([]);
    await helper.end();
  });

  it('is brought back from what was kept, whichever backup of the person names it', async () => {
    const { keptKeys } = await keepKeys();
    const pair = await startPair({ keptKeys });
    const helper = await begun(pair);
    await runWith(helper, command('reg', `delete ${key} /f`));
    const backup = join(await temporaryFolder(), 'vmware.reg');
    await writeFile(backup, content);
    const given = await fromKeptCopy(fakePaths, makeCommand(fakePaths, 'reg', ['import', backup]));
    await runWith(helper, given);
    expect(pair.machine.lines.at(-1)).toBe(
      `reg.exe import C:\\ProgramData\\wsl-netfix-tui\\saved\\${sha256(content)}.reg`,
    );
    await helper.end();
  });

  it('is not brought back from a backup that was altered by hand', async () => {
    const { keptKeys } = await keepKeys();
    const pair = await startPair({ keptKeys });
    const helper = await begun(pair);
    await runWith(helper, command('reg', `delete ${key} /f`));
    const backup = join(await temporaryFolder(), 'vmware.reg');
    await writeFile(backup, `${content}\r\n[HKEY_LOCAL_MACHINE\\evil]`);
    const given = await fromKeptCopy(fakePaths, makeCommand(fakePaths, 'reg', ['import', backup]));
    expect((await runWith(helper, given)).end.ended).toBe('not-started');
    expect(pair.machine.lines).toEqual([`reg.exe delete ${key} /f`]);
    await helper.end();
  });

  it('is not brought back from what was kept once that was altered', async () => {
    const { keptKeys, folder } = await keepKeys();
    await keptKeys.keep(key);
    const file = join(folder, `${sha256(content)}.reg`);
    expect(await readFile(file, 'utf8')).toBe(content);
    await writeFile(file, 'something else');
    expect(await keptKeys.has(sha256(content))).toBe(false);
  });

  it('is not brought back where the backup is gone', async () => {
    const given = makeCommand(fakePaths, 'reg', ['import', join(await temporaryFolder(), 'gone.reg')]);
    expect(await fromKeptCopy(fakePaths, given)).toBe(given);
  });
});
