/** `fix` and `resume` without a screen: the same flow, answered beforehand by `--yes`. */
import { createActor, fromPromise } from 'xstate';
import {
  nextToConfirm,
  type TroubleshooterEvent,
  type Unfinished,
} from '../../machines/troubleshooter-setup.js';
import { unprovided } from '../../machines/unprovided.js';
import { verificationMachine } from '../../machines/verification.js';
import type { RemedyOffer } from '../domain/diagnosis.js';
import type { RemedyId } from '../domain/ids.js';
import type { UnfinishedSession } from '../journal/session-summary.js';
import { changeLines } from '../ui/machine-changes.js';
import { resultEntries } from '../ui/result-rows.js';
import { copiedLines } from '../ui/summary.js';
import { refusalWords, stepWords } from '../ui/words.js';
import { machineChanges } from '../workflow/machine-changes.js';
import type { CaseView } from '../workflow/case-file.js';
import { findUnfinishedFor } from '../workflow/recovery.js';
import { returnCommandLine } from '../workflow/return-after-logon.js';
import type { Troubleshooting } from '../workflow/troubleshooting.js';
import { lockMachine, openTroubleshooting, refuseDamagedSession, type CommandContext } from './context.js';
import { drive, type Answers, type RestingState, type Snapshot } from './drive.js';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-codes.js';
import { writePlan } from './plan-report.js';
import { Refusal } from './refusal.js';
import { treatmentJson, type TreatmentState } from './treatment-json.js';

export interface FixRequest {
  readonly remedy: RemedyId;
  readonly target: string | null;
}

/** @throws {Refusal} where nothing may be changed */
export async function fix(
  context: CommandContext,
  request: FixRequest,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { options, text, machine } = context;
  if (machine.kind === 'replay' && !options.dryRun) throw new Refusal(text.capture.command.nothingToChange);
  if (!options.yes && !options.dryRun) throw new Refusal(text.cli.refusals.needsYes(request.remedy));
  const lock = await lockMachine(context, `fix ${request.remedy}`);
  const troubleshooting = openTroubleshooting(context);
  try {
    if (!options.dryRun) await refuseDamagedSession(context);
    const { session } = await findUnfinishedFor(context.machine);
    if (session !== null && !options.dryRun) {
      throw new Refusal(text.cli.refusals.unfinished(session.summary.session));
    }
    return await treat(context, troubleshooting, request, signal);
  } finally {
    await troubleshooting.close();
    await lock.release();
  }
}

/** Goes on with the unfinished session. @throws {Refusal} where there is none, or Windows has to restart first */
export async function resume(context: CommandContext, signal: AbortSignal): Promise<ExitCode> {
  const { options, text } = context;
  const lock = await lockMachine(context, 'resume');
  const troubleshooting = openTroubleshooting(context);
  try {
    const { unfinished, session } = await findUnfinishedFor(context.machine);
    if (session === null) await refuseDamagedSession(context);
    if (session === null) throw new Refusal(text.cli.refusals.nothingToResume);
    if (unfinished === 'awaiting-restart') {
      // Takes the session up, which registers the return anew where a sign-in used it up.
      await troubleshooting.treatment.findUnfinished();
      throw new Refusal(text.cli.refusals.restartFirst, exitCodes.restartNeeded);
    }
    if (!options.yes && !options.dryRun)
      throw new Refusal(text.cli.refusals.needsYes(session.summary.remedy));
    if (!options.dryRun) await refuseStale(context, session);
    return await treat(context, troubleshooting, null, signal);
  } finally {
    await troubleshooting.close();
    await lock.release();
  }
}

/** Nobody sees the plan here: what is old, or was made for a machine that has changed, needs somebody who does. */
async function refuseStale({ machine, text }: CommandContext, unfinished: UnfinishedSession): Promise<void> {
  const changes = await machineChanges(machine, unfinished.course);
  const why = [
    ...(unfinished.age === 'old' ? [text.cli.refusals.tooOld] : []),
    ...changeLines(changes, text).map((line) =>
      /[.。]$/.test(line) ? line : `${line}${text.cli.refusals.stop}`,
    ),
  ];
  if (why.length > 0) throw new Refusal(text.cli.refusals.stale(unfinished.summary.session, why));
}

