import { describe, expect, test } from 'vitest';
import { createLogModel, type LogModel, type LogRow } from '../../src/ui/panes/log-model.js';
import type { Pane } from '../../src/host/host.js';

function start(log: LogModel, run: number, pane: Pane = 'services'): void {
  log.accept({ type: 'started', run, at: run, pane, title: `command ${run}` });
}
function print(log: LogModel, run: number, text: string): void {
  log.accept({ type: 'line', run, stream: 'stdout', text });
}
function end(log: LogModel, run: number): void {
  log.accept({ type: 'ended', run, ended: 'exited', exitCode: 0, durationMs: 5 });
}
function words(row: LogRow): string {
  if (row.kind === 'header') return row.header.title;
  return row.kind === 'dropped' ? `${row.count} dropped` : row.text;
}
const texts = (log: LogModel, tab: Parameters<LogModel['rows']>[0] = 'all') =>
  log.rows(tab, 0, 1_000).map(words);
const immediate = { schedule: (flush: () => void) => flush() };

describe('the log model', () => {
  test('groups the output of commands that run side by side under their headers', () => {
    const log = createLogModel(immediate);
    start(log, 1);
    start(log, 2, 'wsl');
    print(log, 1, 'a');
    print(log, 2, 'b');
    print(log, 1, 'c');
    expect(texts(log)).toEqual(['command 1', 'a', 'c', 'command 2', 'b']);
    expect(texts(log, 'services')).toEqual(['command 1', 'a', 'c']);
    expect(texts(log, 'netsh')).toEqual([]);
  });

  test('replaces an unfinished line by what it becomes', () => {
    const log = createLogModel(immediate);
    start(log, 1);
    log.accept({ type: 'partial', run: 1, stream: 'stdout', text: 'half' });
    expect(texts(log)).toEqual(['command 1', 'half']);
    print(log, 1, 'half a line');
    expect(texts(log)).toEqual(['command 1', 'half a line']);
  });

  test('lets the oldest lines of a pane go and says how many; other panes keep theirs', () => {
    const log = createLogModel({ ...immediate, limit: 4 });
    start(log, 1, 'wsl');
    print(log, 1, 'kept');
    start(log, 2);
    for (const text of ['a', 'b', 'c', 'd', 'e']) print(log, 2, text);
    expect(texts(log)).toEqual(['command 1', 'kept', 'command 2', '2 dropped', 'c', 'd', 'e']);
  });

  test('lets an ended command go before the lines of a later one', () => {
    const log = createLogModel({ ...immediate, limit: 4 });
    start(log, 1);
    print(log, 1, 'old');
    end(log, 1);
    start(log, 2);
    for (const text of ['a', 'b', 'c']) print(log, 2, text);
    expect(texts(log)).toEqual(['command 2', 'a', 'b', 'c']);
  });

  test('finds an anchored row again after lines went and came', () => {
    const log = createLogModel({ ...immediate, limit: 6 });
    start(log, 1);
    for (const text of ['a', 'b', 'c', 'd']) print(log, 1, text);
    const anchor = log.anchorAt('all', 3);
    expect(anchor).not.toBeNull();
    if (anchor === null) return;
    print(log, 1, 'e');
    print(log, 1, 'f');
    expect(log.rows('all', log.indexOf('all', anchor), 1).map(words)).toEqual(['c']);
  });

  test('tells its listeners once in an interval, however much comes', () => {
    const flushes: (() => void)[] = [];
    const log = createLogModel({ schedule: (flush) => flushes.push(flush) });
    let told = 0;
    log.subscribe(() => {
      told += 1;
    });
    start(log, 1);
    for (let line = 0; line < 1_000; line++) print(log, 1, 'x');
    expect([flushes.length, told]).toEqual([1, 0]);
    flushes[0]?.();
    expect(told).toBe(1);
    print(log, 1, 'y');
    expect(flushes).toHaveLength(2);
  });

  test('grows by less than 50 MB while 200,000 lines come', () => {
    const log = createLogModel(immediate);
    const before = process.memoryUsage().heapUsed;
    start(log, 1);
    for (let line = 0; line < 200_000; line++) print(log, 1, `line ${line} ${'x'.repeat(100)}`);
    expect(log.count('all')).toBeLessThanOrEqual(5_001);
    expect((process.memoryUsage().heapUsed - before) / 1_048_576).toBeLessThan(50);
  });
});
