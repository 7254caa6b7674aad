import type { Text } from '../text/text.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Machine } from './machine.js';
import type { Output } from './output.js';

/** `wsl-netfix/world-restart/1`. */
export interface WorldRestartJson {
  readonly schema: 'wsl-netfix/world-restart/1';
  readonly world: string;
}

/** Restarts the practice machine that lives in `--world-state`, as a person would restart Windows. */
export async function restartWorld(machine: Machine, text: Text, output: Output): Promise<ExitCode> {
  await machine.restartMachine?.();
  output.line(text.cli.report.worldRestarted(machine.name));
  const json: WorldRestartJson = { schema: 'wsl-netfix/world-restart/1', world: machine.name };
  output.object(json);
  return exitCodes.ok;
}
