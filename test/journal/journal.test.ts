import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openJournal, readJournal, reopenJournal } from '../../src/journal/journal.js';
import type { JournalRecord } from '../../src/journal/record.js';
import { listSessions } from '../../src/journal/session-summary.js';
import { createFakeHost, textOnDisk, type FakeHost } from '../host/fake-host.js';
import { makePlan } from '../workflow/practice-plan.js';

const plan = makePlan();
const at = new Date(2026, 10, 22, 9, 44, 10).getTime();

function opened(change: { readonly at?: number } = {}) {
  return {
    kind: 'opened' as const,
    schema: 1 as const,
    at,
    program: 'wsl-netfix-tui 0.1.0',
    host: { kind: 'simulated' as const, name: 'fake', machineId: 'machine-1' },
    bootTime: 1,
    plan,
    ...change,
  };
}
const place = { planHash: plan.hash, step: 'stop-hns', action: 0, phase: 'apply' as const };
const intent: JournalRecord = { kind: 'intent', at, ...place };
const outcome: JournalRecord = { kind: 'outcome', at, ...place, result: { ended: 'exited', exitCode: 2 } };
const file = 'sessions/2026-11-22T09-44-10/journal.jsonl';

function setText(host: FakeHost, text: string): void {
  host.disk.set(file, new TextEncoder().encode(text));
}

test('records come back as they were appended', async () => {
  const { state } = createFakeHost();
  const journal = await openJournal(state, opened());
  await journal.append(intent);
  await journal.append(outcome);
  const content = await readJournal(state, journal.session);
  expect(content).toEqual({
    records: [{ ...opened(), session: '2026-11-22T09-44-10' }, intent, outcome],
    torn: false,
    damage: null,
  });
});

test('a session is named by its local time, with a number where that is taken', async () => {
  const { state } = createFakeHost();
  const names: string[] = [];
  for (let count = 0; count < 11; count++) names.push((await openJournal(state, opened())).session);
  expect(names.slice(0, 3)).toEqual([
    '2026-11-22T09-44-10',
    '2026-11-22T09-44-10-2',
    '2026-11-22T09-44-10-3',
  ]);
  const listed = (await listSessions(state)).sessions.map(({ session }) => session);
  expect(listed).toEqual(names.toReversed());
});

test('a name that is no session is not looked for on the disk', async () => {
  const { state } = createFakeHost();
  expect(await readJournal({ ...state, read: () => Promise.reject(new Error('looked')) }, '../..')).toBe(
    undefined,
  );
});

test('records that are appended at once keep their order', async () => {
  const { state } = createFakeHost();
  const journal = await openJournal(state, opened());
  await Promise.all([intent, outcome, intent, outcome].map((record) => journal.append(record)));
  const content = await readJournal(state, journal.session);
  expect(content?.records.slice(1).map(({ kind }) => kind)).toEqual([
    'intent',
    'outcome',
    'intent',
    'outcome',
  ]);
});

describe('cut off at any byte of its last line', () => {
  test('that line does not count, the others do, and the journal goes on', async () => {
    const host = createFakeHost();
    const journal = await openJournal(host.state, opened());
    await journal.append(intent);
    const whole = textOnDisk(host, file);
    await journal.append(outcome);
    const all = textOnDisk(host, file);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: whole.length, max: all.length - 1 }), async (length) => {
        setText(host, all.slice(0, length));
        const content = await readJournal(host.state, journal.session);
        expect(content?.records.at(-1)).toEqual(intent);
        expect(content).toMatchObject({ torn: length > whole.length, damage: null });
        const reopened = await reopenJournal(host.state, journal.session);
        await reopened?.append(outcome);
        expect(textOnDisk(host, file)).toBe(all);
      }),
    );
  });

  test('it is read on a full disk, too, so that it can be undone by', async () => {
    const host = createFakeHost();
    const journal = await openJournal(host.state, opened());
    await journal.append(intent);
    setText(host, `${textOnDisk(host, file)}{"chain":`);
    const full = () => Promise.reject(new Error('ENOSPC'));
    const reopened = await reopenJournal({ ...host.state, write: full, append: full }, journal.session);
    expect(reopened?.records().at(-1)).toEqual(intent);
    await expect(reopened?.append(outcome)).rejects.toThrow('ENOSPC');
  });

  test('also where the disk left zeros in its place', async () => {
    const host = createFakeHost();
    const journal = await openJournal(host.state, opened());
    setText(host, textOnDisk(host, file) + '\0'.repeat(300));
    expect(await readJournal(host.state, journal.session)).toMatchObject({ torn: true, damage: null });
  });

  test('a journal without one whole line is no session', async () => {
    const host = createFakeHost();
    await openJournal(host.state, opened());
    setText(host, textOnDisk(host, file).slice(0, 100));
    expect(await listSessions(host.state)).toEqual({ sessions: [], damaged: [] });
  });
});

