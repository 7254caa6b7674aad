/**
 * The executor of one step. It believes nobody: whoever calls it, a destructive step runs only with the confirmation that
 * names this step of this plan, after the steps before it, and only if its actions are our own.
 */
import type { RunStepInput, RunStepOutput } from '../../machines/treatment.js';
import type { Confirmation, Plan, Step, StepOutcome } from '../domain/plan.js';
import type { MachinePaths } from '../host/host.js';
import { promisesOf } from '../journal/session-course.js';
import { waitUntilHolds } from './check-state.js';
import { isOwnAction } from './own-action.js';
import { runActions, type ActionsEnd } from './run-actions.js';
import { actionContext, courseOf, settleAndJournal, type SessionContext } from './session-context.js';

/** The executor was asked for something that it does not do. Nothing ran, and nothing was journalled. */
export class StepRefused extends Error {
  override readonly name = 'StepRefused';
  constructor(
    readonly reason:
      | 'unknown-plan'
      | 'unknown-step'
      | 'not-confirmed'
      | 'confirmed-for-another-step'
      | 'confirmed-for-another-plan'
      | 'out-of-order'
      | 'not-our-action',
    readonly stepId: string,
  ) {
    super(`The step ${stepId} was refused: ${reason}.`);
  }
}

/** Runs one step of the plan that the journal is at. Throws `StepRefused`, and what the journal throws. */
export async function runStep(
  context: SessionContext,
  plan: Plan,
  input: RunStepInput,
): Promise<RunStepOutput> {
  const step = refuseOrFind(context, plan, input);
  const { host, journal } = context;
  const append = journal.append.bind(journal);
  const end = await runActions(actionContext(context, step, append), {
    planHash: plan.hash,
    step: step.id,
    phase: 'apply',
    actions: step.actions,
    append,
    // How a changing command ended is unknown after a timeout: the checks look at the machine instead.
    goesOn: (_, { fault, result }) => fault === null && result.ended !== 'timed-out',
  });
  const isProven = end.fault === null && (await isDone(context, step, end));
  const isLast = plan.steps.at(-1)?.id === step.id;
  const isGood = isProven && (!isLast || (await servicesAreKept(context)));
  const outcome = isGood ? (end.ran ? 'done' : 'skipped') : 'failed';
  await append(stepRecord(host.clock.now(), plan, step, outcome));
  if (isGood && isLast && plan.restart) {
    await append({ kind: 'awaiting-restart', at: host.clock.now(), bootTime: await host.bootTime() });
  }
  return { outcome };
}

export function stepRecord(at: number, plan: Pick<Plan, 'hash'>, step: Step, outcome: StepOutcome) {
  return { kind: 'step' as const, at, planHash: plan.hash, step: step.id, outcome };
}

/** Throws where a step holds anything that is not our own, so that a plan is refused as a whole and before it begins. */
export function refuseForeignPlan(paths: MachinePaths, plan: Plan): void {
  for (const { id, actions, undo } of plan.steps) {
    const isOwn =
      actions.every((action) => isOwnAction(paths, action, 'apply')) &&
      undo.actions.every((action) => isOwnAction(paths, action, 'undo'));
    if (!isOwn) throw new StepRefused('not-our-action', id);
  }
}

function refuseOrFind(context: SessionContext, plan: Plan, input: RunStepInput): Step {
  const { stepId, planHash } = input;
  const course = courseOf(context.journal).lastPlan;
  if (planHash !== plan.hash || course.plan.hash !== plan.hash) throw new StepRefused('unknown-plan', stepId);
  const at = plan.steps.findIndex(({ id }) => id === stepId);
  const step = plan.steps[at];
  if (step === undefined) throw new StepRefused('unknown-step', stepId);
  if (isDestructive(step)) refuseUnconfirmed(plan, step, input.confirmation);
  if (!step.actions.every((action) => isOwnAction(context.host.paths, action, 'apply'))) {
    throw new StepRefused('not-our-action', stepId);
  }
  // A backup comes before what it is for, and no step runs twice.
  const earlier = course.steps.slice(0, at).map(({ standing }) => standing);
  const isNext = course.steps[at]?.standing === 'planned';
  if (!isNext || !earlier.every((standing) => standing === 'done' || standing === 'skipped')) {
    throw new StepRefused('out-of-order', stepId);
  }
  return step;
}

function refuseUnconfirmed(plan: Plan, step: Step, confirmation: Confirmation | null): void {
  if (confirmation === null) throw new StepRefused('not-confirmed', step.id);
  if (confirmation.stepId !== step.id) throw new StepRefused('confirmed-for-another-step', step.id);
  if (confirmation.planHash !== plan.hash) throw new StepRefused('confirmed-for-another-plan', step.id);
}

/** By its commands, too: a step that calls itself harmless is not thereby so. */
function isDestructive(step: Step): boolean {
  return (
    step.effect === 'destructive' ||
    step.actions.some((action) => 'command' in action && action.command.effect === 'destructive')
  );
}

/** A step without checks is believed where its last command ended with 0; savings are checked by themselves. */
async function isDone({ host }: SessionContext, step: Step, end: ActionsEnd): Promise<boolean> {
  const commandsRan = end.ran && step.actions.some(({ kind }) => kind === 'run');
  if (step.checks.length === 0) return !commandsRan || end.lastExit === 0;
  for (const check of step.checks) {
    const isNeedless = check.kind === 'exit-code' && !end.ran;
    if (!isNeedless && !(await waitUntilHolds(host, check, end.lastExit))) return false;
  }
  return true;
}

/** Whatever the plan forgot, or an earlier run left: a plan does not end well while a service is down. */
async function servicesAreKept(context: SessionContext): Promise<boolean> {
  const unsettled = await settleAndJournal(context, (record) => context.journal.append(record), {
    promises: promisesOf(courseOf(context.journal)),
    prefer: 'either',
  });
  return unsettled.length === 0;
}
