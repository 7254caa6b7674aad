/** What the machines' actors do about a plan: open the journal, run steps, settle, undo, forget. One session at a time. */
import type { Unfinished } from '../../machines/troubleshooter-setup.js';
import type { RunStepInput, RunStepOutput } from '../../machines/treatment.js';
import { markOf, type MachineMark } from '../domain/machine-mark.js';
import type { Verdict } from '../domain/ids.js';
import { copiedBy, windowOf, type Plan, type Step } from '../domain/plan.js';
import { commandLine, type Host } from '../host/host.js';
import type { ProgramCopy } from '../host/program-copy.js';
import { openJournal, reopenJournal, sessionFolder, type Journal } from '../journal/journal.js';
import { promisesOf, type SessionCourse } from '../journal/session-course.js';
import { createSessionLog, type SessionLog } from '../journal/session-log.js';
import { isUnfinished } from '../journal/session-summary.js';
import { writeWayBack } from '../journal/way-back.js';
import type { JournalText } from '../text/journal.js';
import type { SavedBackup } from './apply-action.js';
import type { CaseFile, CaseView, SessionPlace, StepProgress } from './case-file.js';
import type { ElevationWork } from './elevation.js';
import { machineChanges } from './machine-changes.js';
import type { PlanRegistry } from './plan-registry.js';
import {
  changedForGood,
  findUnfinishedFor,
  openForUndo,
  type RemainingWork,
  remainingWorkOf,
} from './recovery.js';
import { createReturnAfterLogon, unregisterCommand } from './return-after-logon.js';
import { rollBack, type RollBackOptions, type RollBackResult } from './roll-back.js';
import { refuseForeignPlan, runStep, StepRefused } from './run-step.js';
import { courseOf, settleAndJournal, type SessionContext } from './session-context.js';
import { earlierWork, placeOf, planned } from './session-view.js';
import { findUnsettled } from './settle-services.js';
import { sweepLeftovers } from './sweep-leftovers.js';

export interface TreatmentOptions {
  readonly host: Host;
  readonly caseFile: CaseFile;
  readonly plans: PlanRegistry;
  /** Name and version of this program, for the journal. */
  readonly program: string;
  /** Makes the local copy of the program (`copyProgram` of src/host); rejects where the disk refuses. */
  readonly copyProgram: () => Promise<ProgramCopy>;
  /** Asked for the ways back; where absent, they run as this process is. */
  readonly elevation?: ElevationWork;
  readonly text: JournalText;
  /** What a step is called on screen; its id where absent. */
  readonly titleOf?: (step: Step) => string;
  /** Options with which the program comes back after a restart, besides those that lead to the machine. */
  readonly returnArgs?: readonly string[];
  /** A dry run: what is unfinished is read, and neither swept nor registered to come back. */
  readonly readOnly?: boolean;
}

export interface Treatment {
  /** Reads the journals, and takes up the session that is unfinished. */
  findUnfinished(): Promise<{ readonly unfinished: Unfinished }>;
  /** What is left of the session that was taken up; undefined where there is none. */
  remaining(): RemainingWork | undefined;
  /** Everything that must be on the disk before the first change. Rejects where it is not; nothing has run then. */
  openJournal(input: { readonly planHash: string; readonly confirmed: readonly string[] }): Promise<void>;
  /** Rejects with `StepRefused`, and where the journal cannot be written. */
  runStep(input: RunStepInput): Promise<RunStepOutput>;
  /** Rejects where a service is neither as it was nor as the plan wants it. */
  settleServices(): Promise<void>;
  rollBack(equivalent?: RollBackOptions['equivalent']): Promise<RollBackResult>;
  /** Takes up a session by id, the newest where null, and undoes it. Rejects with `UndoRefused`. */
  undo(session: string | null, equivalent?: RollBackOptions['equivalent']): Promise<RollBackResult>;
  /** Closes the session and leaves what it did. Rejects where a service is neither as it was nor as the plan wanted it. */
  forget(): Promise<void>;
  /** Writes the verdict and closes the session; it can still be undone. */
  recordVerdict(input: { readonly verdict: Verdict }): Promise<void>;
  /** Closes the session of a hand-over or of copies, over which there is no verdict. */
  recordHandOver(): Promise<void>;
  /** Id of the session that is open or was last. */
  session(): string | null;
  /** Stops logging; resolves when the log is on the disk. */
  close(): Promise<void>;
}

