import { expect, test } from 'vitest';
import { BackupDamaged, readBackup, saveBackup, sweepBackups } from '../../src/journal/backups.js';
import { createFakeHost, textOnDisk } from '../host/fake-host.js';

const session = '2026-11-22T09-44-10';
const bytes = (text: string) => new TextEncoder().encode(text);

test('bytes come back as they were saved', async () => {
  const { state } = createFakeHost();
  const saved = await saveBackup(state, session, 'a.bin', new Uint8Array([0, 255, 13, 10]));
  expect(saved.file).toBe('backups/a.bin');
  expect(await readBackup(state, session, saved)).toEqual(new Uint8Array([0, 255, 13, 10]));
});

test('a later backup of the same name does not replace the first one', async () => {
  const host = createFakeHost();
  await saveBackup(host.state, session, 'a.txt', bytes('first'));
  const second = await saveBackup(host.state, session, 'a.txt', bytes('second'));
  expect(second.file).toBe('backups/a-2.txt');
  expect(textOnDisk(host, `sessions/${session}/backups/a.txt`)).toBe('first');
});

test('of a file that did not exist there is nothing to save, which is remembered', async () => {
  const { state } = createFakeHost();
  expect(await saveBackup(state, session, 'a.txt', undefined)).toEqual({
    name: 'a.txt',
    file: null,
    sha256: null,
  });
});

test('an altered or missing backup is refused', async () => {
  const host = createFakeHost();
  const saved = await saveBackup(host.state, session, 'a.txt', bytes('first'));
  host.disk.set(`sessions/${session}/backups/a.txt`, bytes('other'));
  await expect(readBackup(host.state, session, saved)).rejects.toThrow(BackupDamaged);
  host.disk.delete(`sessions/${session}/backups/a.txt`);
  await expect(readBackup(host.state, session, saved)).rejects.toThrow(BackupDamaged);
});

test('what a killed program began is swept; what the journal knows, and what has another name, stays', async () => {
  const host = createFakeHost();
  const folder = `sessions/${session}/backups`;
  const files = ['Ubuntu.tar', 'Ubuntu-2.tar', 'Ubuntu-3.tar', 'Ubuntu-old.tar', 'Debian.tar', 'Arch-disk'];
  for (const file of files) host.disk.set(`${folder}/${file}`, bytes('half'));
  await sweepBackups(host.state, session, ['Ubuntu.tar', 'Arch-disk'], ['backups/Ubuntu-2.tar']);
  expect(await host.state.list(folder)).toEqual(['Debian.tar', 'Ubuntu-2.tar', 'Ubuntu-old.tar']);
});

test.each(['../journal.jsonl', 'a/b', '', '.hidden', 'C:x'])('%j is no name for a backup', async (name) => {
  const host = createFakeHost();
  await expect(saveBackup(host.state, session, name, bytes('x'))).rejects.toThrow('Not a name');
  expect(host.disk.size).toBe(0);
});
