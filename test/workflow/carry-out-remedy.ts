/** One remedy on one practice machine, from the diagnosis to the verdict and back, through the flow itself. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActor } from 'xstate';
import { nextToConfirm, type TroubleshooterEvent } from '../../machines/troubleshooter-setup.js';
import { drive, type Answers, type RestingState } from '../../src/cli/drive.js';
import type { RemedyId, Verdict } from '../../src/domain/ids.js';
import { restartStepId, type Plan } from '../../src/domain/plan.js';
import { systemClock } from '../../src/host/clock.js';
import type { Clock, Host } from '../../src/host/host.js';
import { openSimulatedHost, type SimulatedHost } from '../../src/host/simulated/simulated-host.js';
import type { World } from '../../src/host/simulated/world.js';
import { findWorld } from '../../src/host/simulated/worlds/worlds.js';
import { journalText } from '../../src/text/journal.js';
import type { CaseView } from '../../src/workflow/case-file.js';
import { createTroubleshooting, type Troubleshooting } from '../../src/workflow/troubleshooting.js';

export interface PracticeMachine {
  readonly host: SimulatedHost;
  /** Lets time go by that a person and a real machine would take. */
  readonly advance: (ms: number) => void;
  /** A new program over the same machine and the same folder; `seen` stands between it and the machine. */
  start(seen?: (host: Host) => Host): Troubleshooting;
  /** Called at a stop point of the world. */
  onStopPoint: () => void;
  /** Another machine of the same past, with a copy of the folder. */
  fork(): Promise<PracticeMachine>;
  dispose(): void;
}

export async function openPracticeMachine(
  id: string,
  change: (world: World) => void = () => undefined,
): Promise<PracticeMachine> {
  const world = findWorld(id)?.make(Date.now());
  if (world === undefined) throw new Error(`There is no world ${id}.`);
  world.elevated = true;
  change(world);
  return openOn(world, newStateRoot(), impatientClock());
}

async function openOn(
  world: World,
  stateRoot: string,
  clock: ReturnType<typeof impatientClock>,
): Promise<PracticeMachine> {
  const kill = () => machine.onStopPoint();
  const host = await openSimulatedHost({ world, pace: 'instant', stateRoot, clock, kill });
  const machine: PracticeMachine = {
    host,
    advance: clock.advance,
    start: (seen = (same) => same) =>
      createTroubleshooting({
        host: seen(host),
        program: 'test',
        copyProgram: () => Promise.resolve({ bundle: '/app.mjs', node: '/node' }),
        text: journalText.en,
      }),
    onStopPoint: () => undefined,
    fork() {
      const copy = newStateRoot();
      cpSync(stateRoot, copy, { recursive: true });
      return openOn(structuredClone(host.world), copy, clock);
    },
    dispose() {
      rmSync(stateRoot, { recursive: true, force: true });
    },
  };
  return machine;
}

/** In memory where there is such a folder: every record is flushed to the disk, which is not what is tested here. */
function newStateRoot(): string {
  const memory = '/dev/shm';
  return mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'wsl-netfix-remedy-'));
}

/** Looks that are repeated until something holds do not wait; limits of commands are real ones, and never reached. */
export function impatientClock(): Clock & { readonly advance: (ms: number) => void } {
  let jumped = 0;
  return {
    advance: (ms) => {
      jumped += ms;
    },
    now: () => Date.now() + jumped,
    sleep: (ms, signal) => {
      if (ms > 2_000) return systemClock.sleep(ms, signal);
      jumped += ms;
      return Promise.resolve();
    },
  };
}

export interface Course {
  readonly state: RestingState | null;
  readonly verdict: Verdict | null;
  readonly restarts: number;
  /** As shown before the first of them began, then the halves after restarts. */
  readonly plans: readonly Plan[];
  readonly view: CaseView;
}

export interface CourseOptions {
  readonly target?: string;
  /** What is answered where an earlier run left something; without it that is an end. */
  readonly earlier?: 'FINISH' | 'UNDO' | 'FORGET';
  /** Told of every plan that is shown, as it is shown. */
  readonly onPlan?: (plan: Plan) => void;
}

/** Confirms everything, restarts when asked to, goes on after it, and leaves with the verdict. */
export async function carryOutRemedy(
  { advance }: Pick<PracticeMachine, 'advance'>,
  { machine, caseFile }: Troubleshooting,
  remedy: RemedyId,
  { target, earlier, onPlan = () => undefined }: CourseOptions = {},
): Promise<Course> {
  const actor = createActor(machine);
  const plans: Plan[] = [];
  let restarts = 0;
  /** After how many restarts what an earlier run left was answered. */
  let answered = -1;
  let chosen = false;
  const leave: TroubleshooterEvent = { type: 'LEAVE' };
  const answers: Answers = {
    recovering: () => {
      // What was refused once would be refused for ever.
      if (answered === restarts) return leave;
      answered = restarts;
      if (restarts > 0) return { type: 'FINISH' };
      return earlier === undefined ? leave : { type: earlier };
    },
    reviewing: () => ({ type: 'CONTINUE' }),
    choosing: () => {
      if (chosen) return leave;
      chosen = true;
      return { type: 'CHOOSE', remedy, target: target ?? null };
    },
    'planning.shown': ({ context: { plan } }) => {
      const shown = caseFile.view().plan;
      if (plan === null || shown === null) return leave;
      plans.push(shown);
      onPlan(shown);
      // The diagnosis looked at events, and the verification looks for new ones.
      advance(10_000);
      return { type: 'ACCEPT_PLAN', planHash: plan.hash };
    },
    confirming: ({ context }) => {
      const step = nextToConfirm(context);
      if (step === undefined || context.plan === null) return leave;
      return { type: 'CONFIRM', stepId: step.id, planHash: context.plan.hash };
    },
    'awaitingRestart.waiting': () => {
      if (earlier === 'UNDO' && restarts === 0) return { type: 'UNDO' };
      return restarts < 3 ? { type: 'RESTART' } : leave;
    },
    'awaitingRestart.confirming': ({ context }) => {
      restarts++;
      return { type: 'CONFIRM', stepId: restartStepId, planHash: context.plan?.hash ?? '' };
    },
  };
  actor.start();
  const { state, snapshot } = await drive(actor, answers);
  return { state, verdict: snapshot.context.verdict, restarts, plans, view: caseFile.view() };
}