/** Null: the remainder of the unfinished session. */
async function treat(
  context: CommandContext,
  troubleshooting: Troubleshooting,
  request: FixRequest | null,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { options, text, output } = context;
  const { caseFile, machine } = troubleshooting;
  const actor = createActor(options.dryRun ? dryRunOf(machine, request) : machine);
  const stopTelling = tellProgress(context, troubleshooting);
  // A second Ctrl+C, or the time limit, ends between two steps with everything taken back.
  const interrupt = () => {
    actor.send({ type: 'INTERRUPT' });
    actor.send({ type: 'ROLL_BACK' });
    actor.send({ type: 'LEAVE' });
  };
  signal.addEventListener('abort', interrupt, { once: true });
  actor.start();
  const { state, snapshot } = await drive(
    actor,
    answersFor(context, request, () => caseFile.view().diagnosis?.offers ?? []),
  );
  signal.removeEventListener('abort', interrupt);
  stopTelling();
  const { plan } = caseFile.view();
  if (snapshot.context.notice !== null) throw refusalOf(snapshot, context, request, caseFile.view());
  const end = endOf(state, snapshot, options.dryRun);
  output.object(
    treatmentJson(caseFile.view(), end.state, (step) => lossOf(stepWords(text, step.text).lost, step.effect)),
  );
  if (!output.json) writeEnd(context, troubleshooting, end.state, plan !== null && options.dryRun);
  return signal.aborted && end.exitCode !== exitCodes.ok ? exitCodes.interrupted : end.exitCode;
}

/** Where nothing is left but to verify, the flow would; a dry run must neither start WSL nor close the session. */
function dryRunOf(
  machine: Troubleshooting['machine'],
  request: FixRequest | null,
): Troubleshooting['machine'] {
  const dry = machine.provide({
    actors: { verification: verificationMachine, recordHandOver: fromPromise<unknown>(unprovided) },
  });
  // What is unfinished is in the way of a plan, and not of a look at one.
  const nothing = fromPromise<{ readonly unfinished: Unfinished }>(() =>
    Promise.resolve({ unfinished: 'none' }),
  );
  return request === null ? dry : dry.provide({ actors: { findUnfinished: nothing } });
}

function answersFor(
  context: CommandContext,
  request: FixRequest | null,
  offers: () => readonly RemedyOffer[],
): Answers {
  const { options, text } = context;
  const leave: TroubleshooterEvent = { type: 'LEAVE' };
  let chosen = false;
  return {
    recovering: () => (request === null && !chosen ? ((chosen = true), { type: 'FINISH' }) : leave),
    reviewing: () => ({ type: 'CONTINUE' }),
    choosing(snapshot) {
      if (request === null || chosen || snapshot.context.notice !== null) return leave;
      chosen = true;
      refuseUnknownTarget(offers(), request, text);
      return { type: 'CHOOSE', ...request };
    },
    'planning.shown': ({ context: { plan } }) =>
      options.dryRun || plan === null ? leave : { type: 'ACCEPT_PLAN', planHash: plan.hash },
    confirming(snapshot) {
      const { plan } = snapshot.context;
      const step = nextToConfirm(snapshot.context);
      if (plan === null || step === undefined) return leave;
      context.output.progress(text.cli.report.confirmedBeforehand(step.id));
      return { type: 'CONFIRM', stepId: step.id, planHash: plan.hash };
    },
  };
}

/** @throws {Refusal} */
function refuseUnknownTarget(
  offers: readonly RemedyOffer[],
  { remedy, target }: FixRequest,
  text: CommandContext['text'],
): void {
  if (target === null) return;
  const targets = offers.find(({ id }) => id === remedy)?.targets ?? [];
  if (targets.some((each) => each.toLowerCase() === target.toLowerCase())) return;
  throw new Refusal(text.cli.refusals.unknownTarget(remedy, target, targets));
}

