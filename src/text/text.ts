/** Everything that a person reads, in one language. A missing sentence does not compile. */
import * as capture from './capture.js';
import * as causes from './causes.js';
import * as cli from './cli.js';
import { explainTexts, type ExplainText } from './explain.js';
import * as findings from './findings.js';
import { journalText, type JournalText } from './journal.js';
import * as keys from './keys.js';
import type { Language } from './language.js';
import * as probes from './probes.js';
import * as remedies from './remedies.js';
import * as screens from './screens.js';
import * as steps from './steps.js';

export interface Text {
  readonly language: Language;
  readonly screens: screens.ScreenText;
  readonly keys: keys.KeyText;
  readonly probes: probes.ProbesText;
  readonly findings: findings.FindingsText;
  readonly causes: causes.CausesText;
  readonly remedies: remedies.RemediesText;
  readonly steps: steps.StepsText;
  readonly journal: JournalText;
  readonly explain: ExplainText;
  readonly cli: cli.CliText;
  readonly capture: capture.CaptureText;
}

export function textFor(language: Language): Text {
  return language === 'en' ? en : zhCN;
}

export const en: Text = {
  language: 'en',
  screens: screens.en,
  keys: keys.en,
  probes: probes.en,
  findings: findings.en,
  causes: causes.en,
  remedies: remedies.en,
  steps: steps.en,
  journal: journalText.en,
  explain: explainTexts.en,
  cli: cli.en,
  capture: capture.en,
};

export const zhCN: Text = {
  language: 'zh-CN',
  screens: screens.zhCN,
  keys: keys.zhCN,
  probes: probes.zhCN,
  findings: findings.zhCN,
  causes: causes.zhCN,
  remedies: remedies.zhCN,
  steps: steps.zhCN,
  journal: journalText['zh-CN'],
  explain: explainTexts['zh-CN'],
  cli: cli.zhCN,
  capture: capture.zhCN,
};
