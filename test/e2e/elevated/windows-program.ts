/**
 * A program of Windows on a practice machine, as a process of its own: what the real elevated helper starts in the tests.
 * It works on the world's file. At a stop point it kills the one whom the test names: the helper, which started it, or the
 * program that started the helper.
 */
import { systemClock } from '../../../src/host/clock.js';
import type { Command } from '../../../src/host/host.js';
import { createSimulatedSpawn } from '../../../src/host/simulated/simulated-spawn.js';
import { fileStore } from '../../../src/host/simulated/world-store.js';
import { surroundings } from './surroundings.js';

const [file = '', ...args] = process.argv.slice(2);
const { worldFolder, world, stateRoot, victim, tui } = surroundings();

const store = fileStore(
  worldFolder,
  world,
  () => {
    throw new Error('There is no world.');
  },
  () => Date.now(),
);
const spawn = createSimulatedSpawn({
  store: {
    look: () => ({ ...store.look(), elevated: true }),
    change: (edit) =>
      store.change((now, time) => {
        // Whoever is run by the helper is elevated; the person is not.
        now.elevated = true;
        const result = edit(now, time);
        now.elevated = false;
        return result;
      }),
  },
  clock: systemClock,
  pace: 'instant',
  stateRoot,
  kill: () => void process.kill(victim === 'helper' ? process.ppid : tui, 'SIGKILL'),
});

const command: Command = {
  file,
  args,
  pane: 'system',
  effect: 'safe',
  elevation: 'none',
  timeoutMs: 60_000,
  encoding: 'oem',
};
const end = await spawn(command, {
  signal: new AbortController().signal,
  onBytes: (stream, bytes) => void process[stream].write(bytes),
});
process.exitCode = end.ended === 'exited' ? end.exitCode & 0xff : 1;
