/** The real machine with fake effects: each one is written down as a string and answers what the test says. */
import { createActor, fromPromise, waitFor, type ActorRefFrom } from 'xstate';
import { diagnosisMachine } from '../../machines/diagnosis.js';
import { treatmentMachine, type RunStepOutput } from '../../machines/treatment.js';
import {
  nextToConfirm,
  type PlanRequest,
  type TroubleshooterEvent,
  type Unfinished,
} from '../../machines/troubleshooter-setup.js';
import { troubleshooterMachine } from '../../machines/troubleshooter.js';
import { verificationMachine, type NetworkChecks } from '../../machines/verification.js';
import type { Depth } from '../../src/domain/diagnosis.js';
import type { Health, Verdict } from '../../src/domain/ids.js';
import { restartStepId, type PlanOutline } from '../../src/domain/plan.js';
import { resetPlan } from './plans.js';

export const works: NetworkChecks = { started: true, mode: 'nat', network: true, complaints: false };
export const broken: NetworkChecks = { started: true, mode: 'nat', network: false, complaints: false };

/** What an effect answers, call by call; the last answer stays. An `Error` rejects, a promise is waited for. */
type Answers<T> = readonly (T | Promise<T> | Error)[];

export interface Script {
  readonly findUnfinished: Answers<Unfinished>;
  readonly health: Answers<Health>;
  readonly makePlan: Answers<PlanOutline>;
  readonly elevate: Answers<void>;
  readonly elevateToLook: Answers<void>;
  readonly moved: Answers<boolean>;
  readonly openJournal: Answers<void>;
  /** In the order of the steps that run. */
  readonly runStep: Answers<RunStepOutput['outcome']>;
  readonly settleServices: Answers<void>;
  readonly rollBackIsComplete: Answers<boolean>;
  readonly restarted: Answers<boolean>;
  readonly forget: Answers<void>;
  readonly checks: Answers<NetworkChecks>;
  readonly hostOnline: Answers<boolean>;
}

const goodDay: Script = {
  findUnfinished: ['none'],
  health: ['broken'],
  makePlan: [resetPlan],
  elevate: [undefined],
  elevateToLook: [undefined],
  moved: [false],
  openJournal: [undefined],
  runStep: ['done'],
  settleServices: [undefined],
  rollBackIsComplete: [true],
  restarted: [true],
  forget: [undefined],
  checks: [works],
  hostOnline: [true],
};

export function startFlow(changes: Partial<Script> = {}) {
  const effects: string[] = [];
  const awaited = new Map<string, () => void>();
  const script = { ...goodDay, ...changes };
  const ask = <T>(answers: Answers<T>) => {
    let calls = 0;
    return async (effect: string): Promise<T> => {
      effects.push(effect);
      awaited.get(effect)?.();
      const answer = answers[Math.min(calls, answers.length - 1)];
      calls += 1;
      if (answer instanceof Error) throw answer;
      // The script's lists are never empty, so that only `void` can be undefined here.
      return (await answer) as T;
    };
  };
  const machine = provideFakes(script, ask);
  const actor = createActor(machine);
  actor.start();

  return {
    actor,
    machine,
    effects,
    send: (event: TroubleshooterEvent) => {
      actor.send(event);
    },
    reaches: async (name: string) => {
      const { context } = await waitFor(actor, ({ value }) => stateName(value) === name);
      return context;
    },
    treatmentReaches: async (name: string) => {
      const treatment = actor.getSnapshot().children.treatment as ActorRefFrom<typeof treatmentMachine>;
      await waitFor(treatment, ({ value }) => stateName(value) === name);
    },
    /** Resolves when the effect begins; to be called before. */
    begins: (effect: string) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      awaited.set(effect, () => resolve(undefined));
      return promise;
    },
    /** Confirms the destructive steps one by one, as the screens ask; with a number, only so many. */
    confirm: (count = Infinity) => {
      for (let given = 0; given < count && actor.getSnapshot().matches('confirming'); given += 1) {
        const { context } = actor.getSnapshot();
        const step = nextToConfirm(context);
        if (step === undefined || context.plan === null) throw new Error('No screen is due.');
        actor.send({ type: 'CONFIRM', stepId: step.id, planHash: context.plan.hash });
      }
    },
    confirmRestart: () => {
      const planHash = actor.getSnapshot().context.plan?.hash ?? 'known to the journal';
      actor.send({ type: 'CONFIRM', stepId: restartStepId, planHash });
    },
  };
}

export type Flow = ReturnType<typeof startFlow>;

