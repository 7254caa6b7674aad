import { createDiagnosis } from '../workflow/diagnosis.js';
import { createCaseFile } from '../workflow/case-file.js';
import { findDamaged } from '../journal/session-summary.js';
import { findUnfinishedFor } from '../workflow/recovery.js';
import type { CommandContext } from './context.js';
import { diagnosisJson } from './diagnosis-json.js';
import { writeDiagnosis } from './diagnosis-report.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { Refusal } from './refusal.js';

/** Looks at the machine and reports. Changes nothing, and takes no lock. */
export async function diagnose(context: CommandContext, signal: AbortSignal): Promise<ExitCode> {
  const { machine, text, output } = context;
  const { session } = await findUnfinishedFor(machine);
  const caseFile = createCaseFile();
  const work = createDiagnosis({ host: machine, caseFile });
  await work.runProbes({ signal });
  await work.judge();
  const { diagnosis } = caseFile.view();
  if (diagnosis === null) throw new Refusal(text.cli.refusals.crashed('no diagnosis was made'));
  // One that cannot be read may be anything: it is reported like one that was left.
  const damaged = await findDamaged(machine.state, machine.machineId);
  const unfinished = session?.summary.session ?? damaged?.session ?? null;
  output.object(diagnosisJson(machine, diagnosis, unfinished));
  if (!output.json) writeDiagnosis({ host: machine, diagnosis, unfinished, text, output });
  // What was read so far is told, and is no answer.
  if (signal.aborted) return exitCodes.interrupted;
  return diagnosis.health === 'healthy' ? exitCodes.ok : exitCodes.problemLeft;
}
