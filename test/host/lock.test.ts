import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { acquireLock, isStillHeld } from '../../src/host/lock.js';
import { createStateFolder } from '../../src/host/state-folder.js';
import { temporaryFolder } from './temporary-folder.js';

const first = { pid: process.pid, startedAt: 1, what: 'fix reset-network-stack' };
const second = { pid: process.pid, startedAt: 2, what: 'undo' };

const newState = async () => createStateFolder(await temporaryFolder());

describe('the lock', () => {
  it('tells a second program about the first, and is free after its release', async () => {
    const state = await newState();
    const lock = await acquireLock(state, 'lock', first);
    expect(await acquireLock(state, 'lock', second)).toMatchObject({ ok: false, holder: first });
    if (!lock.ok) expect.fail('the lock was free');
    await lock.release();
    await lock.release();
    expect((await acquireLock(state, 'lock', second)).ok).toBe(true);
  });

  it('is taken over from a process that is gone', async () => {
    const state = await newState();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await acquireLock(state, 'lock', { ...first, pid });
    expect((await acquireLock(state, 'lock', second)).ok).toBe(true);
    expect(await acquireLock(state, 'lock', first)).toMatchObject({ ok: false, holder: second });
    expect(await state.list('')).toEqual(['lock']);
  });

  it.each(['', '{"pid":', '{}', '{"pid":-1,"startedAt":1,"what":"","takenAt":1}'])(
    'is taken over where its file says nothing: %j',
    async (content) => {
      const state = await newState();
      await state.write('lock', content);
      expect((await acquireLock(state, 'lock', first)).ok).toBe(true);
    },
  );

  it('is not held by a process id from before the machine started', () => {
    expect(isStillHeld({ ...first, takenAt: Date.now() })).toBe(true);
    expect(isStillHeld({ ...first, takenAt: 1 })).toBe(false);
  });

  it('is taken over by one only, when many find it stale at once', async () => {
    const state = await newState();
    const isAlive = ({ what }: { what: string }) => what !== 'stale';
    for (let round = 0; round < 20; round++) {
      await state.write('lock', JSON.stringify({ pid: 1, startedAt: 1, what: 'stale', takenAt: 1 }));
      const names = ['a', 'b', 'c', 'd', 'e'];
      const locks = await Promise.all(
        names.map((what) => acquireLock(state, 'lock', { ...first, what }, isAlive)),
      );
      expect(locks.filter(({ ok }) => ok)).toHaveLength(1);
      await state.remove('lock');
    }
  });

  it('is taken over although an earlier take-over was killed on the way', async () => {
    const state = await newState();
    await state.write('lock', 'garbage');
    await state.write('lock.takeover', JSON.stringify({ pid: 1, startedAt: 1, what: 'killed', takenAt: 1 }));
    expect((await acquireLock(state, 'lock', first)).ok).toBe(true);
    expect(await state.list('')).toEqual(['lock']);
  });

  it('of another is not released', async () => {
    const state = await newState();
    const lock = await acquireLock(state, 'lock', first);
    await state.write('lock', JSON.stringify({ ...second, takenAt: Date.now() }));
    if (lock.ok) await lock.release();
    expect(await acquireLock(state, 'lock', first)).toMatchObject({ ok: false, holder: second });
  });
});
