import { hostname, uptime } from 'node:os';
import { createQuestionRunner } from '../ask-question.js';
import { systemClock } from '../clock.js';
import type { Host } from '../host.js';
import { createLogBus } from '../log-bus.js';
import { createCommandRunner } from '../run-command.js';
import type { Spawn } from '../spawn.js';
import { createStateFolder } from '../state-folder.js';
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
}

/** The machine that this program runs on. Reads a few registry values first; does not reject where they are missing. */
export async function openWindowsHost(options: WindowsHostOptions): Promise<Host> {
  const { stateRoot, env, spawn = createProcessSpawn() } = options;
  const clock = systemClock;
  const paths = readMachinePaths(env);
  const name = hostname();
  const quiet = createCommandRunner({ spawn, codePages: assumedCodePages, clock, emit: () => undefined });
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  const facts = await readMachineFacts(quiet, paths, { name, language: locale });

  const log = createLogBus();
  const children = createChildren();
  const runCommand = createCommandRunner({ spawn, codePages: facts.codePages, clock, ...log });
  const powershell = `${paths.system32}\\WindowsPowerShell\\v1.0\\powershell.exe`;
  const pool = createQuestionPool({ start: () => startPowershell(powershell), clock });
  const askQuestion = createQuestionRunner({
    answer: (question, signal) => pool.ask(question, signal),
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
    state: createStateFolder(stateRoot),
    clock,
    reopenArgs: [],
    bootTime: () => Promise.resolve(clock.now() - uptime() * 1000),
    run: (command, { signal } = {}) =>
      children.follow(signal, (joined) => runCommand(command, { signal: joined })),
    ask: (question, { signal } = {}) =>
      children.follow(signal, (joined) => askQuestion(question, { signal: joined })),
    onLog: (listener) => log.onLog(listener),
    async close() {
      await children.end();
      pool.close();
    },
  };
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
