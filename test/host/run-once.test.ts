import { describe, expect, test } from 'vitest';
import { makeCommand } from '../../src/host/commands.js';
import { commandLine } from '../../src/host/host.js';
import {
  longestRunOnceLine,
  registerArguments,
  returnFileName,
  runOnceLine,
  touchesRunOnce,
} from '../../src/host/run-once.js';
import { isOwnAction } from '../../src/workflow/own-action.js';
import { fakePaths } from './fake-host.js';

const folder = 'C:\\Users\\Max Muster & Söhne\\AppData\\Local\\wsl-netfix-tui';

describe('what Windows opens after a sign-in', () => {
  test('is a file of ours in a window of its own, by absolute paths, quoted for spaces, ampersands and other scripts', () => {
    expect(runOnceLine(fakePaths, `${folder}\\resume-0a1b.cmd`)).toBe(
      `C:\\Windows\\System32\\cmd.exe /d /s /c "start "" "${folder}\\resume-0a1b.cmd""`,
    );
    const zh = registerArguments(
      fakePaths,
      'C:\\Users\\林小明\\AppData\\Local\\wsl-netfix-tui\\resume-0a1b.cmd',
    );
    expect(makeCommand(fakePaths, 'reg', zh).effect).toBe('disruptive');
  });

  test('reaches reg.exe as one argument, its quotes kept', () => {
    const command = makeCommand(fakePaths, 'reg', registerArguments(fakePaths, 'C:\\a b\\resume-1.cmd'));
    expect(commandLine(command)).toContain(
      '/d "C:\\Windows\\System32\\cmd.exe /d /s /c \\"start \\"\\" \\"C:\\a b\\resume-1.cmd\\"\\"" /f',
    );
  });

  test('fits into 260 characters for the longest name of an account', () => {
    const deep = `C:\\Users\\${'w'.repeat(20)}\\AppData\\Local\\wsl-netfix-tui\\${returnFileName('0123456789abcdef')}`;
    expect(runOnceLine(fakePaths, deep).length).toBeLessThan(longestRunOnceLine);
  });

  test('is named after the machine, so that practice never takes the place of the real one', () => {
    expect(returnFileName('0123456789abcdef')).toBe('resume-0123456789abcdef.cmd');
    expect(returnFileName('world-1/..\\x')).toBe('resume-world-1x.cmd');
  });

  test('is never a plan’s or a journal’s to say', () => {
    const own = registerArguments(fakePaths, `${folder}\\resume-0a1b.cmd`);
    expect(touchesRunOnce(own)).toBe(true);
    for (const phase of ['apply', 'undo'] as const) {
      const command = makeCommand(fakePaths, 'reg', own);
      expect(isOwnAction(fakePaths, { kind: 'run', command }, phase)).toBe(false);
    }
  });
});
