import { afterEach, describe, expect, test } from 'vitest';
import { atApplying, closeStages, logSample, type TestStage } from './stage.js';
import { startedAt } from './sample-case.js';
import { keys, small, wide } from './terminal.js';

afterEach(closeStages);

async function flood({ log, terminal }: TestStage, count: number): Promise<void> {
  log.accept({ type: 'started', run: 9, at: startedAt, pane: 'netsh', title: 'netsh.exe interface dump' });
  for (let line = 1; line <= count; line++) {
    log.accept({ type: 'line', run: 9, stream: 'stdout', text: `line ${line}` });
  }
  await terminal.settled();
}

describe('the panes', () => {
  test('show a command with its time, its exit code and its output under it', async () => {
    const stage = await atApplying({ size: wide });
    logSample(stage.log);
    await stage.terminal.settled();
    const frame = stage.terminal.frame();
    expect(frame).toMatch(/09:41:02 sc\.exe query hns\s+0 {2}0\.1 s/);
    expect(frame).toContain('  SERVICE_NAME: hns');
    expect(frame).toMatch(/wsl\.exe -e true\s+running/);
  });

  test('follow the end, and stop following when scrolled', async () => {
    const stage = await atApplying({ size: wide });
    await flood(stage, 100);
    expect(stage.terminal.frame()).toContain('line 100');
    expect(stage.terminal.frame()).toContain('following');
    await stage.terminal.press(keys.pageUp);
    expect(stage.terminal.frame()).not.toContain('line 100');
    expect(stage.terminal.frame()).toContain('paused');
    stage.log.accept({ type: 'line', run: 9, stream: 'stdout', text: 'line 101' });
    const before = stage.terminal.frame();
    await stage.terminal.settled();
    expect(stage.terminal.frame()).toBe(before);
    await stage.terminal.press(keys.end);
    expect(stage.terminal.frame()).toContain('line 101');
    expect(stage.terminal.frame()).toContain('following');
  });

  test('f stops following and follows again', async () => {
    const stage = await atApplying({ size: wide });
    await flood(stage, 100);
    await stage.terminal.press('f');
    stage.log.accept({ type: 'line', run: 9, stream: 'stdout', text: 'line 101' });
    await stage.terminal.settled();
    expect(stage.terminal.frame()).not.toContain('line 101');
    await stage.terminal.press('f');
    expect(stage.terminal.frame()).toContain('line 101');
  });

  test('Home leads to the first line, Tab and Shift+Tab through the panes', async () => {
    const stage = await atApplying({ size: wide });
    logSample(stage.log);
    await flood(stage, 100);
    await stage.terminal.press(keys.home);
    expect(stage.terminal.frame()).toContain('SERVICE_NAME: hns');
    await stage.terminal.press(keys.tab);
    expect(stage.terminal.frame()).toContain('[Services]');
    expect(stage.terminal.frame()).not.toContain('line 1');
    await stage.terminal.press(keys.tab);
    expect(stage.terminal.frame()).toContain('[netsh]');
    expect(stage.terminal.frame()).toContain('line 100');
    await stage.terminal.press(keys.shiftTab, keys.shiftTab);
    expect(stage.terminal.frame()).toContain('[All]');
  });

  test('z gives a pane the whole body, and gives it back', async () => {
    const stage = await atApplying();
    await flood(stage, 100);
    expect(stage.terminal.lines().filter((line) => line.includes('line '))).toHaveLength(2);
    await stage.terminal.press('z');
    expect(stage.terminal.lines().filter((line) => line.includes('line '))).toHaveLength(17);
    await stage.terminal.press('z');
    expect(stage.terminal.frame()).toContain('1 Save TCP/IP');
  });

  test('say above their lines which command printed them', async () => {
    const stage = await atApplying();
    await flood(stage, 100);
    const lines = stage.terminal.lines();
    expect(lines[lines.findIndex((line) => line.includes('[All]')) + 1]).toContain(
      'netsh.exe interface dump',
    );
  });

  test('cut long lines beside the flow, and wrap them where they have the whole body', async () => {
    const stage = await atApplying({ size: wide });
    const long = `${'word '.repeat(40)}the end`;
    stage.log.accept({ type: 'started', run: 9, at: startedAt, pane: 'netsh', title: 'netsh.exe dump' });
    stage.log.accept({ type: 'line', run: 9, stream: 'stdout', text: long });
    await stage.terminal.settled();
    expect(stage.terminal.frame()).not.toContain('the end');
    await stage.terminal.press('z');
    expect(stage.terminal.frame()).toContain('the end');
  });

  test('pass no line over when they are paged through wrapped', async () => {
    const stage = await atApplying();
    stage.log.accept({ type: 'started', run: 9, at: startedAt, pane: 'netsh', title: 'netsh.exe dump' });
    for (let line = 1; line <= 60; line++) {
      const text = `<${line}> ${'word '.repeat(line % 5 === 0 ? 40 : 2)}`;
      stage.log.accept({ type: 'line', run: 9, stream: 'stdout', text });
    }
    await stage.terminal.press('z', keys.home);
    const seen = new Set<number>();
    for (let page = 0; page < 20; page++) {
      for (const [, number] of stage.terminal.frame().matchAll(/<(\d+)>/g)) seen.add(Number(number));
      await stage.terminal.press(keys.pageDown);
    }
    expect(seen.size).toBe(60);
  });

  test('are behind Tab where there is no room for them', async () => {
    const stage = await atApplying({ size: small });
    logSample(stage.log);
    await stage.terminal.settled();
    expect(stage.terminal.frame()).not.toContain('[All]');
    await stage.terminal.press(keys.tab);
    expect(stage.terminal.frame()).toContain('SERVICE_NAME: hns');
    await stage.terminal.press(keys.tab);
    expect(stage.terminal.frame()).toContain('1 Save TCP/IP');
  });

  test('send no control character of a command to the terminal', async () => {
    const stage = await atApplying({ size: wide });
    const hostile = 'event \x1b[2J\x1b]0;title\x07 text\u202e reversed\rreturn\x9b31m';
    stage.terminal.written = '';
    stage.log.accept({ type: 'started', run: 1, at: startedAt, pane: 'wsl', title: `wsl.exe ${hostile}` });
    stage.log.accept({ type: 'line', run: 1, stream: 'stdout', text: hostile });
    stage.log.accept({ type: 'line', run: 1, stream: 'stderr', text: hostile });
    await stage.terminal.settled();
    expect(stage.terminal.frame()).toContain('event  text reversedreturn');
    for (const forbidden of ['\x1b[2J', '\x1b]0;', '\x07', '\u202e', '\x9b', 'reversed\r']) {
      expect(stage.terminal.written).not.toContain(forbidden);
    }
  });
});
