/** The words of the flow: its events, context, guards, actions, and the effects that are provided from outside. */
import { assign, fromPromise, sendTo, setup } from 'xstate';
import type { Depth } from '../src/domain/diagnosis.js';
import type { Health, RemedyId, Verdict } from '../src/domain/ids.js';
import { restartStepId, type PlanOutline, type StepOutline } from '../src/domain/plan.js';
import { diagnosisMachine } from './diagnosis.js';
import { treatmentMachine, type TreatmentEnd, type TreatmentEvent } from './treatment.js';
import { unprovided } from './unprovided.js';
import { verificationMachine } from './verification.js';

/** What an earlier run left behind. */
export type Unfinished =
  | 'none'
  | 'interrupted'
  /** Windows has not restarted since. */
  | 'awaiting-restart'
  /** Windows has restarted: the second half or the verification is due. */
  | 'restarted';

/** Why the flow is where it is, where that is not what the person asked for. */
export type Notice =
  | 'facts-moved'
  | 'elevation-refused'
  | 'look-refused'
  | 'planning-failed'
  | 'journal-failed'
  | 'restart-failed'
  | 'forget-failed';

export interface ChosenRemedy {
  readonly remedy: RemedyId;
  readonly target: string | null;
}
/** `remainder`: what is left of the unfinished session, planned anew. */
export type PlanRequest = (ChosenRemedy & { readonly kind: 'remedy' }) | { readonly kind: 'remainder' };

export interface TroubleshooterContext {
  readonly health: Health | null;
  /** How far the next diagnosis looks. */
  readonly depth: Depth;
  readonly unfinished: Unfinished;
  readonly request: PlanRequest | null;
  readonly plan: PlanOutline | null;
  /** Ids of this plan's steps that were confirmed. */
  readonly confirmed: readonly string[];
  readonly verdict: Verdict | null;
  /** The session of the past that is looked at, or being undone. */
  readonly session: string | null;
  readonly notice: Notice | null;
}

export type TroubleshooterEvent =
  | { readonly type: 'FINISH' }
  | { readonly type: 'UNDO' }
  | { readonly type: 'FORGET' }
  | { readonly type: 'DIAGNOSE' }
  | { readonly type: 'LOOK_DEEPER' }
  | { readonly type: 'LOOK'; readonly depth: Depth }
  | { readonly type: 'CONTINUE' }
  | ({ readonly type: 'CHOOSE' } & ChosenRemedy)
  | { readonly type: 'BACK' }
  | { readonly type: 'ACCEPT_PLAN'; readonly planHash: string }
  | { readonly type: 'CONFIRM'; readonly stepId: string; readonly planHash: string }
  /** What was done on this machine before. */
  | { readonly type: 'HISTORY' }
  | { readonly type: 'OPEN_SESSION'; readonly session: string }
  | { readonly type: 'REFUSE' }
  | { readonly type: 'RESTART' }
  | { readonly type: 'KEEP' }
  | { readonly type: 'LEAVE' }
  | TreatmentEvent;

