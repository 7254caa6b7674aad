import type { RemedyId, Verdict } from '../domain/ids.js';
import type { Action, Plan, StepOutcome } from '../domain/plan.js';
import type { WindowName } from '../host/windows-to-open.js';
import type { Effect } from '../host/host.js';
import type { UndoKind } from '../domain/diagnosis.js';
import type { CaseView } from '../workflow/case-file.js';

/** `wsl-netfix/treatment/1`, the answer of `fix`, `resume` and `undo`. Fields are only ever added. */
export interface TreatmentJson {
  readonly schema: 'wsl-netfix/treatment/1';
  readonly remedy: RemedyId | null;
  readonly planHash: string | null;
  readonly plan: readonly {
    readonly step: string;
    readonly commands: readonly (readonly string[])[];
    readonly effect: Effect;
    readonly undo: UndoKind;
    /** What is lost, as a sentence; null where nothing is. */
    readonly destroys: string | null;
    /** Names of the files that are saved in the session's backups before the change. */
    readonly backups: readonly string[];
    /** What an undo runs, in the form of `commands`. */
    readonly undoCommands: readonly (readonly string[])[];
  }[];
  readonly steps: readonly {
    readonly step: string;
    readonly outcome: StepOutcome;
    readonly backup: readonly string[];
    /** What is left to do by hand, as command lines or sentences. */
    readonly remainder: readonly string[];
  }[];
  readonly verdict: Verdict | null;
  readonly state: TreatmentState;
  readonly session: string | null;
  /** Where a restart is due: whether the program opens by itself after the next sign-in. Null where none is due. */
  readonly comesBack: 'by-itself' | 'by-hand' | null;
  /** The command that goes on with the session and needs no network; null where nothing is left to go on with. */
  readonly resumeCommand: string | null;
  /** The window that was opened and left to the person, of whose work there is no verdict; null otherwise. */
  readonly handedOver: WindowName | null;
  /** What was copied for the person, of which there is no verdict either, and where it lies; null otherwise. */
  readonly copied: CaseView['copied'];
}

/** `planned`: a dry run. `refused` and `interrupted` have nothing after them. */
export type TreatmentState =
  | 'planned'
  | 'done'
  | 'awaiting-restart'
  | 'rolled-back'
  | 'not-fully-rolled-back'
  | 'interrupted'
  | 'refused';

export function treatmentJson(
  view: CaseView,
  state: TreatmentState,
  destroys: (step: Plan['steps'][number]) => string | null,
): TreatmentJson {
  const { plan, place } = view;
  return {
    schema: 'wsl-netfix/treatment/1',
    remedy: plan?.remedy ?? view.unfinished?.remedy ?? null,
    planHash: plan?.hash ?? null,
    plan: (plan?.steps ?? []).map((step) => ({
      step: step.id,
      commands: step.actions.map(argvOf),
      effect: step.effect,
      undo: step.undo.kind,
      destroys: destroys(step),
      backups: step.actions.flatMap((action) => (savesBackup(action) ? [action.name] : [])),
      undoCommands: step.undo.actions.map(argvOf),
    })),
    steps: view.steps.flatMap(({ stepId, status, remainder }) =>
      status === 'planned' || status === 'running' || status === 'undoing'
        ? []
        : [{ step: stepId, outcome: status, backup: backupsOf(view, stepId), remainder }],
    ),
    verdict: view.verdict,
    state,
    session: place?.session ?? null,
    comesBack: state === 'awaiting-restart' ? view.comesBack : null,
    resumeCommand:
      state === 'awaiting-restart' || state === 'interrupted' ? (place?.resumeCommand ?? null) : null,
    handedOver: view.handedOver,
    copied: view.copied,
  };
}

/** The argv of a command; what is done to a file is said in the same form. */
export function argvOf(action: Action): readonly string[] {
  switch (action.kind) {
    case 'run':
    case 'save-output':
    case 'save-file':
      return [action.command.file, ...action.command.args];
    case 'save-answer':
      return ['powershell', action.question.id];
    case 'back-up-file':
      return ['back-up-file', action.path];
    case 'write-file':
      return ['write-file', action.path, action.sha256];
    case 'restore-file':
      return ['restore-file', action.path];
  }
}

/** Everything else that has a name reads the backup of that name. */
const savesBackup = (action: Action) => 'name' in action && action.kind !== 'restore-file';

function backupsOf(view: CaseView, stepId: string): readonly string[] {
  const step = view.plan?.steps.find(({ id }) => id === stepId);
  const names = step?.actions.flatMap((action) => ('name' in action ? [action.name] : [])) ?? [];
  return view.place?.backups.filter(({ name }) => names.includes(name)).map(({ path }) => path) ?? [];
}
