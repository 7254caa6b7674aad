import { expect, test } from 'vitest';
import { journalText } from '../../src/text/journal.js';
import { undoCommandFile, writeWayBack } from '../../src/journal/way-back.js';
import { createFakeHost, textOnDisk } from '../host/fake-host.js';
import { makePlan } from '../workflow/practice-plan.js';

const session = '2026-11-22T09-44-10';

test('undo.cmd says UTF-8 before the first path, quotes every word, and ends with our exit code', () => {
  const text = undoCommandFile({
    session,
    program: { node: 'C:\\Program Files\\nodejs\\node.exe', bundle: 'C:\\Users\\李 & Söhne 100%\\app.mjs' },
    reopenArgs: [],
  });
  const lines = text.split('\r\n');
  expect(lines.slice(0, 3)).toEqual([
    '@echo off',
    'chcp 65001 >nul',
    `"C:\\Program Files\\nodejs\\node.exe" "C:\\Users\\李 & Söhne 100%%\\app.mjs" "undo" "${session}" "--yes"`,
  ]);
  expect(lines.at(-2)).toBe('exit /b %wslnetfix_exit%');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text).not.toMatch(/npx/);
});

test.each(['en', 'zh-CN'] as const)(
  'UNDO.txt in %s holds every command of the way back',
  async (language) => {
    const host = createFakeHost();
    await writeWayBack(host.state, {
      session,
      program: { node: '/usr/bin/node', bundle: '/state/app.mjs' },
      reopenArgs: [],
      plans: [makePlan()],
      text: journalText[language],
      unregister: 'reg.exe delete RunOnce',
      titleOf: (step) => `<${step.id}>`,
    });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      host.disk.get(`sessions/${session}/UNDO.txt`),
    );
    expect(text.startsWith('\ufeff')).toBe(true);
    const order = ['<stop-vmcompute>', 'start vmcompute', '<stop-hns>', 'start hns', 'start agent'];
    const places = order.map((word) => text.indexOf(word));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(textOnDisk(host, `sessions/${session}/UNDO.txt`)).toContain('wslconfig.bak');
  },
);
