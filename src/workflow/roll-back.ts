/**
 * Undoes a session, in reverse order of the steps that were begun. It works from the journal alone, so that a fresh
 * process can do it, and changes only what is not yet as it was, so that it can be done again at any time.
 */
import type { Action, StepOutcome } from '../domain/plan.js';
import type { Host } from '../host/host.js';
import type { JournalRecord } from '../journal/record.js';
import { sessionFolder } from '../journal/journal.js';
import { promisesOf, type PlanCourse, type StepCourse } from '../journal/session-course.js';
import type { JournalText } from '../text/journal.js';
import { isAdapterSetting } from '../remedies/give-address-back.js';
import { isAchieved, withBackup, type ActionEnd } from './apply-action.js';
import { changedMeanwhile } from './changed-meanwhile.js';
import { holdsNow } from './check-state.js';
import { describeLeftover, type Leftover } from './leftover.js';
import { isOwnAction } from './own-action.js';
import { hasRestarted } from './recovery.js';
import { runActions } from './run-actions.js';
import { stepRecord } from './run-step.js';
import { actionContext, courseOf, settleAndJournal, type SessionContext } from './session-context.js';

export interface RollBackOptions {
  readonly text: JournalText;
  /** `offer`: only listed, with their commands. `run`: a person said so. */
  readonly equivalent: 'offer' | 'run';
  readonly onStep?: (stepId: string, status: 'undoing' | StepOutcome, remainder: readonly string[]) => void;
}

export interface RollBackResult {
  /** Everything that can be undone is, and every service is as it was or as a plan wanted it. */
  readonly complete: boolean;
  /** What is left to the person, in words and command lines. */
  readonly remainder: readonly string[];
  /** The same as data. */
  readonly leftovers: readonly Leftover[];
  /** Steps without undo, which was said before they were confirmed: they do not make it incomplete. */
  readonly cannotBeUndone: readonly string[];
}

/**
 * Never throws for what the machine does. A journal that cannot be written stops nothing here: a service that stays
 * stopped is worse than an undo that is offered twice.
 */
export async function rollBack(context: SessionContext, options: RollBackOptions): Promise<RollBackResult> {
  const { host, journal } = context;
  const lost: JournalRecord[] = [];
  const append = async (record: JournalRecord) => {
    await journal.append(record).catch(() => lost.push(record));
  };
  const undone: StepUndo[] = [];
  for (const { plan, course } of stepsToUndo(context)) {
    options.onStep?.(course.step.id, 'undoing', []);
    const shows = await effectsShow(host, plan);
    undone.push({ plan, ...(await undoStep(context, course, shows, options, append)) });
  }
  const promises = courseOf(journal).plans.some(({ steps }) => steps.some(({ touched }) => touched))
    ? promisesOf(courseOf(journal))
    : [];
  const unsettled = await settleAndJournal(context, append, { promises, prefer: 'before' });
  const leftovers: Leftover[] = [];
  for (const each of undone) leftovers.push(...(await concludeStep(context, each, options, append)));
  leftovers.push(...unsettled.map((service) => ({ kind: 'service' as const, ...service })));
  const complete = leftovers.length === 0;
  await append({
    kind: 'closed',
    at: host.clock.now(),
    state: complete ? 'rolled-back' : 'not-fully-rolled-back',
  });
  const all: readonly Leftover[] =
    lost.length > 0 ? [...leftovers, { kind: 'journal-not-written' }] : leftovers;
  return {
    complete,
    leftovers: all,
    remainder: all.flatMap((leftover) => describeLeftover(leftover, options.text)),
    cannotBeUndone: undone.filter(({ isLost }) => isLost).map(({ course }) => course.step.id),
  };
}

interface StepUndo {
  readonly plan: PlanCourse;
  readonly course: StepCourse;
  /** Nothing brings it back, and there was something to lose. */
  readonly isLost: boolean;
  /** Actions that were not run, or did not do what they are for. */
  readonly open: readonly Action[];
  readonly leftovers: readonly Leftover[];
}

type Append = (record: JournalRecord) => Promise<void>;

/** What began and was not undone since. What only read or wrote our own folder left nothing to undo. */
function stepsToUndo({ journal }: SessionContext): readonly Pick<StepUndo, 'plan' | 'course'>[] {
  return courseOf(journal)
    .plans.flatMap((plan) => plan.steps.map((course) => ({ plan, course })))
    .filter(({ course: { step, touched, standing } }) => {
      return touched && standing !== 'undone' && step.effect !== 'safe';
    })
    .toReversed();
}

/**
 * What a plan with a restart did shows only after it: static addresses still stand between `netsh int ip reset` and the
 * next start of Windows (commands.md R7), and that they do proves nothing yet.
 */