function endOf(
  state: RestingState | null,
  snapshot: Snapshot,
  dryRun: boolean,
): { readonly state: TreatmentState; readonly exitCode: ExitCode } {
  if (dryRun) return { state: 'planned', exitCode: exitCodes.ok };
  switch (state) {
    case 'resolved':
    case 'deciding': {
      const { verdict } = snapshot.context;
      return { state: 'done', exitCode: verdict === null ? exitCodes.problemLeft : exitCodeOf(verdict) };
    }
    case 'handedOver': {
      // What is done in the window or with the copy is the person's: the problem that was found is still there as far as anybody knows.
      const isHealthy = snapshot.context.health === 'healthy';
      return { state: 'done', exitCode: isHealthy ? exitCodes.ok : exitCodes.problemLeft };
    }
    case 'awaitingRestart.waiting':
    case 'awaitingRestart.confirming':
      return { state: 'awaiting-restart', exitCode: exitCodes.restartNeeded };
    case 'rolledBack':
      return { state: 'rolled-back', exitCode: exitCodes.rolledBack };
    case 'notFullyRolledBack':
      return { state: 'not-fully-rolled-back', exitCode: exitCodes.notFullyRolledBack };
    case 'stopped':
      return { state: 'interrupted', exitCode: exitCodes.interrupted };
    default:
      return { state: 'refused', exitCode: exitCodes.refused };
  }
}

/** Why the flow came back without having begun. */
function refusalOf(
  snapshot: Snapshot,
  context: CommandContext,
  request: FixRequest | null,
  { planRefusal }: Pick<CaseView, 'planRefusal'>,
): Refusal {
  const { text } = context;
  const remedy = request?.remedy ?? snapshot.context.plan?.remedy ?? '';
  switch (snapshot.context.notice) {
    case 'facts-moved':
      return new Refusal(text.cli.refusals.factsMoved(remedy));
    case 'journal-failed':
      return new Refusal(
        text.cli.refusals.stateFolderUnusable(context.machine.state.root, text.cli.refusals.diskRefused),
      );
    case 'elevation-refused':
      return new Refusal(
        text.cli.refusals.remedyUnavailable(remedy, refusalWords(text, { code: 'needs-elevation' })),
      );
    default:
      return new Refusal(
        planRefusal === null
          ? text.cli.refusals.planningFailed(remedy)
          : text.cli.refusals.remedyUnavailable(remedy, refusalWords(text, planRefusal)),
      );
  }
}

function writeEnd(
  { text, output }: CommandContext,
  troubleshooting: Troubleshooting,
  state: TreatmentState,
  showPlan: boolean,
): void {
  const view = troubleshooting.caseFile.view();
  const words = text.cli.report;
  if (showPlan && view.plan !== null) {
    output.line(words.dryRun);
    output.line();
    writePlan(view.plan, text, output, returnCommandLine(troubleshooting.host));
    return;
  }
  if (state === 'rolled-back') output.line(words.rolledBack);
  if (state === 'not-fully-rolled-back') output.line(words.notFullyRolledBack);
  for (const { stepId, remainder } of view.steps) {
    if (remainder.length > 0) output.line(`  ${stepId}`);
    for (const line of remainder) output.line(`    ${line}`);
  }
  if (state === 'awaiting-restart') {
    output.line(words.awaitingRestart);
    if (view.comesBack === 'by-itself') output.line(words.comesBackByItself);
    const byHand = view.place?.resumeCommand ?? null;
    if (byHand !== null) output.line(`${words.comeBackByHand}\n    ${byHand}`);
  }
  if (view.handedOver !== null) output.line(words.handedOver);
  if (view.copied !== null) for (const line of copiedLines(view.copied, text)) output.line(line);
  if (state === 'done' && view.verdict !== null) output.line(words.verdict(view.verdict));
  for (const { label, value } of resultEntries({ view, text })) {
    if (value !== '') output.line(`${label}: ${value.replaceAll('\n', '\n    ')}`);
  }
}

/** Each step as it begins and ends, on standard error. */
function tellProgress({ output, text }: CommandContext, { caseFile }: Troubleshooting): () => void {
  const told = new Map<string, string>();
  return caseFile.subscribe(() => {
    const { steps, plan } = caseFile.view();
    for (const { stepId, status } of steps) {
      if (status === 'planned' || told.get(stepId) === status) continue;
      told.set(stepId, status);
      const step = plan?.steps.find(({ id }) => id === stepId);
      output.progress(`${status}: ${step === undefined ? stepId : stepWords(text, step.text).title}`);
    }
  });
}

function lossOf(sentence: string, effect: string): string | null {
  return effect === 'destructive' && sentence !== '' ? sentence : null;
}
