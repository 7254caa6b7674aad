import { describe, expect, it } from 'vitest';
import { encodeCodePage } from '../../src/host/code-pages.js';
import type { Command, LogEvent } from '../../src/host/host.js';
import { createLogBus } from '../../src/host/log-bus.js';
import { createCommandRunner } from '../../src/host/run-command.js';
import type { Spawn } from '../../src/host/spawn.js';
import { createManualClock } from './manual-clock.js';

const netStop: Command = {
  file: 'C:\\Windows\\System32\\net.exe',
  args: ['stop', 'hns', '/y'],
  pane: 'services',
  effect: 'destructive',
  elevation: 'admin',
  timeoutMs: 5_000,
  encoding: 'oem',
};

function createRunner(spawn: Spawn) {
  const events: LogEvent[] = [];
  const time = createManualClock();
  const bus = createLogBus();
  bus.onLog((event) => events.push(event));
  const run = createCommandRunner({ spawn, codePages: { oem: 936, ansi: 936 }, clock: time.clock, ...bus });
  return { run, events, ...time };
}

const untilAborted: Spawn = (_, { signal }) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve({ ended: 'cancelled' }));
  });

describe('a command', () => {
  it('is logged as it runs: its line, output as it comes with unfinished lines, and its end', async () => {
    const { run, events, advance } = createRunner((_, io) => {
      io.onBytes('stdout', encodeCodePage('服务正在停止', 936));
      io.onBytes('stdout', encodeCodePage('.', 936));
      advance(70);
      io.onBytes('stderr', encodeCodePage('警告\r\n', 936));
      io.onBytes('stdout', encodeCodePage('\r\n已停止。\r\n', 936));
      return Promise.resolve({ ended: 'exited', exitCode: 0 });
    });
    const result = await run(netStop);
    expect(events).toEqual([
      {
        type: 'started',
        run: 1,
        at: 1_000,
        pane: 'services',
        title: 'C:\\Windows\\System32\\net.exe stop hns /y',
      },
      { type: 'partial', run: 1, stream: 'stdout', text: '服务正在停止' },
      { type: 'partial', run: 1, stream: 'stdout', text: '服务正在停止.' },
      { type: 'line', run: 1, stream: 'stderr', text: '警告' },
      { type: 'line', run: 1, stream: 'stdout', text: '服务正在停止.' },
      { type: 'line', run: 1, stream: 'stdout', text: '已停止。' },
      { type: 'ended', run: 1, ended: 'exited', exitCode: 0, durationMs: 70 },
    ]);
    expect(result).toMatchObject({
      ended: 'exited',
      exitCode: 0,
      stdout: '服务正在停止.\n已停止。',
      stderr: '警告',
      durationMs: 70,
    });
    expect(Buffer.from(result.stdoutBytes)).toEqual(encodeCodePage('服务正在停止.\r\n已停止。\r\n', 936));
  });

  it('sends nothing to the terminal but text, while the bytes stay as they were', async () => {
    const raw = Buffer.from('\x1b[2J\u202eevil\x1b]0;t\x07\r\nprompt\x1b[1A');
    const { run, events } = createRunner((_, io) => {
      io.onBytes('stdout', raw);
      return Promise.resolve({ ended: 'exited', exitCode: 0 });
    });
    const result = await run({ ...netStop, encoding: 'utf-8' });
    expect(result.stdout).toBe('evil\nprompt');
    expect(JSON.stringify(events)).not.toMatch(/\\u001b|\u202e/);
    expect(Buffer.from(result.stdoutBytes)).toEqual(raw);
  });

  it.each([
    [4294967295, -1],
    [0x80041002, -2147217406],
    [2, 2],
  ])('that Windows ends with %d has the signed exit code %d', async (exitCode, signed) => {
    const { run } = createRunner(() => Promise.resolve({ ended: 'exited', exitCode }));
    expect((await run(netStop)).exitCode).toBe(signed);
  });

  it('is ended when its time is up, with what it had written', async () => {
    const { run, advance, events } = createRunner((command, io) => {
      io.onBytes('stdout', Buffer.from('half'));
      return untilAborted(command, io);
    });
    const result = run(netStop);
    advance(4_999);
    advance(1);
    expect(await result).toMatchObject({
      ended: 'timed-out',
      exitCode: null,
      stdout: 'half',
      durationMs: 5_000,
    });
    expect(events.at(-1)).toMatchObject({ type: 'ended', ended: 'timed-out' });
  });

  it('is cancelled by the signal, and never started when that came first', async () => {
    const cancel = new AbortController();
    const { run, events } = createRunner(untilAborted);
    const result = run(netStop, { signal: cancel.signal });
    cancel.abort();
    expect(await result).toMatchObject({ ended: 'cancelled', exitCode: null });
    const before = events.length;
    expect(await run(netStop, { signal: cancel.signal })).toMatchObject({ ended: 'cancelled' });
    expect(events.length).toBe(before);
  });

  it('that cannot start, or whose start throws, is a result with the reason, which is logged', async () => {
    const missing = createRunner(() => Promise.resolve({ ended: 'not-started', startError: 'ENOENT' }));
    expect(await missing.run(netStop)).toMatchObject({
      ended: 'not-started',
      exitCode: null,
      startError: 'ENOENT',
    });
    expect(missing.events).toMatchObject([
      { type: 'started' },
      { type: 'line', stream: 'stderr', text: 'ENOENT' },
      { type: 'ended', ended: 'not-started', exitCode: null },
    ]);
    const broken = createRunner(() => Promise.reject(new Error('boom')));
    expect(await broken.run(netStop)).toMatchObject({ ended: 'not-started', startError: 'Error: boom' });
  });

  it('leaves no timer behind', async () => {
    const { run, sleeping } = createRunner(() => Promise.resolve({ ended: 'exited', exitCode: 0 }));
    await run(netStop);
    expect(sleeping()).toBe(0);
  });

  it('that floods keeps its last 8 MiB only', async () => {
    const line = Buffer.from(`${'x'.repeat(1_023)}\n`);
    const { run } = createRunner((_, io) => {
      for (let count = 0; count < 20_000; count++) io.onBytes('stdout', line);
      io.onBytes('stdout', Buffer.from('the end\n'));
      return Promise.resolve({ ended: 'exited', exitCode: 0 });
    });
    const result = await run({ ...netStop, encoding: 'utf-8' });
    expect(result.stdout.length).toBeLessThanOrEqual(8 * 1024 * 1024);
    expect(result.stdout.length).toBeGreaterThan(8 * 1024 * 1024 - 2_048);
    expect(result.stdout.endsWith('\nthe end')).toBe(true);
    expect(result.stdoutBytes.length).toBeLessThanOrEqual(8 * 1024 * 1024);
  });

  it('has a number of its own, shared with everything else in the log', async () => {
    const { run, events } = createRunner(() => Promise.resolve({ ended: 'exited', exitCode: 0 }));
    await Promise.all([run(netStop), run(netStop)]);
    expect(events.filter(({ type }) => type === 'started').map((event) => event.run)).toEqual([1, 2]);
  });
});