export const troubleshooterSetup = setup({
  types: {
    context: {} as TroubleshooterContext,
    events: {} as TroubleshooterEvent,
  },
  actors: {
    /** Sweeps leftovers and reads the journal. */
    findUnfinished: fromPromise<{ readonly unfinished: Unfinished }>(unprovided),
    /** Settles services and closes the session; rejects where either fails. */
    forget: fromPromise<unknown>(unprovided),
    diagnosis: diagnosisMachine,
    /** Asks for elevation for a look that changes nothing. */
    elevateToLook: fromPromise<unknown>(unprovided),
    makePlan: fromPromise<PlanOutline, PlanRequest>(unprovided),
    elevate: fromPromise<unknown>(unprovided),
    /** Reads the plan's facts again. */
    recheck: fromPromise<{ readonly moved: boolean }, { readonly planHash: string }>(unprovided),
    treatment: treatmentMachine,
    /** Reads the journals of all sessions into the case file. */
    readHistory: fromPromise<unknown>(unprovided),
    /** `session` null: the one that is open. */
    rollBack: fromPromise<{ readonly complete: boolean }, { readonly session: string | null }>(unprovided),
    verification: verificationMachine,
    /** Closes the session: no verdict over the network would be about it. */
    recordHandOver: fromPromise<unknown>(unprovided),
    /** `restarted`: this process lived through it (a practice machine). */
    restartWindows: fromPromise<
      { readonly restarted: boolean },
      { readonly confirmation: { readonly stepId: string; readonly planHash: string } }
    >(unprovided),
  },
  guards: {
    nothingUnfinished: (_, output: { readonly unfinished: Unfinished }) => output.unfinished === 'none',
    wasDiagnosed: ({ context }) => context.health !== null,
    restartIsDue: ({ context }) => context.unfinished === 'awaiting-restart',
    remainderWasWanted: ({ context }) => context.request?.kind === 'remainder',
    nothingLeftToHandOver: (_, plan: PlanOutline) => plan.steps.length === 0 && plan.handsOver,
    planIsEmpty: (_, plan: PlanOutline) => plan.steps.length === 0,
    isThisPlan: ({ context }, planHash: string) => context.plan?.hash === planHash,
    isNextToConfirm: ({ context }, step: { readonly stepId: string; readonly planHash: string }) =>
      context.plan?.hash === step.planHash && nextToConfirm(context)?.id === step.stepId,
    isRestartConfirmation: ({ context }, step: { readonly stepId: string; readonly planHash: string }) =>
      // After a start over only the journal knows the plan; nothing here could be mistaken for it.
      step.stepId === restartStepId && (context.plan === null || step.planHash === context.plan.hash),
    allConfirmed: ({ context }) => nextToConfirm(context) === undefined,
    needsElevation: ({ context }) => context.plan?.needsElevation === true,
    factsMoved: (_, output: { readonly moved: boolean }) => output.moved,
    treatmentEndedBy: (_, params: { readonly end: TreatmentEnd; readonly wanted: TreatmentEnd }) =>
      params.end === params.wanted,
    handedOver: ({ context }, end: TreatmentEnd) => end === 'completed' && context.plan?.handsOver === true,
    rollBackIsComplete: (_, output: { readonly complete: boolean }) => output.complete,
    isNotRepaired: (_, output: { readonly verdict: Verdict }) => output.verdict === 'not-repaired',
    hasRestarted: (_, output: { readonly restarted: boolean }) => output.restarted,
  },
  actions: {
    takePlan: assign((_, plan: PlanOutline) => ({ plan, confirmed: [], verdict: null, notice: null })),
    takeChoice: assign({
      request: (_, { remedy, target }: ChosenRemedy) => ({ kind: 'remedy' as const, remedy, target }),
      // What an earlier plan came to says nothing of the next.
      verdict: null,
    }),
    dropPlan: assign({ plan: null, confirmed: [], request: null }),
    markConfirmed: assign({
      confirmed: ({ context }, stepId: string) => [...context.confirmed, stepId],
    }),
    closeSession: assign({ session: null }),
    notice: assign({ notice: (_, notice: Notice | null) => notice }),
    tellTreatment: sendTo('treatment', ({ event }) => event as TreatmentEvent),
  },
});

/** The destructive step whose screen is due, or undefined when every one is confirmed. */
export function nextToConfirm(
  context: Pick<TroubleshooterContext, 'plan' | 'confirmed'>,
): StepOutline | undefined {
  return context.plan?.steps.find(
    (step) => step.effect === 'destructive' && !context.confirmed.includes(step.id),
  );
}

/** Throws where no plan was made, which no state that asks can be in. */
export function planOf(context: TroubleshooterContext): PlanOutline {
  if (context.plan === null) throw new Error('There is no plan in this state.');
  return context.plan;
}

/** Throws where nothing was chosen. */
export function planRequest(context: TroubleshooterContext): PlanRequest {
  if (context.request === null) throw new Error('Nothing was chosen in this state.');
  return context.request;
}

/** The guard for a treatment that ended in this way. */
export function endedBy(wanted: TreatmentEnd) {
  return {
    type: 'treatmentEndedBy' as const,
    params: ({ event }: { readonly event: { readonly output: { readonly end: TreatmentEnd } } }) => ({
      end: event.output.end,
      wanted,
    }),
  };
}
