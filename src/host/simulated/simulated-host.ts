/** The host over a world: a machine for practice and tests that answers like a real one. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock } from '../clock.js';
import type { Answer, Clock, Host, LogListener, Question, RunOptions } from '../host.js';
import { type LogBus, createLogBus } from '../log-bus.js';
import { createCommandRunner } from '../run-command.js';
import { sanitizeLine } from '../sanitize.js';
import { createStateFolder } from '../state-folder.js';
import { createMachineFiles } from './machine-files.js';
import { type Pace, paceFactors } from './pace.js';
import { answerQuestion, isUnanswered, questionMs } from './questions.js';
import { restartWindows } from './restart.js';
import { createSimulatedSpawn } from './simulated-spawn.js';
import { type Kill, killThisProcess, watchStopPoints } from './stop-points.js';
import { createSimulatedUac, type SimulatedUac } from './uac.js';
import { worldText } from './texts/languages.js';
import { type WorldStore, fileStore, memoryStore } from './world-store.js';
import type { World } from './world.js';
import { findWorld } from './worlds/worlds.js';

export interface SimulatedHostOptions {
  /** A world's id, or a world made by hand. */
  readonly world: World | string;
  /** Folder whose `world.json` holds the world across processes; without it the world lives in memory. */
  readonly worldState?: string;
  readonly pace: Pace;
  /** Our own folder on the real disk. */
  readonly stateRoot: string;
  readonly clock?: Clock;
  /** Ends the process at a stop point; tests put their own here. */
  readonly kill?: Kill;
}

export interface SimulatedHost extends Host {
  readonly kind: 'simulated';
  /** The machine as it is now; to be read only. */
  readonly world: World;
  /** Restarts the simulated Windows at once; the command lines that it would start at the sign-in after it. */
  restartMachine(): Promise<readonly string[]>;
}

/** No world has this id. */
export class UnknownWorld extends Error {
  override readonly name = 'UnknownWorld';
}

/** Rejects with `UnknownWorld`, or with `WorldFileError` where the world's file cannot be used. */
export async function openSimulatedHost(options: SimulatedHostOptions): Promise<SimulatedHost> {
  const clock = options.clock ?? systemClock;
  const store = await openStore(options, clock);
  const opened = store.look();
  const { stateRoot, pace, kill = killThisProcess } = options;
  const { about, machineId, language, codePages, user } = opened;
  const bus = createLogBus();
  const emit: LogListener = (event) => {
    bus.emit(event);
  };
  const paths = {
    windows: 'C:\\Windows',
    system32: 'C:\\Windows\\System32',
    profile: user.profile,
    programData: 'C:\\ProgramData',
  };
  const uac = createSimulatedUac(store, paths, (view) =>
    createSimulatedSpawn({ store: view, clock, pace, stateRoot, kill }),
  );
  return {
    kind: 'simulated',
    name: about.id,
    machineId,
    language,
    codePages,
    paths,
    files: createMachineFiles(store, kill),
    state: createStateFolder(stateRoot),
    clock,
    reopenArgs: reopenArgs(about.id, options),
    bootTime: () => Promise.resolve(store.look().bootTime),
    run: createCommandRunner({ spawn: uac.spawn, codePages, clock, emit, nextRun: () => bus.nextRun() }),
    ask: (question, runOptions = {}) => ask({ store, uac, clock, bus, pace, kill }, question, runOptions),
    elevate: (request) => uac.elevate(request),
    holdsElevation: () => uac.holds(),
    onLog: (listener) => bus.onLog(listener),
    close: () => Promise.resolve(),
    get world() {
      return store.look();
    },
    restartMachine() {
      return Promise.resolve(store.change(restartWindows));
    },
  };
}

function openStore(options: SimulatedHostOptions, clock: Clock): Promise<WorldStore> {
  // Wrapped so that every way to fail is a rejection.
  return Promise.resolve().then(() => {
    const { world, worldState } = options;
    const id = typeof world === 'string' ? world : world.about.id;
    const fresh = () => {
      const made = makeWorld(world, clock.now());
      return made.machineId === '' ? { ...made, machineId: `world-${randomUUID()}` } : made;
    };
    if (typeof world === 'string' && findWorld(world) === undefined)
      throw new UnknownWorld(`There is no practice world named ${world}.`);
    return worldState === undefined
      ? memoryStore(fresh(), () => clock.now())
      : fileStore(resolve(worldState), id, fresh, () => clock.now());
  });
}

function makeWorld(world: World | string, now: number): World {
  if (typeof world !== 'string') return structuredClone(world);
  const definition = findWorld(world);
  if (definition === undefined) throw new UnknownWorld(`There is no practice world named ${world}.`);
  return definition.make(now);
}

function reopenArgs(id: string, { worldState, pace }: SimulatedHostOptions): readonly string[] {
  return [
    '--simulate',
    id,
    ...(worldState === undefined ? [] : ['--world-state', resolve(worldState)]),
    ...(pace === 'quick' ? [] : ['--pace', pace]),
  ];
}

interface Asking {
  readonly store: WorldStore;
  readonly uac: Pick<SimulatedUac, 'worldFor'>;
  readonly clock: Clock;
  readonly bus: LogBus;
  readonly pace: Pace;
  readonly kill: Kill;
}

async function ask(
  { store, uac, clock, bus, pace, kill }: Asking,
  question: Question,
  { signal, probe }: RunOptions,
): Promise<Answer> {
  const run = bus.nextRun();
  const at = clock.now();
  const asked = probe === undefined ? {} : { probe };
  bus.emit({ type: 'started', run, at, pane: 'powershell', title: `PowerShell: ${question.id}`, ...asked });
  const answer = await patientAnswer();
  if (answer.ok) {
    for (const text of answerLines(answer.value)) bus.emit({ type: 'line', run, stream: 'stdout', text });
  } else bus.emit({ type: 'line', run, stream: 'stderr', text: answer.errorId ?? answer.reason });
  const ended = !answer.ok && answer.reason === 'cancelled' ? 'cancelled' : 'exited';
  const exitCode = ended === 'exited' ? (answer.ok ? 0 : 1) : null;
  bus.emit({ type: 'ended', run, ended, exitCode, durationMs: clock.now() - at });
  return answer;

  async function patientAnswer(): Promise<Answer> {
    try {
      const watch = watchStopPoints(store, kill, `ask ${question.id}`);
      watch.reach('before');
      const hangs = isUnanswered(store.look(), question);
      const ms = (hangs ? question.timeoutMs : questionMs(question)) * paceFactors[pace];
      if (ms > 0) await clock.sleep(ms, signal);
      if (signal?.aborted === true) return { ok: false, reason: 'cancelled' };
      if (hangs) return { ok: false, reason: 'timed-out' };
      const world = uac.worldFor(question);
      watch.reach('during');
      const found = answerQuestion(world, question, worldText(world), clock.now());
      watch.reach('after');
      return structuredClone(found);
    } catch (error) {
      return { ok: false, reason: 'lost', message: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** One line an element, in the escaping of JSON, so that nothing in a value reaches the screen as a control. */
function answerLines(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => sanitizeLine(JSON.stringify(item)));
}
