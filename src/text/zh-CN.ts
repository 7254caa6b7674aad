/** Everything that a person reads, in Simplified Chinese: the tables put together. */
import { zhCN as capture } from './capture.js';
import { zhCN as causes } from './causes.js';
import { zhCN as cli } from './cli.js';
import { explainTexts } from './explain.js';
import { zhCN as findings } from './findings.js';
import { journalText } from './journal.js';
import { zhCN as keys } from './keys.js';
import type { Language } from './language.js';
import { zhCN as probes } from './probes.js';
import { zhCN as remedies } from './remedies.js';
import { zhCN as screens } from './screens.js';
import { zhCN as settings } from './settings.js';
import { zhCN as steps } from './steps.js';
import { zhCN as wslconfig } from './wslconfig.js';

export const zhCN = {
  // One of two: what takes either table must not be held to this one.
  language: 'zh-CN' as Language,
  screens,
  keys,
  probes,
  findings,
  causes,
  remedies,
  steps,
  journal: journalText['zh-CN'],
  explain: explainTexts['zh-CN'],
  cli,
  capture,
  wslconfig,
  settings,
};
