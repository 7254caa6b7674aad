import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replaceFile, sweepReplacements } from '../../src/host/replace-file.js';
import { createStateFolder, defaultStateRoot } from '../../src/host/state-folder.js';
import { temporaryFolder } from './temporary-folder.js';

const text = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');

describe('the state folder', () => {
  it('is made when something is first written, and reading before that finds nothing', async () => {
    const root = join(await temporaryFolder(), 'deep', 'state');
    const state = createStateFolder(root);
    expect(await state.read('a/b.json')).toBeUndefined();
    expect(await state.list('a')).toEqual([]);
    await state.write('a/b.json', '{}');
    expect(text(await state.read('a/b.json'))).toBe('{}');
    expect(state.path('a/b.json')).toBe(join(root, 'a', 'b.json'));
  });

  it('replaces, appends, lists sorted without unfinished files, and removes', async () => {
    const root = await temporaryFolder();
    const state = createStateFolder(root);
    await state.append('log.jsonl', 'one\n');
    await state.append('log.jsonl', 'two\n');
    await state.write('b', 'old');
    await state.write('b', Buffer.from('new'));
    await writeFile(join(root, 'a.1234.tmp'), 'killed');
    expect(await state.list('')).toEqual(['b', 'log.jsonl']);
    expect(text(await state.read('log.jsonl'))).toBe('one\ntwo\n');
    expect(text(await state.read('b'))).toBe('new');
    await state.remove('b');
    await state.remove('b');
    expect(await state.read('b')).toBeUndefined();
  });

  it('creates a file once, whoever else tries, and leaves nothing beside it', async () => {
    const root = await temporaryFolder();
    const state = createStateFolder(root);
    const tries = await Promise.all(['1', '2', '3', '4'].map((name) => state.create('lock', name)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(text(await state.read('lock'))).toBe(String(tries.indexOf(true) + 1));
    expect(await readdir(root)).toEqual(['lock']);
  });

  it.each(['../x', 'a/../../x', '/etc/passwd', 'a\\..\\x', 'C:/x', 'a:stream', 'a\0b'])(
    'refuses the path %j',
    async (path) => {
      const state = createStateFolder(await temporaryFolder());
      expect(() => state.path(path)).toThrow('Not a path inside the state folder');
      await expect(state.write(path, '')).rejects.toThrow('Not a path inside the state folder');
    },
  );

  it('refuses to go through a link, or to replace one', async () => {
    const elsewhere = await temporaryFolder();
    const root = await temporaryFolder();
    await writeFile(join(elsewhere, 'victim'), 'theirs');
    await symlink(elsewhere, join(root, 'folder'));
    await symlink(join(elsewhere, 'victim'), join(root, 'file'));
    const state = createStateFolder(root);
    for (const path of ['folder/new', 'folder/victim', 'file']) {
      await expect(state.read(path)).rejects.toThrow('refused');
      await expect(state.write(path, 'x')).rejects.toThrow('refused');
      await expect(state.append(path, 'x')).rejects.toThrow('refused');
      await expect(state.create(path, 'x')).rejects.toThrow('refused');
      await expect(state.remove(path)).rejects.toThrow('refused');
    }
    expect(await readdir(elsewhere)).toEqual(['victim']);
  });

  it('does not remove itself', async () => {
    await expect(createStateFolder(await temporaryFolder()).remove('.')).rejects.toThrow('not removed');
  });
});

describe('replacing a file', () => {
  const held = (code: string) => Object.assign(new Error(code), { code });

  it('is tried again while another program holds it, and leaves the old one when that does not end', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'file');
    await writeFile(path, 'old');
    const waits: number[] = [];
    const clock = {
      sleep: (ms: number) => {
        waits.push(ms);
        return Promise.resolve();
      },
    };
    const errors = ['EPERM', 'EBUSY', 'EACCES'];
    const { rename } = await import('node:fs/promises');
    await replaceFile(path, 'new', {
      clock,
      rename: (from, to) => {
        const code = errors.shift();
        return code === undefined ? rename(from, to) : Promise.reject(held(code));
      },
    });
    expect(waits).toHaveLength(3);
    await expect(
      replaceFile(path, 'never', { clock, rename: () => Promise.reject(held('EPERM')) }),
    ).rejects.toThrow('EPERM');
    expect(waits.slice(3).reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(1_500);
    expect(await readdir(folder)).toEqual(['file']);
    expect(text(await createStateFolder(folder).read('file'))).toBe('new');
  });

  it('that was cut short leaves nothing beside it once it is swept, and nothing of anybody else is touched', async () => {
    const folder = await temporaryFolder();
    const others = [
      '.wslconfig',
      '.wslconfig.tmp',
      '.wslconfig.mine.tmp',
      'x.0a1b2c3d.tmp',
      '.wslconfig.0a1b2c3d.tmp.bak',
    ];
    const ours = ['.wslconfig.0a1b2c3d.tmp', '.wslconfig.ffffffff.tmp'];
    for (const name of [...others, ...ours]) await writeFile(join(folder, name), 'half');
    await sweepReplacements(join(folder, '.wslconfig'));
    expect((await readdir(folder)).sort()).toEqual(others.sort());
    await sweepReplacements(join(folder, 'no-such-folder', '.wslconfig'));
  });

  it('gives up at once on any other error', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'file'));
    let calls = 0;
    const rename = () => {
      calls += 1;
      return Promise.reject(held('ENOSPC'));
    };
    await expect(replaceFile(join(folder, 'file'), '', { rename })).rejects.toThrow('ENOSPC');
    expect(calls).toBe(1);
  });
});

describe('where the state folder is', () => {
  it('is in the local application data on Windows, which does not roam', () => {
    const env = { LOCALAPPDATA: 'C:\\Users\\x\\AppData\\Local' };
    expect(defaultStateRoot('win32', env, 'C:\\Users\\x')).toBe(
      'C:\\Users\\x\\AppData\\Local\\wsl-netfix-tui',
    );
    expect(defaultStateRoot('win32', {}, 'C:\\Users\\x')).toBe(
      'C:\\Users\\x\\AppData\\Local\\wsl-netfix-tui',
    );
  });

  it('is in the XDG state folder elsewhere, unless that is not absolute', () => {
    expect(defaultStateRoot('linux', { XDG_STATE_HOME: '/s' }, '/home/x')).toBe('/s/wsl-netfix-tui');
    for (const env of [{}, { XDG_STATE_HOME: '' }, { XDG_STATE_HOME: 's' }]) {
      expect(defaultStateRoot('linux', env, '/home/x')).toBe('/home/x/.local/state/wsl-netfix-tui');
    }
  });
});