/** From the start to the first confirm screen. */
export async function toConfirming(flow: Flow, planHash = resetPlan.hash): Promise<void> {
  await flow.reaches('reviewing');
  flow.send({ type: 'CONTINUE' });
  flow.send({ type: 'CHOOSE', remedy: 'reset-network-stack', target: null });
  await flow.reaches('planning.shown');
  flow.send({ type: 'ACCEPT_PLAN', planHash });
}

/** A promise with its end in the test's hand. */
export function gate<T>(): { readonly promise: Promise<T>; open(value: T): void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { promise, open: resolve };
}

type Ask = <T>(answers: Answers<T>) => (effect: string) => Promise<T>;

function provideFakes(script: Script, ask: Ask) {
  const findUnfinished = ask(script.findUnfinished);
  const makePlan = ask(script.makePlan);
  const elevate = ask(script.elevate);
  const elevateToLook = ask(script.elevateToLook);
  const recheck = ask(script.moved);
  const rollBack = ask(script.rollBackIsComplete);
  const restart = ask(script.restarted);
  const forget = ask(script.forget);
  const readHistory = ask<unknown>([undefined]);
  const recordHandOver = ask<unknown>([undefined]);
  return troubleshooterMachine.provide({
    actors: {
      findUnfinished: fromPromise(async () => ({ unfinished: await findUnfinished('findUnfinished') })),
      forget: fromPromise<unknown>(() => forget('forget')),
      diagnosis: fakeDiagnosis(script, ask),
      makePlan: fromPromise<PlanOutline, PlanRequest>(({ input }) => makePlan(`makePlan ${input.kind}`)),
      elevate: fromPromise<unknown>(() => elevate('elevate')),
      elevateToLook: fromPromise<unknown>(() => elevateToLook('elevateToLook')),
      recheck: fromPromise<{ moved: boolean }, { planHash: string }>(async ({ input }) => ({
        moved: await recheck(`recheck ${input.planHash}`),
      })),
      treatment: fakeTreatment(script, ask),
      readHistory: fromPromise<unknown>(() => readHistory('readHistory')),
      rollBack: fromPromise<{ complete: boolean }, { session: string | null }>(async ({ input }) => ({
        complete: await rollBack(input.session === null ? 'rollBack' : `rollBack ${input.session}`),
      })),
      verification: fakeVerification(script, ask),
      recordHandOver: fromPromise<unknown>(() => recordHandOver('recordHandOver')),
      restartWindows: fromPromise<
        { restarted: boolean },
        { confirmation: { stepId: string; planHash: string } }
      >(async ({ input: { confirmation } }) => ({
        restarted: await restart(`restartWindows ${confirmation.stepId} ${confirmation.planHash}`.trim()),
      })),
    },
  });
}

function fakeDiagnosis(script: Script, ask: Ask) {
  const runProbes = ask([undefined]);
  const judge = ask(script.health);
  return diagnosisMachine.provide({
    actors: {
      runProbes: fromPromise<unknown, { readonly depth: Depth }>(({ input: { depth } }) =>
        runProbes(depth === 'usual' ? 'runProbes' : `runProbes ${depth}`),
      ),
      judge: fromPromise(async () => ({ health: await judge('judge') })),
    },
  });
}

function fakeTreatment(script: Script, ask: Ask) {
  const openJournal = ask(script.openJournal);
  const runStep = ask(script.runStep);
  const settle = ask(script.settleServices);
  return treatmentMachine.provide({
    actors: {
      openJournal: fromPromise<unknown, { planHash: string; confirmed: readonly string[] }>(({ input }) =>
        openJournal(`openJournal ${input.planHash}: ${input.confirmed.join(' ')}`),
      ),
      runStep: fromPromise(async ({ input }) => {
        const { stepId, confirmation } = input;
        const token =
          confirmation === null ? '' : ` confirmed ${confirmation.stepId} ${confirmation.planHash}`;
        return { outcome: await runStep(`runStep ${stepId}${token}`) };
      }),
      settleServices: fromPromise<unknown, { planHash: string }>(({ input }) =>
        settle(`settleServices ${input.planHash}`),
      ),
    },
  });
}

function fakeVerification(script: Script, ask: Ask) {
  const runChecks = ask(script.checks);
  const checkHost = ask(script.hostOnline);
  const record = ask([undefined]);
  return verificationMachine.provide({
    actors: {
      runChecks: fromPromise(() => runChecks('runChecks')),
      checkHost: fromPromise(async () => ({ online: await checkHost('checkHost') })),
      recordVerdict: fromPromise<unknown, { verdict: Verdict }>(({ input }) =>
        record(`recordVerdict ${input.verdict}`),
      ),
    },
  });
}

function stateName(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[outer, inner] = ['', '']] = Object.entries(value as Readonly<Record<string, unknown>>);
  return `${outer}.${stateName(inner)}`;
}
