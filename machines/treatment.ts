/**
 * Carries out one plan, step by step. It may be interrupted at any moment: the running step always ends first, because
 * a half-run command is the one thing that nobody can undo.
 */
import { assign, fromPromise, setup, stateIn } from 'xstate';
import { unprovided } from './unprovided.js';
import type { Confirmation, PlanOutline, StepOutline } from '../src/domain/plan.js';

export interface TreatmentInput {
  readonly plan: PlanOutline;
  /** Ids of the steps that a person confirmed for this plan. */
  readonly confirmed: readonly string[];
}

interface TreatmentContext {
  readonly planHash: string;
  readonly steps: readonly StepOutline[];
  readonly restart: boolean;
  readonly confirmed: readonly string[];
  /** Index of the step that runs or comes next. */
  readonly index: number;
}

/** `not-begun`: the journal could not be written, so nothing was run. */
export type TreatmentEnd = 'completed' | 'restart' | 'stopped' | 'roll-back' | 'failed' | 'not-begun';

export type TreatmentEvent =
  | { readonly type: 'INTERRUPT' }
  /** Takes an interrupt back. */
  | { readonly type: 'RESUME' }
  | { readonly type: 'STOP_AFTER_STEP' }
  | { readonly type: 'ROLL_BACK' };

export interface TreatmentOutput {
  readonly end: TreatmentEnd;
}

export interface RunStepOutput {
  readonly outcome: 'done' | 'skipped' | 'failed';
}

export interface RunStepInput {
  readonly stepId: string;
  readonly planHash: string;
  /** Null for a step that needs none. The executor refuses a destructive step without the one that fits. */
  readonly confirmation: Confirmation | null;
}

export const treatmentMachine = setup({
  types: {
    context: {} as TreatmentContext,
    input: {} as TreatmentInput,
    events: {} as TreatmentEvent,
    output: {} as TreatmentOutput,
  },
  actors: {
    /** Opens the journal, writes the confirmations, and lays the local copy and `undo.cmd` ready. */
    openJournal: fromPromise<unknown, { readonly planHash: string; readonly confirmed: readonly string[] }>(
      unprovided,
    ),
    runStep: fromPromise<RunStepOutput, RunStepInput>(unprovided),
    /** Brings every service to its recorded state or to the plan's goal. */
    settleServices: fromPromise<unknown, { readonly planHash: string }>(unprovided),
  },
  guards: {
    restartIsNeeded: ({ context }) => noStepLeft(context) && context.restart,
    noStepIsLeft: ({ context }) => noStepLeft(context),
    stepIsAllowed: ({ context }) => stepIsAllowed(context),
    stepFailed: (_, output: RunStepOutput) => output.outcome === 'failed',
  },
  actions: {
    goToNextStep: assign({ index: ({ context }) => context.index + 1 }),
  },
}).createMachine({
  id: 'treatment',
  context: ({ input }) => ({
    planHash: input.plan.hash,
    steps: input.plan.steps,
    restart: input.plan.restart,
    confirmed: input.confirmed,
    index: 0,
  }),
  initial: 'opening',
  states: {
    opening: {
      initial: 'working',
      states: {
        working: { on: { INTERRUPT: 'interrupted' } },
        /** Nothing has run: once the journal is open, the first step waits for the answer or follows it. */
        interrupted: {
          on: { RESUME: 'working', STOP_AFTER_STEP: 'stopping', ROLL_BACK: 'stoppingToRollBack' },
        },
        stopping: { on: { ROLL_BACK: 'stoppingToRollBack' } },
        stoppingToRollBack: {},
      },
      invoke: {
        id: 'openJournal',
        src: 'openJournal',
        input: ({ context }) => ({ planHash: context.planHash, confirmed: context.confirmed }),
        onDone: [
          { guard: stateIn({ opening: 'interrupted' }), target: 'held' },
          { guard: stateIn({ opening: 'stopping' }), target: 'settling' },
          { guard: stateIn({ opening: 'stoppingToRollBack' }), target: 'rollBackWanted' },
          { target: 'betweenSteps' },
        ],
        onError: 'notBegun',
      },
    },
    betweenSteps: {
      always: [
        { guard: 'restartIsNeeded', target: 'restartNeeded' },
        { guard: 'noStepIsLeft', target: 'completed' },
        { guard: 'stepIsAllowed', target: 'applying' },
        // Cannot happen through the confirm screens; were it to, nothing unconfirmed runs and the rest is undone.
        { target: 'failed' },
      ],
    },
    applying: {
      initial: 'working',
      states: {
        working: { on: { INTERRUPT: 'interrupted' } },
        /** The step goes on while the person is asked. */
        interrupted: {
          on: { RESUME: 'working', STOP_AFTER_STEP: 'finishingStep', ROLL_BACK: 'finishingStepToRollBack' },
        },
        finishingStep: { on: { ROLL_BACK: 'finishingStepToRollBack' } },
        finishingStepToRollBack: {},
      },
      invoke: {
        id: 'runStep',
        src: 'runStep',
        input: ({ context }) => runStepInput(context),
        onDone: [
          { guard: { type: 'stepFailed', params: ({ event }) => event.output }, target: 'failed' },
          { guard: stateIn({ applying: 'interrupted' }), target: 'held', actions: 'goToNextStep' },
          { guard: stateIn({ applying: 'finishingStep' }), target: 'settling', actions: 'goToNextStep' },
          {
            guard: stateIn({ applying: 'finishingStepToRollBack' }),
            target: 'rollBackWanted',
            actions: 'goToNextStep',
          },
          { target: 'betweenSteps', actions: 'goToNextStep' },
        ],
        onError: 'failed',
      },
    },
    /** The step ended, or the journal was open, before the person answered: the next one does not begin. */
    held: { on: { RESUME: 'betweenSteps', STOP_AFTER_STEP: 'settling', ROLL_BACK: 'rollBackWanted' } },
    settling: {
      invoke: {
        id: 'settleServices',
        src: 'settleServices',
        input: ({ context }) => ({ planHash: context.planHash }),
        onDone: 'stopped',
        onError: 'rollBackWanted',
      },
    },
    completed: { type: 'final', output: { end: 'completed' } },
    restartNeeded: { type: 'final', output: { end: 'restart' } },
    stopped: { type: 'final', output: { end: 'stopped' } },
    rollBackWanted: { type: 'final', output: { end: 'roll-back' } },
    failed: { type: 'final', output: { end: 'failed' } },
    notBegun: { type: 'final', output: { end: 'not-begun' } },
  },
  // XState types the final states' outputs as unknown here; all of them are written just above.
  output: ({ event }) => event.output as TreatmentOutput,
});

function noStepLeft(context: TreatmentContext): boolean {
  return context.index >= context.steps.length;
}

function stepIsAllowed(context: TreatmentContext): boolean {
  const step = context.steps[context.index];
  return step !== undefined && (step.effect !== 'destructive' || context.confirmed.includes(step.id));
}

function runStepInput(context: TreatmentContext): RunStepInput {
  const step = context.steps[context.index];
  if (step === undefined) throw new Error('There is no step left to run.');
  const confirmed = context.confirmed.includes(step.id);
  return {
    stepId: step.id,
    planHash: context.planHash,
    confirmation: confirmed ? { stepId: step.id, planHash: context.planHash } : null,
  };
}
