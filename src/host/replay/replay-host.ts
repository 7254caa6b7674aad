/** The host over a recording: it answers what was asked when it was made, and nothing about it can be changed. */
import { createHash } from 'node:crypto';
import { createQuestionRunner } from '../ask-question.js';
import { systemClock } from '../clock.js';
import type { Answer, Clock, Command, Host, MachineFiles, Question } from '../host.js';
import { createLogBus, type LogBus } from '../log-bus.js';
import { createCommandRunner } from '../run-command.js';
import { sanitizeLine } from '../sanitize.js';
import type { ProcessEnd, ProcessIo } from '../spawn.js';
import { createStateFolder } from '../state-folder.js';
import { createAnswerBook, type AnswerBook } from './answer-book.js';
import { fromBase64, type CommandExchange, type QuestionExchange, type Recording } from './recording.js';

export interface ReplayHostOptions {
  /** Our own folder on the real disk. */
  readonly stateRoot: string;
  /** Arguments that lead a new process to the same recording (`--replay <file>`). */
  readonly reopenArgs?: readonly string[];
}

/** Something wanted to change a machine that is only a recording. */
export class RecordingIsFixed extends Error {
  override readonly name = 'RecordingIsFixed';
}

/** Answers at once, with the durations of the recording. The clock goes on from the time of the recording. */
export function openReplayHost(recording: Recording, options: ReplayHostOptions): Promise<Host> {
  const bus = createLogBus();
  const clock = clockFrom(Date.parse(recording.recordedAt));
  const replay: Replay = { recording, bus, clock, book: createAnswerBook(recording.exchanges) };
  const { name, language } = recording.host;
  const host: Host = {
    kind: 'replay',
    // The file may come from anybody, and the name is drawn on every frame.
    name: sanitizeLine(name),
    machineId: `replay-${identityOf(recording)}`,
    language,
    codePages: recording.machine.codePages,
    paths: recording.machine.paths,
    files: recordedFiles(recording),
    state: createStateFolder(options.stateRoot),
    clock,
    reopenArgs: options.reopenArgs ?? [],
    bootTime: () => Promise.resolve(recording.machine.bootTime),
    ...answering(replay, null),
    forProbe: (probe) => ({ ...host, ...answering(replay, probe) }),
    onLog: (listener) => bus.onLog(listener),
    close: () => Promise.resolve(),
  };
  return Promise.resolve(host);
}

interface Replay {
  readonly recording: Recording;
  readonly bus: LogBus;
  readonly clock: Clock;
  readonly book: AnswerBook;
}

/** Each run has a clock of its own, on which it lasts as long as it was recorded. */
function answering(replay: Replay, probe: string | null): Pick<Host, 'run' | 'ask'> {
  const { recording, bus, clock, book } = replay;
  return {
    run(command, options) {
      const exchange = book.command(probe, [command.file, ...command.args]);
      const run = createCommandRunner({
        spawn: (_, io) => replayProcess(command, exchange, io),
        codePages: recording.machine.codePages,
        clock: stopwatch(clock, exchange?.durationMs ?? 0, exchange?.ended === 'timed-out'),
        ...bus,
      });
      return run(command, options);
    },
    ask(question, options) {
      const exchange = book.question(probe, question.id, question.args);
      const ask = createQuestionRunner({
        answer: (_, signal) => replayAnswer(question, exchange, signal),
        clock: stopwatch(clock, exchange?.durationMs ?? 0, false),
        ...bus,
      });
      return ask(question, options);
    },
  };
}

async function replayProcess(
  command: Command,
  exchange: CommandExchange | undefined,
  io: ProcessIo,
): Promise<ProcessEnd> {
  if (exchange === undefined) return { ended: 'not-started', startError: refusal(command) };
  io.onBytes('stdout', fromBase64(exchange.stdoutBase64));
  io.onBytes('stderr', fromBase64(exchange.stderrBase64));
  switch (exchange.ended) {
    case 'exited':
      return { ended: 'exited', exitCode: exchange.exitCode ?? 0 };
    case 'not-started':
      return { ended: 'not-started', startError: exchange.startError ?? 'It did not start on that machine.' };
    // Whoever stopped it then, its own time limit or that of its probe, stops it now.
    case 'timed-out':
    case 'cancelled':
      await aborted(io.signal);
      return { ended: 'cancelled' };
  }
}

function refusal(command: Command): string {
  return command.effect === 'safe'
    ? 'The recording holds no answer to this command.'
    : 'This machine is a recording: nothing can be changed on it.';
}

async function replayAnswer(
  question: Question,
  exchange: QuestionExchange | undefined,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  if (exchange === undefined)
    return { ok: false, reason: 'unavailable', message: `The recording holds no answer to ${question.id}.` };
  if (exchange.error?.reason === 'cancelled' && signal !== undefined) await aborted(signal);
  if (exchange.error !== null) return { ok: false, ...exchange.error };
  const json = Buffer.from(exchange.resultBase64 ?? '', 'base64').toString('utf8');
  return { ok: true, value: JSON.parse(json) as unknown };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

function recordedFiles(recording: Recording): MachineFiles {
  const contents = byPath(Object.entries(recording.files));
  const errors = byPath(Object.entries(recording.fileErrors));
  const present = byPath(recording.presentFiles.map((path) => [path, true]));
  const sizes = byPath(Object.entries(recording.sizes));
  const missing = byPath(recording.missingFiles.map((path) => [path, true]));
  const fixed = (path: string) =>
    Promise.reject(new RecordingIsFixed(`This machine is a recording: ${path} cannot be changed.`));
  // A file that nobody asked about may have been there or not; "there is none" would be a lie.
  const unknown = (path: string) =>
    new Error(errors(path) ?? `The recording does not say whether there is ${path}.`);
  return {
    read(path) {
      const base64 = contents(path);
      if (base64 !== undefined) return Promise.resolve(fromBase64(base64));
      return missing(path) === true ? Promise.resolve(undefined) : Promise.reject(unknown(path));
    },
    exists(path) {
      if (contents(path) !== undefined || present(path) === true) return Promise.resolve(true);
      return missing(path) === true ? Promise.resolve(false) : Promise.reject(unknown(path));
    },
    size: (path) => Promise.resolve(sizes(path) ?? null),
    freeSpace: (folder) => Promise.resolve(sizes(folder) ?? null),
    write: fixed,
    remove: fixed,
    sweep: () => Promise.resolve(),
  };
}

/** Windows paths: in any case and with either slash. */
function byPath<T>(entries: readonly (readonly [string, T])[]): (path: string) => T | undefined {
  const key = (path: string) => path.replaceAll('/', '\\').toLowerCase();
  const values = new Map(entries.map(([path, value]) => [key(path), value]));
  return (path) => values.get(key(path));
}

/** The program's own clock, set back to when the recording was made: what is "of the last days" stays so. */
function clockFrom(start: number): Clock {
  const openedAt = systemClock.now();
  return {
    now: () => start + systemClock.now() - openedAt,
    sleep: (ms, signal) => systemClock.sleep(ms, signal),
  };
}

function stopwatch(clock: Clock, durationMs: number, timesOut: boolean): Clock {
  const startedAt = clock.now();
  let readings = 0;
  return {
    // The runner reads it at the start and at the end.
    now: () => (readings++ === 0 ? startedAt : startedAt + durationMs),
    sleep: (ms, signal) => (timesOut ? Promise.resolve() : clock.sleep(ms, signal)),
  };
}

function identityOf(recording: Recording): string {
  return createHash('sha256').update(JSON.stringify(recording)).digest('hex').slice(0, 16);
}
