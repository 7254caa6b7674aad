/** The only list of the simulated programs, by file name below System32. */
import type { SimulatedProgram } from '../program.js';
import { bcdedit } from './bcdedit.js';
import { curl } from './curl.js';
import { dism } from './dism.js';
import { net } from './net.js';
import { netsh } from './netsh.js';
import { reg } from './reg.js';
import { sc } from './sc.js';
import { shutdown } from './shutdown.js';
import { mofcomp, winmgmt } from './winmgmt.js';
import { whoami } from './whoami.js';
import { wsl } from './wsl.js';

export const programs: Readonly<Record<string, SimulatedProgram>> = {
  'bcdedit.exe': bcdedit,
  'curl.exe': curl,
  'dism.exe': dism,
  'net.exe': net,
  'netsh.exe': netsh,
  'reg.exe': reg,
  'sc.exe': sc,
  'shutdown.exe': shutdown,
  'wbem\\mofcomp.exe': mofcomp,
  'wbem\\winmgmt.exe': winmgmt,
  'whoami.exe': whoami,
  'wsl.exe': wsl,
};