export function createTreatment(options: TreatmentOptions): Treatment {
  const { host, caseFile, plans } = options;
  const { clock, state } = host;
  const returnArgs = [...host.reopenArgs, ...(options.returnArgs ?? [])];
  const comeBack = createReturnAfterLogon({ host, caseFile, args: returnArgs });
  let journal: Journal | null = null;
  let program: ProgramCopy | null = null;
  let log: { readonly log: SessionLog; readonly stop: () => void } | null = null;

  const context = (): SessionContext => {
    if (journal === null) throw new Error('No session is open.');
    return { host, journal, onBackup: showBackup };
  };

  const takeUp = (next: Journal) => {
    journal = next;
    log?.stop();
    const sessionLog = createSessionLog(state, next.session);
    log = { log: sessionLog, stop: host.onLog(sessionLog.listener) };
    caseFile.update({ place: placeOf(next, state, program, returnArgs) });
  };

  const showBackup = ({ name, file }: SavedBackup) => {
    const { place } = caseFile.view();
    if (place === null || file === null) return;
    const path = state.path(`${sessionFolder(place.session)}/${file}`);
    caseFile.update({ place: { ...place, backups: [...place.backups, { name, path }] } });
  };

  const showStep = (stepId: string, change: Partial<StepProgress>) => {
    const steps = caseFile.view().steps;
    caseFile.update({ steps: steps.map((step) => (step.stepId === stepId ? { ...step, ...change } : step)) });
  };

  const settle = async () => {
    const { journal: open } = context();
    const unsettled = await settleAndJournal(context(), (record) => open.append(record), {
      promises: promisesOf(courseOf(open)),
      prefer: 'either',
    });
    if (unsettled.length > 0)
      throw new Error(`Services are not as promised: ${unsettled.map(({ service }) => service).join(', ')}`);
  };

  const undoSession = async (equivalent: RollBackOptions['equivalent']): Promise<RollBackResult> => {
    const course = courseOf(context().journal);
    // Those from before a restart are undone too, and what is left of them has to be told.
    if (caseFile.view().steps.length === 0 || course.plans.length > 1) {
      const steps = course.plans.flatMap((plan) => plan.steps);
      caseFile.update({
        steps: steps.map(({ step, standing }) => ({
          ...planned(step),
          status: standing === 'begun' ? 'running' : standing,
        })),
      });
    }
    if (course.plans.some(({ plan }) => plan.restart)) await comeBack.remove(context().journal);
    await options.elevation?.forUndo(course);
    const result = await rollBack(context(), {
      text: options.text,
      equivalent,
      onStep: (stepId, status, remainder) => {
        showStep(stepId, {
          status,
          remainder,
          ...(status === 'undoing' ? { since: clock.now(), durationMs: null } : {}),
        });
      },
    });
    const staysChanged = changedForGood(course, await host.bootTime());
    caseFile.update({ aftermath: { ...caseFile.view().aftermath, staysChanged }, unfinished: null });
    await options.elevation?.release();
    await log?.log.flush();
    return result;
  };

  return {
    async findUnfinished() {
      const { unfinished, session } = await findUnfinishedFor(host);
      // While the restart is still to come nothing is gone on with.
      const isDue = session !== null && unfinished !== 'awaiting-restart';
      const changes = isDue ? await machineChanges(host, session.course) : [];
      caseFile.update({
        unfinished: session?.summary ?? null,
        earlier: session === null ? null : earlierWork(session.course, session.age, changes),
      });
      const found = session === null ? undefined : await reopenJournal(state, session.summary.session);
      if (options.readOnly === true) {
        if (found !== undefined) takeUp(found);
        return { unfinished };
      }
      if (found !== undefined) {
        await sweepLeftovers(host, courseOf(found));
        // Whoever is to come back after the restart is told how, also when the session is only looked at.
        program = await options.copyProgram().catch(() => null);
        takeUp(found);
      }
      // Somebody who signed out and in again has used the registration up, and Windows has not restarted yet.
      if (unfinished === 'awaiting-restart' && found !== undefined && program !== null) {
        await comeBack.register(found, program);
      } else await comeBack.remove(found ?? null);
      return { unfinished };
    },

    remaining() {
      return journal === null ? undefined : remainingWorkOf(courseOf(journal));
    },

    async openJournal({ planHash, confirmed }) {
      const plan = plans.get(planHash);
      if (plan === undefined) throw new StepRefused('unknown-plan', planHash);
      refuseForeignPlan(host.paths, plan);
      const copy = await options.copyProgram();
      program = copy;
      const isContinued = journal !== null && goesOnWith(courseOf(journal), plan);
      const opened = isContinued && journal !== null ? journal : await begin(plan);
      try {
        if (isContinued) {
          const bootTime = await host.bootTime();
          await opened.append({ kind: 'continued', at: clock.now(), bootTime, machine: mark(), plan });
        }
        await writeConfirmations(opened, plan, confirmed);
        await layWayBack(opened, copy);
      } catch (error) {
        // Nothing has run: a session that holds nothing would only be asked about at the next start.
        if (!isContinued) await state.remove(sessionFolder(opened.session)).catch(() => undefined);
        throw error;
      }
      takeUp(opened);
      const { earlier } = caseFile.view();
      caseFile.update({
        plan,
        steps: plan.steps.map(planned),
        verdict: null,
        handedOver: null,
        copied: null,
        earlier: isContinued ? earlier : null,
      });
    },

    async runStep(input) {
      const plan = plans.get(input.planHash);
      if (plan === undefined || journal === null) throw new StepRefused('unknown-plan', input.stepId);
      const since = clock.now();
      showStep(input.stepId, { status: 'running', since });
      const end = (status: StepProgress['status']) => {
        showStep(input.stepId, { status, durationMs: clock.now() - since });
      };
      try {
        const output = await runStep(context(), plan, input);
        end(output.outcome);
        const isEnd = plan.steps.at(-1)?.id === input.stepId && output.outcome !== 'failed';
        if (isEnd && plan.restart && program !== null) await comeBack.register(journal, program);
        return output;
      } catch (error) {
        end(error instanceof StepRefused ? 'planned' : 'failed');
        throw error;
      }
    },

    async settleServices() {
      await settle();
      await options.elevation?.release();
    },

    async rollBack(equivalent = 'offer') {
      if (journal !== null) return undoSession(equivalent);
      return { complete: true, remainder: [], leftovers: [], cannotBeUndone: [] };
    },

    async undo(session, equivalent = 'offer') {
      const opened = await openForUndo(host, session);
      await sweepLeftovers(host, courseOf(opened));
      takeUp(opened);
      // Nothing of what this program did before belongs to it.
      caseFile.update({
        plan: null,
        steps: [],
        checks: [],
        verdict: null,
        earlier: earlierWork(courseOf(opened), 'recent', []),
      });
      return undoSession(equivalent);
    },

    async forget() {
      const course = journal === null ? null : courseOf(journal);
      // Of an earlier run, which ended without a word: whoever forgets the plan still wants the services that it stopped.
      if (course !== null && (await findUnsettled(host, promisesOf(course))).length > 0) {
        await options.elevation?.forUndo(course);
        await settle().finally(() => options.elevation?.release());
      }
      await comeBack.remove(journal);
      await journal?.append({ kind: 'closed', at: clock.now(), state: 'forgotten' });
      journal = null;
      caseFile.update({ unfinished: null, earlier: null, place: null });
    },

    async recordVerdict({ verdict }) {
      caseFile.update({ verdict });
      await journal?.append({ kind: 'verdict', at: clock.now(), verdict });
      await journal?.append({ kind: 'closed', at: clock.now(), state: 'done' });
      // What did not help may be undone next, without another question.
      if (verdict !== 'not-repaired') await options.elevation?.release();
    },

    async recordHandOver() {
      const { plan, place } = caseFile.view();
      caseFile.update({
        handedOver: plan === null ? null : windowOf(plan),
        copied: plan === null ? null : copiesOf(plan, place),
      });
      await journal?.append({ kind: 'closed', at: clock.now(), state: 'done' });
      await options.elevation?.release();
    },

    session: () => journal?.session ?? null,

    async close() {
      log?.stop();
      await log?.log.flush();
    },
  };

  function mark(): MachineMark {
    return markOf(caseFile.view().facts);
  }

  async function begin(plan: Plan): Promise<Journal> {
    const { kind, name, machineId } = host;
    return openJournal(state, {
      kind: 'opened',
      schema: 1,
      at: clock.now(),
      program: options.program,
      host: { kind, name, machineId },
      bootTime: await host.bootTime(),
      machine: mark(),
      plan,
    });
  }

  async function writeConfirmations(open: Journal, plan: Plan, confirmed: readonly string[]): Promise<void> {
    for (const stepId of confirmed) {
      const confirmation = { stepId, planHash: plan.hash };
      await open.append({ kind: 'confirmed', at: clock.now(), confirmation });
    }
  }

  async function layWayBack(open: Journal, copy: ProgramCopy): Promise<void> {
    await writeWayBack(state, {
      session: open.session,
      program: copy,
      reopenArgs: host.reopenArgs,
      unregister: commandLine(unregisterCommand(host)),
      plans: courseOf(open).plans.map(({ plan }) => plan),
      text: options.text,
      titleOf: options.titleOf ?? ((step) => step.id),
    });
  }
}

/** Only what a program wrote whole is in the journal, and so in the place. */
function copiesOf(plan: Plan, place: SessionPlace | null): CaseView['copied'] {
  const what = copiedBy(plan);
  if (what === null) return null;
  const files = place?.backups.filter(({ name }) => name !== 'wslconfig') ?? [];
  return { what, paths: what === 'distros' ? files.map(({ path }) => path) : [] };
}

/** Another remedy begins a session of its own, also where the end of the one before could not be written down. */
function goesOnWith(course: SessionCourse, plan: Plan): boolean {
  const { remedy, target } = course.opened.plan;
  return isUnfinished(course) && plan.remedy === remedy && plan.target === target;
}
