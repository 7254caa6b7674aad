import { hostname, uptime } from 'node:os';
import { createQuestionRunner } from '../ask-question.js';
import { systemClock } from '../clock.js';
import type { Host } from '../host.js';
import { createLogBus, type LogBus } from '../log-bus.js';
import type { ProgramPaths } from '../program-copy.js';
import { createCommandRunner } from '../run-command.js';
import { sanitizeLine } from '../sanitize.js';
import type { Spawn } from '../spawn.js';
import { createStateFolder } from '../state-folder.js';
import { createElevator } from './elevated/elevate.js';
import { createHelperQuestions } from './elevated/helper-questions.js';
import { createHelperStarter } from './elevated/start-helper.js';
import { machineFiles } from './machine-files.js';
import { assumedCodePages, readMachineFacts } from './machine-facts.js';
import { readMachinePaths } from './machine-paths.js';
import { createQuestionPool } from './powershell/pool.js';
import { startPowershell } from './powershell/start-powershell.js';
import { createProcessSpawn } from './spawn.js';

export interface WindowsHostOptions {
  /** Absolute path of our own folder. */
  readonly stateRoot: string;
  readonly env: NodeJS.ProcessEnv;
  /** How processes start; real ones when absent. */
  readonly spawn?: Spawn;
  /** What runs as the elevated helper; without it there is none. */
  readonly program?: ProgramPaths;
}

/** The machine that this program runs on. Reads a few registry values first; does not reject where they are missing. */
export async function openWindowsHost(options: WindowsHostOptions): Promise<Host> {
  const { stateRoot, env, program, spawn = createProcessSpawn() } = options;
  const clock = systemClock;
  const paths = readMachinePaths(env);
  const name = hostname();
  const quiet = createCommandRunner({ spawn, codePages: assumedCodePages, clock, emit: () => undefined });
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const facts = await readMachineFacts(quiet, paths, { name, language: locale });

  const log = createLogBus();
  const children = createChildren();
  const state = createStateFolder(stateRoot);
  const powershell = `${paths.system32}\\WindowsPowerShell\\v1.0\\powershell.exe`;
  const elevator =
    program === undefined
      ? undefined
      : createElevator({
          spawn,
          start: createHelperStarter({ spawn, powershell, state, program }),
          clock,
          paths,
          platform: process.platform,
          onRefusal: (reason, detail) => logRefusal(log, `${reason}: ${detail}`),
        });
  const runCommand = createCommandRunner({
    spawn: elevator?.spawn ?? spawn,
    codePages: facts.codePages,
    clock,
    ...log,
  });
  const pool = createQuestionPool({ start: () => startPowershell(powershell), clock });
  const askHelper =
    elevator === undefined
      ? undefined
      : createHelperQuestions({ elevator, codePages: facts.codePages, clock, paths });
  const askQuestion = createQuestionRunner({
    answer: (question, signal) => askHelper?.(question, signal) ?? pool.ask(question, signal),
    clock,
    ...log,
  });

  return {
    kind: 'windows',
    name,
    machineId: facts.machineId,
    language: facts.language,
    codePages: facts.codePages,
    paths,
    files: machineFiles,
    state,
    clock,
    reopenArgs: [],
    bootTime: () => Promise.resolve(clock.now() - uptime() * 1000),
    run: (command, run = {}) =>
      children.follow(run.signal, (joined) => runCommand(command, { ...run, signal: joined })),
    ask: (question, run = {}) =>
      children.follow(run.signal, (joined) => askQuestion(question, { ...run, signal: joined })),
    ...(elevator === undefined
      ? {}
      : {
          elevate: (request, run) => elevator.elevate(request, run),
          holdsElevation: () => elevator.holds(),
        }),
    onLog: (listener) => log.onLog(listener),
    async close() {
      await children.end();
      elevator?.close();
      pool.close();
    },
  };
}

/** What one side of the helper's pipe refused, for the log. */
function logRefusal(log: LogBus, text: string): void {
  const run = log.nextRun();
  log.emit({ type: 'started', run, at: systemClock.now(), pane: 'system', title: 'Elevated helper' });
  log.emit({ type: 'line', run, stream: 'stderr', text: sanitizeLine(text) });
  log.emit({ type: 'ended', run, ended: 'exited', exitCode: null, durationMs: 0 });
}

/** What is under way, so that closing can end it and wait until it is gone. */
function createChildren() {
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  return {
    async follow<T>(signal: AbortSignal | undefined, start: (joined: AbortSignal) => Promise<T>): Promise<T> {
      const joined = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
      const child = start(joined);
      underWay.add(child);
      try {
        return await child;
      } finally {
        underWay.delete(child);
      }
    },
    async end(): Promise<void> {
      closing.abort();
      await Promise.all(underWay);
    },
  };
}
