/** `settings.ini` in the state folder: what a person likes, whatever the machine. Options on the command line win over it. */
import { parse, stringify } from 'ini';
import { nearestNames } from '../domain/nearest.js';
import type { StateFolder } from '../host/host.js';
import type { Text } from '../text/text.js';
import { paneTabs } from '../ui/panes/log-model.js';
import type { GlobalOptions } from './arguments.js';
import { languages } from '../text/language.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { messageOf } from './machine.js';
import type { Output } from './output.js';
import { Refusal } from './refusal.js';
import {
  allowedSettings as allowed,
  settingNames,
  type Setting,
  type SettingName,
  type Settings,
} from './settings-request.js';

export type SettingsFault =
  | { readonly code: 'unreadable'; readonly why: string }
  | { readonly code: 'unknown-key'; readonly key: string }
  | { readonly code: 'bad-value'; readonly key: SettingName; readonly value: string };

export interface ReadSettings {
  readonly settings: Settings;
  readonly faults: readonly SettingsFault[];
  /** The whole file as `ini` reads it; empty where there is none. */
  readonly whole: Readonly<Record<string, unknown>>;
  /** Its bytes; undefined where there is none, or it cannot be read. */
  readonly written: Uint8Array | undefined;
  readonly exists: boolean;
}

const file = 'settings.ini';

/** Never rejects: what cannot be read counts as not set, with the fault. */
export async function readSettings(state: Pick<StateFolder, 'read'>): Promise<ReadSettings> {
  try {
    const written = await state.read(file);
    const whole = written === undefined ? {} : parse(decode(written));
    return { ...understand(whole), whole, written, exists: written !== undefined };
  } catch (error) {
    const faults = [{ code: 'unreadable', why: messageOf(error) }] as const;
    return { settings: nothingSet, faults, whole: {}, written: undefined, exists: true };
  }
}

const nothingSet: Settings = { language: null, color: null, pane: null };

function understand(whole: Readonly<Record<string, unknown>>): Pick<ReadSettings, 'settings' | 'faults'> {
  const faults: SettingsFault[] = [];
  const values = new Map<SettingName, string>();
  for (const [key, value] of entriesOf(whole)) {
    const name = settingNames.find((known) => `ui.${known}` === key);
    if (name === undefined) faults.push({ code: 'unknown-key', key });
    else if (allowed[name].includes(value)) values.set(name, value);
    else faults.push({ code: 'bad-value', key: name, value });
  }
  const color = values.get('color');
  const settings: Settings = {
    language: languages.find((known) => known === values.get('language')) ?? null,
    color: color === undefined ? null : color === 'true',
    pane: paneTabs.find((known) => known === values.get('pane')) ?? null,
  };
  return { settings, faults };
}

/** `section.key` with its value as text. */
function entriesOf(
  section: Readonly<Record<string, unknown>>,
  prefix = '',
): readonly (readonly [string, string])[] {
  return Object.entries(section).flatMap(([key, value]) =>
    isSection(value)
      ? entriesOf(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, typeof value === 'string' ? value : JSON.stringify(value)] as const],
  );
}

function isSection(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The options with what the settings say where the command line says nothing. */
export function withSettings<Options extends Pick<GlobalOptions, 'language' | 'color' | 'pane'>>(
  options: Options,
  { language, color, pane }: Settings,
): Options {
  return {
    ...options,
    language: options.language ?? language,
    color: options.color && color !== false,
    pane: options.pane ?? pane,
  };
}

/** A sentence for each fault; a damaged file does not flood the screen. */
export function faultSentences(
  faults: readonly SettingsFault[],
  state: Pick<StateFolder, 'path'>,
  text: Text,
): readonly string[] {
  const path = state.path(file);
  return faults.slice(0, 5).map((fault) => {
    switch (fault.code) {
      case 'unreadable':
        return text.settings.unreadable(path, fault.why);
      case 'bad-value':
        return text.settings.badValue(path, fault.key, fault.value, allowed[fault.key].join(', '));
      case 'unknown-key': {
        const names = nearestNames(fault.key.replace(/^.*\./, ''), settingNames);
        const near = names.length === 0 ? '' : ` ${text.cli.usage.didYouMean(names)}`;
        return text.settings.unknownKey(path, fault.key) + near;
      }
    }
  });
}

/** `wsl-netfix/settings/1`. */
export interface SettingsJson {
  readonly schema: 'wsl-netfix/settings/1';
  readonly file: string;
  readonly settings: Settings;
  /** What is wrong in the file, as sentences. */
  readonly faults: readonly string[];
}

/** `settings`: where the file is and what it says. */
export async function showSettings(state: StateFolder, text: Text, output: Output): Promise<ExitCode> {
  const { settings, faults, exists } = await readSettings(state);
  const json: SettingsJson = {
    schema: 'wsl-netfix/settings/1',
    file: state.path(file),
    settings,
    faults: faultSentences(faults, state, text),
  };
  output.object(json);
  if (output.json) return exitCodes.ok;
  output.line(json.file);
  if (!exists) output.line(text.settings.noFile);
  for (const name of settingNames) {
    const value = settings[name];
    output.line(
      `  ${name}=${value ?? ''}${value === null ? `(${text.settings.notSet})` : ''} · ${allowed[name].join(' | ')}`,
    );
  }
  return exitCodes.ok;
}

/**
 * `settings set`: other keys of the file stay. Comments, and what else `ini` reads nothing from, do not; a copy of such a file
 * is kept beside it first. @throws {Refusal}
 */
export async function changeSetting(
  state: StateFolder,
  { name, value }: Setting,
  text: Text,
  output: Output,
): Promise<ExitCode> {
  const path = state.path(file);
  const { whole, faults, written } = await readSettings(state);
  const unreadable = faults.find((fault) => fault.code === 'unreadable');
  if (unreadable !== undefined) throw new Refusal(text.settings.cannotWrite(path, unreadable.why));
  const ui = isSection(whole.ui) ? whole.ui : {};
  const lossy = written !== undefined && plainLines(stringify(whole)) !== plainLines(decode(written));
  try {
    if (lossy) await state.write(copy, written);
    await state.write(file, stringify({ ...whole, ui: { ...ui, [name]: value } }));
  } catch (error) {
    throw new Refusal(text.settings.cannotWrite(path, messageOf(error)));
  }
  if (output.json) return showSettings(state, text, output);
  output.line(text.settings.written(name, value, path));
  if (lossy) output.line(text.settings.copied(state.path(copy)));
  return exitCodes.ok;
}

const copy = 'settings.ini.bak';

/** Lines without what does not matter: blanks around the sign, empty lines, the kind of line end. */
function plainLines(content: string): string {
  const lines = content.split(/\r?\n/).map((line) => line.trim().replace(/\s*=\s*/, '='));
  return lines.filter((line) => line !== '').join('\n');
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
