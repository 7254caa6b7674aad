/**
 * The elevated helper as a real process over its real pipe, and a program that uses it, each killed with SIGKILL before, in
 * the middle of, and after a command that the helper runs (issue 4). The helper ends when the program does, services
 * restored first; without its helper the program takes everything back with another.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StopPoint, World } from '../../src/host/simulated/world.js';
import { findWorld } from '../../src/host/simulated/worlds/worlds.js';
import { environment, type Surroundings } from './elevated/surroundings.js';
import { node, program, runProgram, type Ended } from './program.js';

const world = 'classic-80041002';
const services = ['hns', 'vmcompute', 'nvagent', 'CmService'];
const commands = ['net.exe stop hns /y', 'netsh.exe int ip reset'];
const points: readonly StopPoint['at'][] = ['before', 'during', 'after'];

const bundles = mkdtempSync(join(tmpdir(), 'netfix-elevated-'));
let killed = 0;

beforeAll(async () => {
  await build({
    entryPoints: ['windows-program', 'unelevated-program'].map((name) =>
      join(import.meta.dirname, `elevated/${name}.ts`),
    ),
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    loader: { '.ps1': 'text' },
    external: ['react-devtools-core'],
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    logLevel: 'error',
  });
});
afterAll(() => {
  rmSync(bundles, { recursive: true, force: true });
  console.log(`killed ${killed} times: ${commands.length} commands, ${points.length} points, two victims`);
  expect(killed).toBe(commands.length * points.length * 2);
});

describe.concurrent('the helper, killed', () => {
  for (const match of commands) {
    it.for(points)(`${match}, %s`, async (at, { expect: expectHere }) => {
      const machine = openMachine('helper');
      machine.stopAt(match, at);
      const { exitCode, stdout, stderr } = await machine.run('fix', 'reset-network-stack');
      expectHere(machine.isConsumed(), stderr).toBe(true);
      killed++;
      // Its command is of unknown effect: the plan is taken back, with a second helper.
      expectHere(exitCode, stdout + stderr).toBe(match.startsWith('net.exe') ? 4 : 5);
      expectHere(machine.services()).toEqual(running);
      expectHere(machine.helpers()).toHaveLength(2);
      machine.remove();
    });
  }
});

describe.concurrent('the program, killed while its helper works', () => {
  for (const match of commands) {
    it.for(points)(`${match}, %s`, async (at, { expect: expectHere }) => {
      const machine = openMachine('tui');
      machine.stopAt(match, at);
      // Ends when the helper has ended, too.
      const { signal, stderr } = await machine.run('fix', 'reset-network-stack');
      expectHere(signal, stderr).toBe('SIGKILL');
      killed++;
      expectHere(machine.services()).toEqual(running);
      expectHere(machine.helpers().join('\n')).toMatch(/Services are as promised/);
      const undone = await machine.run('undo');
      expectHere([0, 5], undone.stderr).toContain(undone.exitCode);
      expectHere(machine.services()).toEqual(running);
      machine.remove();
    });
  }
});

const running = Object.fromEntries(services.map((service) => [service, 'running']));

function openMachine(victim: Surroundings['victim']) {
  const folder = mkdtempSync(join(tmpdir(), 'netfix-helper-'));
  const windows = join(folder, 'windows');
  const worldFolder = join(folder, 'world');
  const worldFile = join(worldFolder, 'world.json');
  for (const each of [windows, worldFolder]) mkdirSync(each);
  const made = findWorld(world)?.make(Date.now());
  if (made === undefined) throw new Error('There is no such world.');
  writeFileSync(worldFile, JSON.stringify({ ...made, elevated: false, machineId: 'helper-test' }));
  for (const name of ['net', 'sc', 'netsh', 'reg', 'whoami', 'dism', 'bcdedit']) writeLauncher(windows, name);
  const given: Surroundings = {
    world,
    worldFolder,
    stateRoot: join(folder, 'state'),
    windows,
    victim,
    tui: 0,
  };
  const read = (): World => JSON.parse(readFileSync(worldFile, 'utf8')) as World;
  return {
    stopAt(match: string, at: StopPoint['at']) {
      writeFileSync(worldFile, JSON.stringify({ ...read(), stopPoints: [{ match, at, occurrence: 1 }] }));
    },
    run: (...args: readonly string[]): Promise<Ended> =>
      runProgram([node, program, ...args], environment(given), [
        node,
        join(bundles, 'unelevated-program.mjs'),
      ]),
    isConsumed: () => read().stopPoints.some(({ consumed }) => consumed === true),
    services: () =>
      Object.fromEntries(
        services.map((name) => [
          name,
          read().services.find((each) => each.name === name)?.state ?? 'missing',
        ]),
      ),
    /** What each helper wrote down. */
    helpers(): readonly string[] {
      const sessions = join(windows, 'C:\\ProgramData', 'wsl-netfix-tui');
      const logs = readdirSync(sessions).map((session) => join(sessions, session, 'helper.log'));
      return logs.filter((log) => existsSync(log)).map((log) => readFileSync(log, 'utf8'));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Elsewhere than on Windows, an absolute path of Windows is the name of a file, found like any program. */
function writeLauncher(folder: string, name: string): void {
  const file = `C:\\Windows\\System32\\${name}.exe`;
  const path = join(folder, file);
  writeFileSync(path, `#!/bin/sh\nexec '${node}' '${join(bundles, 'windows-program.mjs')}' '${file}' "$@"\n`);
  chmodSync(path, 0o755);
}
