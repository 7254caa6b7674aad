import { mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyProgram } from '../../src/host/program-copy.js';
import { createStateFolder } from '../../src/host/state-folder.js';
import { temporaryFolder } from './temporary-folder.js';

async function installed(nodeFolder: string) {
  const root = await temporaryFolder();
  const bundlePath = join(root, '_npx', 'bundle.mjs');
  const nodePath = join(root, nodeFolder, 'node');
  await mkdir(join(root, '_npx'), { recursive: true });
  await mkdir(join(root, nodeFolder), { recursive: true });
  await writeFile(bundlePath, 'the program');
  await writeFile(nodePath, 'the runtime');
  return { root, bundlePath, nodePath, state: createStateFolder(join(root, 'state')) };
}

describe('the local copy of the program', () => {
  it('goes on when the caches that it came from are gone', async () => {
    const { root, bundlePath, nodePath, state } = await installed('_npx/1a2b/node_modules/node/bin');
    const copy = await copyProgram(state, { bundlePath, nodePath }, '24.1.0');
    await rm(join(root, '_npx'), { recursive: true });
    expect(copy.bundle).toMatch(/state\/runtime\/[0-9a-f]{12}\/wsl-netfix-tui\.mjs$/);
    expect(copy.node).toBe(state.path('runtime/node-24.1.0/node'));
    expect(await readFile(copy.bundle, 'utf8')).toBe('the program');
    expect(await readFile(copy.node, 'utf8')).toBe('the runtime');
  });

  it('uses an installed Node where it is', async () => {
    const { bundlePath, nodePath, state } = await installed('Program Files/nodejs');
    expect((await copyProgram(state, { bundlePath, nodePath })).node).toBe(nodePath);
    expect(await state.list('runtime')).toHaveLength(1);
  });

  it('is used again as it is, and replaced where it was changed', async () => {
    const { bundlePath, nodePath, state } = await installed('node_modules/.bin');
    const copy = await copyProgram(state, { bundlePath, nodePath });
    const before = await stat(copy.bundle);
    await copyProgram(state, { bundlePath, nodePath });
    expect((await stat(copy.bundle)).ino).toBe(before.ino);
    await writeFile(copy.bundle, 'tampered');
    await copyProgram(state, { bundlePath, nodePath });
    expect(await readFile(copy.bundle, 'utf8')).toBe('the program');
  });

  it('keeps an older copy beside a newer one, as an unfinished session may need it', async () => {
    const { bundlePath, nodePath, state } = await installed('nodejs');
    const old = await copyProgram(state, { bundlePath, nodePath });
    await writeFile(bundlePath, 'the next program');
    const { bundle } = await copyProgram(state, { bundlePath, nodePath });
    expect(await readFile(old.bundle, 'utf8')).toBe('the program');
    expect(await readFile(bundle, 'utf8')).toBe('the next program');
  });

  it('is not written through a link', async () => {
    const { root, bundlePath, nodePath, state } = await installed('nodejs');
    await mkdir(state.root);
    await mkdir(join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), state.path('runtime'));
    await expect(copyProgram(state, { bundlePath, nodePath })).rejects.toThrow('refused');
  });
});
