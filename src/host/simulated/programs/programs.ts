/** The only list of the simulated programs, by file name. */
import type { SimulatedProgram } from '../program.js';
import { curl } from './curl.js';
import { net } from './net.js';
import { netsh } from './netsh.js';
import { reg } from './reg.js';
import { sc } from './sc.js';
import { shutdown } from './shutdown.js';
import { whoami } from './whoami.js';
import { wsl } from './wsl.js';

export const programs: Readonly<Record<string, SimulatedProgram>> = {
  'curl.exe': curl,
  'net.exe': net,
  'netsh.exe': netsh,
  'reg.exe': reg,
  'sc.exe': sc,
  'shutdown.exe': shutdown,
  'whoami.exe': whoami,
  'wsl.exe': wsl,
};