describe('damage is noticed, with its line:', () => {
  const alterations: readonly (readonly [string, number, (lines: string[]) => string[]])[] = [
    ['a line that is gone', 2, ([first = '', , ...rest]) => [first, ...rest]],
    ['two lines in another order', 2, ([first = '', a = '', b = '', ...rest]) => [first, b, a, ...rest]],
    ['a value altered', 3, (lines) => lines.map((line) => line.replace('"exitCode":2', '"exitCode":0'))],
    ['a property added', 2, (lines) => lines.map((line) => line.replace('"action":0', '"action":0,"x":1'))],
    ['a kind that is unknown', 2, (lines) => lines.map((line) => line.replace('"intent"', '"execute"'))],
    ['a command altered in the plan', 1, (lines) => lines.map((line) => line.replace('stop', 'start'))],
    [
      'no JSON',
      3,
      (lines) =>
        lines
          .map((line) => line.replace('{"chain', '{chain'))
          .with(0, lines[0] ?? '')
          .with(1, lines[1] ?? ''),
    ],
    ['a second beginning', 4, (lines) => [...lines.slice(0, 3), lines[0] ?? '', '']],
  ];

  test.each(alterations)('%s', async (_, line, alter) => {
    const host = createFakeHost();
    const journal = await openJournal(host.state, opened());
    await journal.append(intent);
    await journal.append(outcome);
    setText(host, alter(textOnDisk(host, file).split('\n')).join('\n'));
    const content = await readJournal(host.state, journal.session);
    expect(content?.damage?.line).toBe(line);
    expect(content?.records).toHaveLength(line - 1);
    await expect(reopenJournal(host.state, journal.session)).rejects.toThrow(`line ${line}`);
    expect((await listSessions(host.state)).damaged).toMatchObject([{ session: journal.session, line }]);
  });

  test('a journal that was copied into the folder of another session', async () => {
    const host = createFakeHost();
    await openJournal(host.state, opened());
    const other = 'sessions/2026-11-22T09-44-11/journal.jsonl';
    host.disk.set(other, host.disk.get(file) ?? new Uint8Array());
    expect((await readJournal(host.state, '2026-11-22T09-44-11'))?.damage?.fault).toBe('.session');
  });
});

describe('a full disk', () => {
  test('is thrown, and what it left of a line does not spoil the next one', async () => {
    const host = createFakeHost();
    const journal = await openJournal(host.state, opened());
    host.intercept = ({ kind, text }) => {
      if (kind !== 'append') return;
      setText(host, textOnDisk(host, file) + (text ?? '').slice(0, 40));
      throw new Error('ENOSPC');
    };
    await expect(journal.append(intent)).rejects.toThrow('ENOSPC');
    expect(journal.records()).toHaveLength(1);
    host.intercept = () => undefined;
    await journal.append(outcome);
    const content = await readJournal(host.state, journal.session);
    expect(content).toMatchObject({ torn: false, damage: null });
    expect(content?.records.slice(1)).toEqual([outcome]);
  });
});
