/** The settings that there are, and the words behind `settings`. */
import { nearestNames } from '../domain/nearest.js';
import { languages, type Language } from '../text/language.js';
import { paneTabs, type PaneTab } from '../ui/panes/log-model.js';

/** Null: not set, or not to be understood. */
export interface Settings {
  readonly language: Language | null;
  readonly color: boolean | null;
  /** The output that is shown first. */
  readonly pane: PaneTab | null;
}

export type SettingName = keyof Settings;

export interface Setting {
  readonly name: SettingName;
  readonly value: string;
}

/** All under `[ui]`. */
export const allowedSettings: Readonly<Record<SettingName, readonly string[]>> = {
  language: languages,
  color: ['true', 'false'],
  pane: paneTabs,
};

// The names are the keys of the table just above.
export const settingNames = Object.keys(allowedSettings) as readonly SettingName[];

/** What was wrong with `name=value` on the command line. */
export type SettingProblem =
  | { readonly code: 'unknown-setting'; readonly written: string; readonly nearest: readonly string[] }
  | {
      readonly code: 'bad-value';
      readonly option: string;
      readonly written: string;
      readonly allowed: string;
    };

/** Reads `language=zh-CN`; `[ui]` is the only section, so nobody names it. */
export function readSetting(written: string, fail: (problem: SettingProblem) => never): Setting {
  const [key = '', ...rest] = written.split('=');
  const name = settingNames.find((known) => known === key.trim().toLowerCase());
  if (name === undefined) {
    return fail({ code: 'unknown-setting', written: key, nearest: nearestNames(key, settingNames) });
  }
  const value = allowedSettings[name].find(
    (one) => one.toLowerCase() === rest.join('=').trim().toLowerCase(),
  );
  if (value !== undefined) return { name, value };
  return fail({
    code: 'bad-value',
    option: name,
    written: rest.join('='),
    allowed: allowedSettings[name].join(', '),
  });
}
