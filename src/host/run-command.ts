/**
 * The one way in which commands run, on a real machine and a simulated one: around a `Spawn` it puts decoding, limits,
 * the time limit and the log. What is run is what is logged.
 */
import type { CodePages } from './code-pages.js';
import { createLineDecoder } from './decode.js';
import {
  commandLine,
  type Clock,
  type Command,
  type CommandResult,
  type LogListener,
  type RunOptions,
} from './host.js';
import { createKeptOutput } from './kept-output.js';
import { sanitizeLine } from './sanitize.js';
import type { ProcessEnd, Spawn } from './spawn.js';

export interface CommandRunnerOptions {
  readonly spawn: Spawn;
  readonly codePages: CodePages;
  readonly clock: Clock;
  readonly emit: LogListener;
  /** Numbers this host's runs; a sequence of the runner's own when absent. */
  readonly nextRun?: () => number;
}

export type CommandRunner = (command: Command, options?: RunOptions) => Promise<CommandResult>;

/**
 * Makes `Host.run`. It never rejects: every way to end is a result. `stdout` and `stderr` are the log's lines joined with
 * `\n`, sanitized; of a flood only the last 8 MiB a stream are kept, as text and as bytes.
 */
export function createCommandRunner(options: CommandRunnerOptions): CommandRunner {
  let lastRun = 0;
  const nextRun = options.nextRun ?? (() => ++lastRun);
  return async (command, { signal, probe } = {}) => {
    if (signal?.aborted === true) return neverStarted;
    const { clock, emit } = options;
    const run = nextRun();
    const startedAt = clock.now();
    const asked = probe === undefined ? {} : { probe };
    emit({ type: 'started', run, at: startedAt, pane: command.pane, title: commandLine(command), ...asked });
    const output = { stdout: followStream('stdout'), stderr: followStream('stderr') };
    const outcome = await spawnWithin(options, command, signal, (stream, bytes) =>
      output[stream].push(bytes),
    );
    const stdout = output.stdout.end();
    const stderr = output.stderr.end();
    const durationMs = clock.now() - startedAt;
    if (outcome.startError !== undefined) {
      emit({ type: 'line', run, stream: 'stderr', text: sanitizeLine(outcome.startError) });
    }
    emit({ type: 'ended', run, ended: outcome.ended, exitCode: outcome.exitCode, durationMs });
    return {
      ...outcome,
      stdout: stdout.text,
      stderr: stderr.text,
      stdoutBytes: stdout.bytes,
      stderrBytes: stderr.bytes,
      durationMs,
    };

    function followStream(stream: 'stdout' | 'stderr') {
      const kept = createKeptOutput();
      const decoder = createLineDecoder({
        declared: command.encoding,
        codePages: options.codePages,
        onLine: (line) => {
          const text = sanitizeLine(line);
          kept.addLine(text);
          emit({ type: 'line', run, stream, text });
        },
        onPartial: (text) => emit({ type: 'partial', run, stream, text: sanitizeLine(text) }),
      });
      return {
        push(bytes: Uint8Array) {
          kept.addBytes(bytes);
          decoder.push(bytes);
        },
        end() {
          decoder.end();
          return kept.take();
        },
      };
    }
  };
}

type Outcome = Pick<CommandResult, 'ended' | 'exitCode' | 'startError'>;

const neverStarted: CommandResult = {
  ended: 'cancelled',
  exitCode: null,
  stdout: '',
  stderr: '',
  stdoutBytes: new Uint8Array(),
  stderrBytes: new Uint8Array(),
  durationMs: 0,
};

/** Runs the process until it ends, its time is up or the caller cancels; bytes that come later are dropped. */
async function spawnWithin(
  { spawn, clock }: CommandRunnerOptions,
  command: Command,
  signal: AbortSignal | undefined,
  onBytes: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void,
): Promise<Outcome> {
  const stop = new AbortController();
  const over = new AbortController();
  const cancel = () => {
    stop.abort();
  };
  signal?.addEventListener('abort', cancel, { once: true });
  let timedOut = false;
  void clock.sleep(command.timeoutMs, over.signal).then(() => {
    if (over.signal.aborted) return;
    timedOut = true;
    stop.abort();
  });
  try {
    const end = await spawn(command, {
      signal: stop.signal,
      onBytes: (stream, bytes) => {
        if (!over.signal.aborted) onBytes(stream, bytes);
      },
    });
    return outcomeOf(end, timedOut);
  } catch (error) {
    return { ended: 'not-started', exitCode: null, startError: String(error) };
  } finally {
    over.abort();
    signal?.removeEventListener('abort', cancel);
  }
}

function outcomeOf(end: ProcessEnd, timedOut: boolean): Outcome {
  switch (end.ended) {
    // Node gives Windows' exit codes unsigned; wsl.exe's own failure is -1, an HRESULT is negative.
    case 'exited':
      return { ended: 'exited', exitCode: end.exitCode | 0 };
    case 'not-started':
      return { ended: 'not-started', exitCode: null, startError: end.startError };
    case 'cancelled':
      return { ended: timedOut ? 'timed-out' : 'cancelled', exitCode: null };
  }
}
