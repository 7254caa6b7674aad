import { access } from 'node:fs/promises';
import { execa } from 'execa';
import { systemClock } from '../clock.js';
import type { Clock, Command } from '../host.js';
import type { ProcessEnd, ProcessIo, Spawn } from '../spawn.js';

/** How long output may still come after a process ended: wsl.exe leaves background processes that hold its pipes. */
const lastOutputMs = 2_000;
/** How long a process tree may take to end once it was told to. */
const lastBreathMs = 5_000;

/** Starts real processes: argv array, no shell, no input, no window; a cancelled one ends with all that it started. */
export function createProcessSpawn(clock: Clock = systemClock): Spawn {
  return async (command, io) => {
    if (io.signal.aborted) return { ended: 'cancelled' };
    // On Windows execa hands a missing program to cmd.exe, which answers with an exit code and a localised sentence.
    const missing = await whyMissing(command.file);
    if (missing !== undefined) return { ended: 'not-started', startError: missing };
    return follow(start(command), io, clock);
  };
}

async function whyMissing(file: string): Promise<string | undefined> {
  try {
    await access(file);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function start(command: Command) {
  return execa(command.file, [...command.args], {
    env: { ...command.env },
    stdin: 'ignore',
    buffer: false,
    encoding: 'buffer',
    reject: false,
    windowsHide: true,
    // taskkill /T /F by its absolute path on Windows, a process group elsewhere.
    killDescendants: true,
  });
}

async function follow(
  subprocess: ReturnType<typeof start>,
  io: ProcessIo,
  clock: Clock,
): Promise<ProcessEnd> {
  const child = subprocess.nodeChildProcess;
  subprocess.stdout.on('data', (bytes: Uint8Array) => io.onBytes('stdout', bytes));
  subprocess.stderr.on('data', (bytes: Uint8Array) => io.onBytes('stderr', bytes));
  const exited = new Promise<ProcessEnd>((resolve) => {
    child.once('exit', (code) => resolve({ ended: 'exited', exitCode: code ?? -1 }));
    child.once('error', (error) => resolve({ ended: 'not-started', startError: error.message }));
  });
  const closed = new Promise((resolve) => child.once('close', resolve));
  const over = new AbortController();
  const first = await Promise.race([exited, firing(io.signal, over.signal)]);
  if (first === 'fired') {
    subprocess.kill('SIGKILL');
    await Promise.race([exited, clock.sleep(lastBreathMs, over.signal)]);
  } else {
    await Promise.race([closed, clock.sleep(lastOutputMs, over.signal)]);
  }
  over.abort();
  subprocess.stdout.destroy();
  subprocess.stderr.destroy();
  return first === 'fired' ? { ended: 'cancelled' } : first;
}

/** Resolves when the signal fires; listens no longer once it is all over. */
function firing(signal: AbortSignal, over: AbortSignal): Promise<'fired'> {
  return new Promise((resolve) => {
    const fire = () => {
      resolve('fired');
    };
    signal.addEventListener('abort', fire, { once: true });
    over.addEventListener('abort', () => signal.removeEventListener('abort', fire), { once: true });
  });
}
