import { expect, test } from 'vitest';
import { createSessionLog } from '../../src/journal/session-log.js';
import { createFakeHost, textOnDisk } from '../host/fake-host.js';

const session = '2026-11-22T09-44-10';
const file = `sessions/${session}/log.txt`;
const at = Date.UTC(2026, 10, 22, 9, 44, 10);

function startedRun(run: number, title: string) {
  return { type: 'started' as const, run, at, pane: 'services' as const, title };
}
const endedRun = (run: number, exitCode: number | null) =>
  exitCode === null
    ? { type: 'ended' as const, run, ended: 'timed-out' as const, exitCode, durationMs: 15_000 }
    : { type: 'ended' as const, run, ended: 'exited' as const, exitCode, durationMs: 2_440 };
const line = (run: number, text: string, stream: 'stdout' | 'stderr' = 'stdout') => ({
  type: 'line' as const,
  run,
  stream,
  text,
});

test('commands that run side by side are written one after the other, each whole', async () => {
  const host = createFakeHost();
  const log = createSessionLog(host.state, session);
  log.listener(startedRun(1, 'net.exe stop hns /y'));
  log.listener(startedRun(2, 'sc.exe query hns'));
  log.listener(line(1, 'stopping'));
  log.listener({ type: 'partial', run: 1, stream: 'stdout', text: '..' });
  log.listener(line(2, 'STATE : 3'));
  log.listener(endedRun(2, 0));
  log.listener(line(1, 'refused', 'stderr'));
  log.listener(endedRun(1, null));
  await log.flush();
  expect(textOnDisk(host, file)).toBe(
    [
      '2026-11-22T09:44:10.000Z [services] sc.exe query hns',
      '  STATE : 3',
      '  = exit 0 after 2.4 s',
      '',
      '2026-11-22T09:44:10.000Z [services] net.exe stop hns /y',
      '  stopping',
      '  ! refused',
      '  = timed-out after 15.0 s',
      '',
      '',
    ].join('\n'),
  );
});

test('a flood is written in pieces, so that it does not stay in memory', async () => {
  const host = createFakeHost();
  let appends = 0;
  host.intercept = () => appends++;
  const log = createSessionLog(host.state, session);
  log.listener(startedRun(1, 'x'));
  for (let count = 0; count < 10_000; count++) log.listener(line(1, `line ${count}`));
  await log.flush();
  expect(appends).toBe(5);
  expect(textOnDisk(host, file)).toContain('line 9998\n');
});

test('a full disk loses lines and stops nothing', async () => {
  const host = createFakeHost();
  host.intercept = () => {
    throw new Error('ENOSPC');
  };
  const log = createSessionLog(host.state, session);
  log.listener(startedRun(1, 'x'));
  log.listener(endedRun(1, 0));
  expect(await log.flush()).toMatchObject({ message: 'ENOSPC' });
  host.intercept = () => undefined;
  log.listener(startedRun(2, 'y'));
  log.listener(endedRun(2, 0));
  await log.flush();
  expect(textOnDisk(host, file)).toContain(' y\n');
});
