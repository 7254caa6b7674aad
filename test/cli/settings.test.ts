import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments, UsageError, type UsageProblem } from '../../src/cli/arguments.js';
import { Refusal } from '../../src/cli/refusal.js';
import {
  changeSetting,
  faultSentences,
  readSettings,
  showSettings,
  withSettings,
} from '../../src/cli/settings.js';
import type { StateFolder } from '../../src/host/host.js';
import { createStateFolder } from '../../src/host/state-folder.js';
import { textFor } from '../../src/text/text-for.js';
import { temporaryFolder } from '../host/temporary-folder.js';
import { collectOutput } from './collected.js';

const text = textFor('en');

async function stateWith(content?: string): Promise<StateFolder> {
  const root = await temporaryFolder();
  if (content !== undefined) await writeFile(join(root, 'settings.ini'), content);
  return createStateFolder(root);
}

function problemOf(...argv: readonly string[]): UsageProblem {
  try {
    readArguments(['settings', ...argv]);
  } catch (error) {
    if (error instanceof UsageError) return error.problem;
    throw error;
  }
  throw new Error(`${argv.join(' ')} was accepted`);
}

describe('settings.ini', () => {
  it('says nothing where there is none', async () => {
    const { settings, faults } = await readSettings(await stateWith());
    expect(settings).toEqual({ language: null, color: null, pane: null });
    expect(faults).toEqual([]);
  });

  it('is read with its comments, a byte order mark, and quotes', async () => {
    const state = await stateWith(
      '\uFEFF; mine\r\n[ui]\r\nlanguage="zh-CN"\r\ncolor = false\r\npane=wsl ; here\r\n',
    );
    const { settings, faults } = await readSettings(state);
    expect(settings).toEqual({ language: 'zh-CN', color: false, pane: 'wsl' });
    expect(faults).toEqual([]);
  });

  it.each([
    ['[ui]\nlanguage=de\n', 'language cannot be “de”'],
    ['[ui]\ncolor=2\n', 'color cannot be “2”'],
    ['[ui]\npane\n', 'pane cannot be “true”'],
    ['[ui]\nlangage=en\n', 'Did you mean language?'],
    ['language=en\n', 'there is no setting “language”'],
    ['[ui]\n__proto__=1\nconstructor=1\n', 'there is no setting “ui.constructor”'],
    ['ui=en\n[ui]\nlanguage[]=en\n', 'so'],
  ])('is warned about and ignored where it holds %j', async (content, sentence) => {
    const state = await stateWith(content);
    const { settings, faults } = await readSettings(state);
    expect(settings).toEqual({ language: null, color: null, pane: null });
    expect(faultSentences(faults, state, text).join('\n')).toContain(sentence);
  });

  it('counts as empty where it cannot be read, and is not written over then', async () => {
    const state = await stateWith();
    await mkdir(state.path('settings.ini'));
    const { settings, faults } = await readSettings(state);
    expect(settings.language).toBeNull();
    expect(faults).toMatchObject([{ code: 'unreadable' }]);
    const setting = { name: 'language', value: 'en' } as const;
    await expect(changeSetting(state, setting, text, collectOutput(false))).rejects.toThrow(Refusal);
  });

  it('gives way to the command line', () => {
    const chinese = { language: 'zh-CN', color: false, pane: null } as const;
    expect(withSettings({ language: null, color: true, pane: null }, chinese)).toEqual({
      language: 'zh-CN',
      color: false,
      pane: null,
    });
    expect(withSettings({ language: 'en', color: true, pane: null }, chinese)).toMatchObject({
      language: 'en',
    });
    const netsh = { language: null, color: true, pane: 'netsh' } as const;
    expect(withSettings({ language: null, color: false, pane: null }, netsh)).toEqual({
      language: null,
      color: false,
      pane: 'netsh',
    });
  });
});

describe('the command settings', () => {
  it('keeps what else is in the file', async () => {
    const state = await stateWith('[ui]\nlanguage=en\ntheme=dark\n\n[other]\nkey=a;b\n');
    await changeSetting(state, { name: 'language', value: 'zh-CN' }, text, collectOutput(false));
    await changeSetting(state, { name: 'pane', value: 'all' }, text, collectOutput(false));
    const { settings, whole } = await readSettings(state);
    expect(settings).toEqual({ language: 'zh-CN', color: null, pane: 'all' });
    expect(whole).toMatchObject({ ui: { theme: 'dark' }, other: { key: 'a' } });
    expect(await readFile(state.path('settings.ini'), 'utf8')).toContain('theme=dark');
  });

  it.each([
    ['comments', '; mine\n[ui]\nlanguage=en # why\n', true],
    ['bytes that are no settings', '[ui]\nlanguage=en\n\uFFFD\u0000garbage\n[[', true],
    ['two values for one setting', '[ui]\nlanguage=en\nlanguage=zh-CN\n', true],
    ['settings alone', '\uFEFF[ui]\r\nlanguage = en\r\n\r\n', false],
  ])('keeps a copy of a file with %s, if the change would lose them', async (_name, content, kept) => {
    const state = await stateWith(content);
    const output = collectOutput(false);
    await changeSetting(state, { name: 'pane', value: 'wsl' }, text, output);
    const copy = await state.read('settings.ini.bak');
    expect(copy === undefined ? undefined : Buffer.from(copy).toString()).toBe(kept ? content : undefined);
    expect(output.lines.some((line) => line.includes('settings.ini.bak'))).toBe(kept);
    expect((await readSettings(state)).settings.pane).toBe('wsl');
  });

  it('shows the path and the values, also to programs', async () => {
    const state = await stateWith('[ui]\npane=netsh\n');
    const people = collectOutput(false);
    await showSettings(state, text, people);
    expect(people.lines[0]).toBe(state.path('settings.ini'));
    expect(people.lines.join('\n')).toContain('pane=netsh');
    const programs = collectOutput(true);
    await showSettings(state, text, programs);
    expect(programs.objects).toEqual([
      {
        schema: 'wsl-netfix/settings/1',
        file: state.path('settings.ini'),
        settings: { language: null, color: null, pane: 'netsh' },
        faults: [],
      },
    ]);
  });

  it('takes names and values in any letter case, and names what is possible', () => {
    expect(readArguments(['settings', 'set', 'Language=ZH-cn'])).toMatchObject({
      setting: { name: 'language', value: 'zh-CN' },
    });
    expect(readArguments(['settings'])).toMatchObject({ setting: null });
    expect(problemOf('set', 'colour=true')).toMatchObject({ code: 'unknown-setting', nearest: ['color'] });
    expect(problemOf('set', 'color=maybe')).toMatchObject({ code: 'bad-value', allowed: 'true, false' });
    expect(problemOf('set')).toMatchObject({ code: 'missing-argument' });
    expect(problemOf('get')).toMatchObject({ code: 'unknown-command', nearest: ['settings set'] });
  });
});
