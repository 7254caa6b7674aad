/**
 * The real remedy on a practice machine, its program killed at three points of every command. The stop points belong to
 * the world; a new program over the same folder then finishes, or undoes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import { systemClock } from '../../src/host/clock.js';
import type { Clock, Host } from '../../src/host/host.js';
import { openSimulatedHost, type SimulatedHost } from '../../src/host/simulated/simulated-host.js';
import { findWorld } from '../../src/host/simulated/worlds/worlds.js';
import { journalText } from '../../src/text/journal.js';
import { createCaseFile } from '../../src/workflow/case-file.js';
import { createDiagnosis } from '../../src/workflow/diagnosis.js';
import { createPlanRegistry } from '../../src/workflow/plan-registry.js';
import { createTreatment } from '../../src/workflow/treatment.js';
import { carryOut } from './practice-plan.js';

class Killed extends Error {}

interface Machine {
  readonly host: SimulatedHost;
  /** The host as the first program sees it: nothing that it does after its death reaches the machine. */
  readonly mortal: Host;
}

interface Death {
  readonly match: string;
  readonly at: 'before' | 'during' | 'after';
}

async function openMachine(death: Death | null): Promise<Machine> {
  const world = findWorld('classic-80041002')?.make(Date.now());
  if (world === undefined) throw new Error('There is no such world.');
  world.elevated = true;
  if (death !== null) world.stopPoints.push({ ...death, occurrence: 1 });
  const stateRoot = mkdtempSync(join(tmpdir(), 'wsl-netfix-killed-'));
  onTestFinished(() => {
    rmSync(stateRoot, { recursive: true, force: true });
  });
  let isDead = false;
  const kill = () => {
    isDead = true;
  };
  const host = await openSimulatedHost({ world, pace: 'instant', stateRoot, clock: impatientClock(), kill });
  return { host, mortal: mortalHost(host, () => isDead) };
}

function mortalHost(host: SimulatedHost, isDead: () => boolean): Host {
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isDead()) throw new Killed();
    const result = await work();
    if (isDead()) throw new Killed();
    return result;
  };
  const { state } = host;
  return {
    ...host,
    run: (command, options) => alive(() => host.run(command, options)),
    ask: (question, options) => alive(() => host.ask(question, options)),
    state: {
      ...state,
      write: (relative, bytes) => alive(() => state.write(relative, bytes)),
      append: (relative, text) => alive(() => state.append(relative, text)),
    },
  };
}

/** Looks that are repeated until something holds do not wait; limits of commands are real ones, and never reached. */
function impatientClock(): Clock {
  let jumped = 0;
  return {
    now: () => Date.now() + jumped,
    sleep: (ms, signal) => {
      if (ms > 2_000) return systemClock.sleep(ms, signal);
      jumped += ms;
      return Promise.resolve();
    },
  };
}

function startProgram(host: Host) {
  const caseFile = createCaseFile();
  const plans = createPlanRegistry();
  const treatment = createTreatment({
    host,
    caseFile,
    plans,
    program: 'test',
    copyProgram: () => Promise.resolve({ bundle: '/app.mjs', node: '/node' }),
    text: journalText.en,
  });
  return { treatment, plans, caseFile, work: createDiagnosis({ host, caseFile }) };
}

async function diagnosedPlan({ work }: ReturnType<typeof startProgram>): Promise<Plan> {
  await work.runProbes({ signal: new AbortController().signal });
  await work.judge();
  return work.makePlanFor({ remedy: 'reset-network-stack', target: null });
}

const serviceStates = ({ world }: SimulatedHost) =>
  Object.fromEntries(
    world.services
      .filter(({ name }) => !/winnat|vfpext|vmsmp/i.test(name))
      .map(({ name, state }) => [name, state]),
  );

/** Every changing command of the plan, as the world sees it. */
async function commandLines(): Promise<readonly string[]> {
  const { host } = await openMachine(null);
  const program = startProgram(host);
  const plan = await diagnosedPlan(program);
  return plan.steps
    .flatMap(({ actions }) => actions)
    .flatMap((action) => ('command' in action ? [action.command] : []))
    .filter(({ effect }) => effect !== 'safe')
    .map(({ args }) => args.join(' '));
}

async function killAt(death: Death): Promise<Machine & { readonly before: Record<string, string> }> {
  const machine = await openMachine(death);
  const before = serviceStates(machine.host);
  const program = startProgram(machine.mortal);
  const plan = await diagnosedPlan(program);
  const end = await carryOut(program, plan).catch((error: unknown) => error);
  await program.treatment.close();
  // What is so already does not run, and nobody dies of it.
  if (end !== 'completed') expect(end).toBeInstanceOf(Killed);
  return { ...machine, before };
}

const points = ['before', 'during', 'after'] as const;

test.each(['undo', 'finish'] as const)(
  'killed at every point of every command, then: %s',
  async (way) => {
    let kills = 0;
    for (const match of await commandLines()) {
      for (const at of points) {
        const { host, before } = await killAt({ match, at });
        const next = startProgram(host);
        const { unfinished } = await next.treatment.findUnfinished();
        if (unfinished === 'interrupted') kills++;
        if (way === 'undo') {
          await next.treatment.rollBack();
          expect({ match, at, ...serviceStates(host) }).toEqual({ match, at, ...before });
        } else if (unfinished === 'interrupted') {
          const summary = next.caseFile.view().unfinished;
          const remaining = next.treatment.remaining();
          if (summary === null || remaining === undefined) throw new Error('Nothing is left.');
          const plan = await next.work.planRemainderFor({
            summary,
            last: remaining.lastPlan,
            restarted: false,
          });
          expect({ match, at, end: await carryOut(next, plan) }).toEqual({ match, at, end: 'completed' });
          for (const { service, before: prior, goal } of plan.services) {
            const state = host.world.services.find(({ name }) => name === service)?.state;
            expect({ match, at, service, isKept: state === prior || state === goal }).toMatchObject({
              isKept: true,
            });
          }
          expect((await next.treatment.findUnfinished()).unfinished).toBe('awaiting-restart');
        }
        await next.treatment.close();
      }
    }
    expect(kills).toBeGreaterThan(15);
    console.log(`${way}: ${kills} kills`);
  },
  120_000,
);
