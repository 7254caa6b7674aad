/** The only list of the simulated programs, by file name below System32. */
import type { SimulatedProgram } from '../program.js';
import { bcdedit } from './bcdedit.js';
import { curl } from './curl.js';
import { dism } from './dism.js';
import { explorer } from './explorer.js';
import { net } from './net.js';
import { netsh } from './netsh.js';
import { powershell } from './powershell.js';
import { reg } from './reg.js';
import { robocopy } from './robocopy.js';
import { sc } from './sc.js';
import { sfc } from './sfc.js';
import { shutdown } from './shutdown.js';
import { mofcomp, winmgmt } from './winmgmt.js';
import { whoami } from './whoami.js';
import { wsl } from './wsl.js';

/** What lies in the folder of Windows itself begins with `..`. */
export const programs: Readonly<Record<string, SimulatedProgram>> = {
  '..\\explorer.exe': explorer,
  'bcdedit.exe': bcdedit,
  'curl.exe': curl,
  'dism.exe': dism,
  'net.exe': net,
  'netsh.exe': netsh,
  'reg.exe': reg,
  'robocopy.exe': robocopy,
  'sc.exe': sc,
  'sfc.exe': sfc,
  'shutdown.exe': shutdown,
  'wbem\\mofcomp.exe': mofcomp,
  'wbem\\winmgmt.exe': winmgmt,
  'windowspowershell\\v1.0\\powershell.exe': powershell,
  'whoami.exe': whoami,
  'wsl.exe': wsl,
};
