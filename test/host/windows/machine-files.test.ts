import { chmod, lstat, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machineFiles } from '../../../src/host/windows/machine-files.js';
import { temporaryFolder } from '../temporary-folder.js';

describe('a file of the machine', () => {
  it('is read and replaced byte by byte, and is undefined where there is none', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, '.wslconfig');
    const bytes = Buffer.from([0xff, 0xfe, 0x0d, 0x00, 0x1a, 0x00]);
    expect(await machineFiles.read(path)).toBeUndefined();
    expect(await machineFiles.exists(path)).toBe(false);
    await machineFiles.write(path, bytes);
    expect(await machineFiles.read(path)).toEqual(bytes);
    expect(await machineFiles.exists(path)).toBe(true);
    await machineFiles.remove(path);
    await machineFiles.remove(path);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is replaced where a link leads, and the link stays', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'dotfiles'));
    await writeFile(join(folder, 'dotfiles', 'wslconfig'), 'old');
    const path = join(folder, '.wslconfig');
    await symlink(join(folder, 'dotfiles', 'wslconfig'), path);
    await machineFiles.write(path, Buffer.from('new'));
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'dotfiles', 'wslconfig'), 'utf8')).toBe('new');
  });

  it('keeps its permissions, and is left alone where it is marked read-only', async () => {
    const path = join(await temporaryFolder(), '.wslconfig');
    await writeFile(path, 'old');
    await chmod(path, 0o600);
    await machineFiles.write(path, Buffer.from('new'));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await chmod(path, 0o444);
    await expect(machineFiles.write(path, Buffer.from('newer'))).rejects.toThrow('read-only');
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('that cannot be read is an error, not a missing file', async () => {
    await expect(machineFiles.read(await temporaryFolder())).rejects.toThrow('EISDIR');
  });
});
