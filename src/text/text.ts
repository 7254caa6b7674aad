/** Everything that a person reads, in one language. A missing sentence does not compile. */
import type * as capture from './capture.js';
import type * as causes from './causes.js';
import type * as cli from './cli.js';
import type { ExplainText } from './explain.js';
import type * as findings from './findings.js';
import type { JournalText } from './journal.js';
import type * as keys from './keys.js';
import type { Language } from './language.js';
import type * as probes from './probes.js';
import type * as remedies from './remedies.js';
import type * as screens from './screens.js';
import type * as settings from './settings.js';
import type * as steps from './steps.js';
import type * as wslconfig from './wslconfig.js';

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
  readonly wslconfig: wslconfig.WslconfigText;
  readonly settings: settings.SettingsText;
}
