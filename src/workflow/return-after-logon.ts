/**
 * The way back after a restart of Windows: registered when a plan comes to its restart, taken back at the next start of the
 * program, by whichever door the person came. What opens then is `resume`, which shows what is left and asks.
 */
import { makeCommand } from '../host/commands.js';
import { commandLine, type Command, type Host } from '../host/host.js';
import type { ProgramCopy } from '../host/program-copy.js';
import {
  longestRunOnceLine,
  queryArguments,
  registerArguments,
  returnFileName,
  runOnceLine,
  unregisterArguments,
} from '../host/run-once.js';
import type { Journal } from '../journal/journal.js';
import type { JournalRecord } from '../journal/record.js';
import { returnStepId } from '../journal/session-course.js';
import { resumeCommandFile } from '../journal/way-back.js';
import type { CaseFile } from './case-file.js';
import { courseOf } from './session-context.js';

export interface ReturnAfterLogon {
  /** Makes sure that the program opens after the next sign-in. Never rejects: who has to come back by hand is told so. */
  register(journal: Journal, program: ProgramCopy): Promise<void>;
  /** Takes away what is registered, where anything is. Never rejects. `journal` null: a leftover that belongs to no session. */
  remove(journal: Journal | null): Promise<void>;
}

export interface ReturnOptions {
  readonly host: Host;
  readonly caseFile: CaseFile;
  /** Arguments of the program that opens: the same machine, the same language. */
  readonly args: readonly string[];
}

/** The command as it will run, for whoever is shown a plan; null where this machine's folder lies too deep for it. */
export function registerCommand({ paths, state, machineId }: Host): Command | null {
  const file = state.path(returnFileName(machineId));
  if (runOnceLine(paths, file).length > longestRunOnceLine || file.includes('"')) return null;
  return makeCommand(paths, 'reg', registerArguments(paths, file));
}

/** The same as a line for people. */
export function returnCommandLine(host: Host): string | null {
  const command = registerCommand(host);
  return command === null ? null : commandLine(command);
}

export function unregisterCommand({ paths }: Pick<Host, 'paths'>): Command {
  return makeCommand(paths, 'reg', unregisterArguments);
}

export function createReturnAfterLogon({ host, caseFile, args }: ReturnOptions): ReturnAfterLogon {
  const { clock, state, paths } = host;
  const fileName = returnFileName(host.machineId);

  const isRegistered = async () => (await host.run(makeCommand(paths, 'reg', queryArguments))).exitCode === 0;

  /** Its intent is on the disk before it runs. Throws where the journal cannot be written, on the way there. */
  const runJournalled = async (journal: Journal | null, command: Command, phase: 'apply' | 'undo') => {
    const planHash = journal === null ? '' : courseOf(journal).lastPlan.plan.hash;
    const place = { planHash, step: returnStepId, action: 0, phase };
    const append = async (record: JournalRecord) => {
      const written = journal?.append(record);
      // A full disk must not keep anything of ours in the registry.
      await (phase === 'undo' ? written?.catch(() => undefined) : written);
    };
    await append({ kind: 'intent', at: clock.now(), ...place });
    const { ended, exitCode } = await host.run(command);
    await append({ kind: 'outcome', at: clock.now(), ...place, result: { ended, exitCode } });
  };

  return {
    async register(journal, program) {
      const registered = await attempt(async () => {
        const command = registerCommand(host);
        // Elevated as somebody else, HKCU is not that of the person who signs in.
        const isOthers = caseFile.view().facts.profileOwner?.distrosOf === 'other';
        if (command === null || isOthers) return false;
        await state.write(fileName, resumeCommandFile(fileName, { program, reopenArgs: args }));
        if (!(await isRegistered())) await runJournalled(journal, command, 'apply');
        return isRegistered();
      });
      caseFile.update({ comesBack: registered ? 'by-itself' : 'by-hand' });
    },

    async remove(journal) {
      if (host.kind === 'replay') return;
      await attempt(async () => {
        if (await isRegistered()) {
          await runJournalled(journal, unregisterCommand(host), 'undo');
        }
        await state.remove(fileName);
        return true;
      });
      caseFile.update({ comesBack: null });
    },
  };
}

/** False where it throws: a full disk is no reason to fail a plan that is done. */
async function attempt(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch {
    return false;
  }
}

/** How a person comes back by hand, without the network. */
export function resumeCommandLine({ node, bundle }: ProgramCopy, args: readonly string[]): string {
  return commandLine({ file: node, args: [bundle, 'resume', ...args] });
}
