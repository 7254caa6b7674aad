/** Everything that a person reads, in English: the tables put together. */
import { en as capture } from './capture.js';
import { en as causes } from './causes.js';
import { en as cli } from './cli.js';
import { explainTexts } from './explain.js';
import { en as findings } from './findings.js';
import { journalText } from './journal.js';
import { en as keys } from './keys.js';
import type { Language } from './language.js';
import { en as probes } from './probes.js';
import { en as remedies } from './remedies.js';
import { en as screens } from './screens.js';
import { en as settings } from './settings.js';
import { en as steps } from './steps.js';
import { en as wslconfig } from './wslconfig.js';

export const en = {
  // One of two: what takes either table must not be held to this one.
  language: 'en' as Language,
  screens,
  keys,
  probes,
  findings,
  causes,
  remedies,
  steps,
  journal: journalText.en,
  explain: explainTexts.en,
  cli,
  capture,
  wslconfig,
  settings,
};
