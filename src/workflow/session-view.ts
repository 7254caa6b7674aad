/** What the case file tells of a session. */
import type { Step } from '../domain/plan.js';
import type { StateFolder } from '../host/host.js';
import type { ProgramCopy } from '../host/program-copy.js';
import { sessionFolder, type Journal } from '../journal/journal.js';
import type { SessionCourse } from '../journal/session-course.js';
import type { SessionAge } from '../journal/session-summary.js';
import type { EarlierWork, SessionPlace, StepProgress } from './case-file.js';
import { resumeCommandLine } from './return-after-logon.js';
import { courseOf } from './session-context.js';

/** How a step stands before it began. */
export function planned(step: Step): StepProgress {
  return { stepId: step.id, status: 'planned', since: null, durationMs: null, remainder: [] };
}

/** What the session did before, for whoever takes it up. */
export function earlierWork(
  { plans }: SessionCourse,
  age: SessionAge,
  changes: EarlierWork['changes'],
): EarlierWork {
  const steps = plans.flatMap((plan) => plan.steps);
  const done = steps.filter(({ standing }) => standing === 'done').length;
  return { steps: steps.map(({ step }) => step), done, age, changes };
}

/** Where the session lies on the disk, and the ways back to it. */
export function placeOf(
  journal: Journal,
  state: StateFolder,
  program: ProgramCopy | null,
  returnArgs: readonly string[],
): SessionPlace {
  const folder = sessionFolder(journal.session);
  return {
    session: journal.session,
    folder: state.path(folder),
    undoCommand: state.path(`${folder}/undo.cmd`),
    resumeCommand: program === null ? null : resumeCommandLine(program, returnArgs),
    log: state.path(`${folder}/log.txt`),
    backups: courseOf(journal).backups.flatMap(({ name, file }) =>
      file === null ? [] : [{ name, path: state.path(`${folder}/${file}`) }],
    ),
  };
}
