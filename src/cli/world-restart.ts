import { runOnceName, returnFileName } from '../host/run-once.js';
import type { Text } from '../text/text.js';
import { resumeCommandLine } from '../workflow/return-after-logon.js';
import { copyThisProgram } from './context.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Machine } from './machine.js';
import type { Output } from './output.js';

/** `wsl-netfix/world-restart/1`. */
export interface WorldRestartJson {
  readonly schema: 'wsl-netfix/world-restart/1';
  readonly world: string;
  /** Command lines that Windows would start at the sign-in after the restart, once. */
  readonly atSignIn: readonly string[];
  /** What does here what this program's own one would do there; null where none was registered. */
  readonly comeBack: string | null;
}

/** Restarts the practice machine that lives in `--world-state`, as a person would restart Windows. */
export async function restartWorld(machine: Machine, text: Text, output: Output): Promise<ExitCode> {
  const atSignIn = (await machine.restartMachine?.()) ?? [];
  const isOurs = atSignIn.some((line) => line.includes(returnFileName(machine.machineId)));
  const comeBack = isOurs ? await comeBackCommand(machine) : null;
  const words = text.cli.report;
  output.line(words.worldRestarted(machine.name));
  for (const line of atSignIn) output.line(`${words.startedAtSignIn}\n    ${line}`);
  if (comeBack !== null) output.line(`${words.signInByHand}\n    ${comeBack}`);
  const json: WorldRestartJson = {
    schema: 'wsl-netfix/world-restart/1',
    world: machine.name,
    atSignIn,
    comeBack,
  };
  output.object(json);
  return exitCodes.ok;
}

/** A practice machine signs nobody in: the person starts by hand what Windows would open. */
async function comeBackCommand(machine: Machine): Promise<string> {
  const fallback = [runOnceName, 'resume', ...machine.reopenArgs].join(' ');
  return copyThisProgram(machine).then(
    (copy) => resumeCommandLine(copy, machine.reopenArgs),
    () => fallback,
  );
}