async function effectsShow(host: Host, { plan, bootTime }: PlanCourse): Promise<boolean> {
  return !plan.restart || hasRestarted(bootTime, await host.bootTime());
}

/** What is set now would be reset with the rest when Windows starts (commands.md R7); the promise is about the time after. */
function isTakenAtRestart(action: Action): boolean {
  return action.kind === 'run' && isAdapterSetting(action.command);
}

/** A change of features waits for the restart: until then they look as they did before, and nothing is needless. */
function unseen(action: Action): Action {
  if (action.kind !== 'run' || action.unless?.kind !== 'feature') return action;
  const { kind, command, successes } = action;
  return { kind, command, ...(successes === undefined ? {} : { successes }) };
}

async function undoStep(
  context: SessionContext,
  course: StepCourse,
  shows: boolean,
  options: RollBackOptions,
  append: Append,
): Promise<Omit<StepUndo, 'plan'>> {
  const { step } = course;
  const { kind } = step.undo;
  const actions = shows ? step.undo.actions : step.undo.actions.map(unseen);
  const nothing: Omit<StepUndo, 'plan'> = { course, isLost: false, open: [], leftovers: [] };
  if (kind === 'none') return { ...nothing, isLost: step.effect === 'destructive' };
  if (!actions.every((action) => isOwnAction(context.host.paths, action, 'undo'))) {
    return { ...nothing, leftovers: [{ kind: 'not-ours', step: step.id }] };
  }
  const changed = await changedMeanwhile(context.host, course);
  if (changed !== null) {
    return { ...nothing, leftovers: [{ kind: 'setting-changed', step: step.id, ...changed, actions }] };
  }
  const waits = !shows && actions.some(isTakenAtRestart);
  if (waits || (kind === 'equivalent' && options.equivalent === 'offer')) {
    return { ...nothing, open: actions };
  }
  const open: Action[] = [];
  const leftovers: Leftover[] = [];
  await runActions(actionContext(context, step, append), {
    planHash: course.planHash,
    step: step.id,
    phase: 'undo',
    actions,
    append,
    // One thing that cannot be undone is no reason to leave the others.
    goesOn: async (action, end) => {
      const leftover = leftoverOf(step.id, end);
      if (leftover !== null) leftovers.push(leftover);
      else if (!(await isAchieved(context.host, action, end))) open.push(action);
      return true;
    },
  });
  return { ...nothing, open, leftovers };
}

function leftoverOf(step: string, { fault }: ActionEnd): Leftover | null {
  switch (fault?.kind) {
    case 'changed-meanwhile':
      return { kind: 'file-changed', step, path: fault.path, difference: fault.difference };
    case 'backup-damaged':
      return { kind: 'backup-damaged', step, name: fault.name };
    case 'not-written':
      return { kind: 'file-not-written', step, path: fault.path };
    // Whether a command that did not run is missed, its own condition tells.
    case 'not-run':
    case 'not-saved':
    case undefined:
      return null;
  }
}

/** Looked at once more at the end: what did not start by itself may have been started when the services were settled. */
async function concludeStep(
  context: SessionContext,
  { plan, course, isLost, open, leftovers }: StepUndo,
  { text, onStep }: RollBackOptions,
  append: Append,
): Promise<readonly Leftover[]> {
  const { host } = context;
  const { step } = course;
  const missed: Action[] = [];
  const canSee = step.undo.kind === 'exact' || (await effectsShow(host, plan));
  for (const action of open) {
    const isSo =
      canSee && action.kind === 'run' && action.unless !== undefined && (await holdsNow(host, action.unless));
    if (!isSo) missed.push(action);
  }
  const commands: Leftover = {
    kind: 'commands',
    step: step.id,
    why: !canSee && open.some(isTakenAtRestart) ? 'after-restart' : why[step.undo.kind],
    actions: missed.map((action) => asTyped(context, action)),
  };
  const left = missed.length === 0 ? leftovers : [...leftovers, commands];
  const outcome: StepOutcome = left.length === 0 && !isLost ? 'undone' : 'not-undone';
  await append(stepRecord(host.clock.now(), { hash: course.planHash }, step, outcome));
  const remainder = left.flatMap((leftover) => describeLeftover(leftover, text));
  onStep?.(step.id, outcome, isLost ? [text.cannotBeUndone] : remainder);
  return left;
}

const why = { exact: 'failed', equivalent: 'offered', none: 'failed' } as const;

/** With the path of the backup in it, so that a person can run it. */
function asTyped({ host, journal }: SessionContext, action: Action): Action {
  if (action.kind !== 'run' || action.backup === undefined) return action;
  const saved = courseOf(journal).backups.find(({ name }) => name === action.backup);
  if (saved?.file === undefined || saved.file === null) return action;
  const path = host.state.path(`${sessionFolder(journal.session)}/${saved.file}`);
  return { ...action, command: withBackup(action.command, path) };
}
