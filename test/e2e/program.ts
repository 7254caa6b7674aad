/** The built program as a process, on a practice machine whose world and state lie in a folder of their own. */
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StopPoint, World } from '../../src/host/simulated/world.js';

export const program = join(import.meta.dirname, '../../dist/main.js');

/**
 * Node, at a place that is no cache: the program copies a Node that lies in node_modules before its first change, which
 * is right but slow for hundreds of runs.
 */
export const node = installedNode();

function installedNode(): string {
  const path = join(tmpdir(), `netfix-node-${process.versions.node}`);
  try {
    linkSync(process.execPath, path);
  } catch {
    if (!existsSync(path)) copyFileSync(process.execPath, path);
  }
  return path;
}

export interface Ended {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Practice {
  readonly folder: string;
  /** `--simulate`, `--world-state`, `--pace` of this machine. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  run(...args: readonly string[]): Promise<Ended>;
  world(): World;
  changeWorld(change: (world: World) => void): void;
  remove(): void;
}

/** `from`: the machine as it is to be found; without it the program makes it when it first runs. */
export function practice(
  world: string,
  pace: 'instant' | 'quick' | 'real' = 'instant',
  from?: World,
): Practice {
  const folder = mkdtempSync(join(tmpdir(), 'netfix-e2e-'));
  const worldFolder = join(folder, 'world');
  const file = join(worldFolder, 'world.json');
  const args = ['--simulate', world, '--world-state', worldFolder, '--pace', pace];
  const env = { XDG_STATE_HOME: join(folder, 'state'), TZ: 'UTC', LANG: 'C.UTF-8' };
  if (from !== undefined) {
    mkdirSync(worldFolder, { recursive: true });
    writeFileSync(file, JSON.stringify(from));
  }
  const read = (): World => JSON.parse(readFileSync(file, 'utf8')) as World;
  return {
    folder,
    args,
    env,
    run: (...command) => runProgram([...command, ...args, '--lang', 'en'], env),
    world: read,
    changeWorld(change) {
      const now = read();
      change(now);
      writeFileSync(file, JSON.stringify(now));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function stopAt(match: string, occurrence: number, at: StopPoint['at']): (world: World) => void {
  return (world) => {
    world.stopPoints = [{ match, occurrence, at }];
  };
}

/** Runs the built program with no terminal, standard input closed. */
export function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  file: readonly [string, ...string[]] = [node, program],
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const [command, ...first] = file;
    const child = spawn(command, [...first, ...args], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }));
  });
}
