/** One remedy on one practice machine, from the diagnosis to the verdict and back, through the flow itself. */
import { mkdtempSync, rmSync } from 'node:fs';
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
  const stateRoot = mkdtempSync(join(tmpdir(), 'wsl-netfix-remedy-'));
  const clock = impatientClock();
  const host = await openSimulatedHost({ world, pace: 'instant', stateRoot, clock });
  return {
    host,
    advance: clock.advance,
    start: (seen = (same) => same) =>
      createTroubleshooting({
        host: seen(host),
        program: 'test',
        copyProgram: () => Promise.resolve({ bundle: '/app.mjs', node: '/node' }),
        text: journalText.en,
      }),
    dispose() {
      rmSync(stateRoot, { recursive: true, force: true });
    },
  };
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

/** Confirms everything, restarts when asked to, goes on after it, and leaves with the verdict. */
export async function carryOutRemedy(
  { advance }: Pick<PracticeMachine, 'advance'>,
  { machine, caseFile }: Troubleshooting,
  remedy: RemedyId,
  target: string | null = null,
): Promise<Course> {
  const actor = createActor(machine);
  const plans: Plan[] = [];
  let restarts = 0;
  let chosen = false;
  const leave: TroubleshooterEvent = { type: 'LEAVE' };
  const answers: Answers = {
    recovering: () => (restarts > 0 ? { type: 'FINISH' } : leave),
    reviewing: () => ({ type: 'CONTINUE' }),
    choosing: () => {
      if (chosen) return leave;
      chosen = true;
      return { type: 'CHOOSE', remedy, target };
    },
    'planning.shown': ({ context: { plan } }) => {
      const shown = caseFile.view().plan;
      if (plan === null || shown === null) return leave;
      plans.push(shown);
      // The diagnosis looked at events, and the verification looks for new ones.
      advance(10_000);
      return { type: 'ACCEPT_PLAN', planHash: plan.hash };
    },
    confirming: ({ context }) => {
      const step = nextToConfirm(context);
      if (step === undefined || context.plan === null) return leave;
      return { type: 'CONFIRM', stepId: step.id, planHash: context.plan.hash };
    },
    'awaitingRestart.waiting': () => (restarts < 3 ? { type: 'RESTART' } : leave),
    'awaitingRestart.confirming': ({ context }) => {
      restarts++;
      return { type: 'CONFIRM', stepId: restartStepId, planHash: context.plan?.hash ?? '' };
    },
  };
  actor.start();
  const { state, snapshot } = await drive(actor, answers);
  return { state, verdict: snapshot.context.verdict, restarts, plans, view: caseFile.view() };
}
