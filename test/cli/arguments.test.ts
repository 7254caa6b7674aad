import { describe, expect, it } from 'vitest';
import { readArguments, UsageError, type UsageProblem } from '../../src/cli/arguments.js';

function problemOf(...argv: readonly string[]): UsageProblem {
  try {
    readArguments(argv);
  } catch (error) {
    if (error instanceof UsageError) return error.problem;
    throw error;
  }
  throw new Error(`${argv.join(' ')} was accepted`);
}

describe('the command line', () => {
  it('opens the program when nothing is asked', () => {
    expect(readArguments([])).toMatchObject({ command: 'tui', options: { pace: 'quick', json: false } });
  });

  it('takes a remedy with its target, colons in the target included', () => {
    expect(readArguments(['fix', 'wsl1-convert:Ubuntu:2', '--yes'])).toMatchObject({
      command: 'fix',
      remedy: 'wsl1-convert',
      target: 'Ubuntu:2',
      options: { yes: true },
    });
  });

  it('takes options before and after the command', () => {
    expect(readArguments(['--json', 'diagnose', '--simulate=healthy', '--pace', 'instant'])).toMatchObject({
      command: 'diagnose',
      options: { json: true, simulate: 'healthy', pace: 'instant' },
    });
  });

  it('names what a mistyped command, option or remedy was near to', () => {
    expect(problemOf('diagnos')).toEqual({
      code: 'unknown-command',
      written: 'diagnos',
      nearest: ['diagnose'],
    });
    expect(problemOf('--simulat', 'x')).toMatchObject({ code: 'unknown-option', nearest: ['--simulate'] });
    const remedy = problemOf('fix', 'virtioproxy');
    expect(remedy).toMatchObject({ code: 'unknown-remedy', nearest: ['wslconfig-virtioproxy'] });
  });

  it('says which argument is missing, also when an option follows instead of it', () => {
    expect(problemOf('fix')).toMatchObject({ code: 'missing-argument', argument: 'REMEDY' });
    expect(problemOf('--simulate')).toMatchObject({ code: 'missing-argument', argument: 'WORLD' });
    expect(problemOf('--simulate', '--json')).toMatchObject({ code: 'missing-argument', argument: 'WORLD' });
    expect(problemOf('world', 'restart')).toMatchObject({ code: 'missing-argument' });
  });

  it.each([
    ['--pace', 'fast'],
    ['--lang', 'de'],
    ['--timeout', '-3'],
    ['--timeout', 'soon'],
    ['--json=yes', ''],
  ])('refuses %s %s with the values that are possible', (option, value) => {
    expect(problemOf('diagnose', option, ...(value === '' ? [] : [value]))).toMatchObject({
      code: 'bad-value',
    });
  });

  it('does not swallow words that a command does not take', () => {
    expect(problemOf('diagnose', 'now')).toMatchObject({ code: 'too-many-arguments', written: 'now' });
  });

  it('keeps the asked form and language in the error', () => {
    try {
      readArguments(['--json', '--lang', 'zh-CN', 'nonsense']);
      expect.unreachable();
    } catch (error) {
      expect((error as UsageError).options).toEqual({ json: true, language: 'zh-CN' });
    }
  });
});
