/**
 * `fix` and `undo` on a practice machine at the level of a person, with the real elevated helper: the built program as a
 * process of its own, over its pipe. Only the question of Windows to the person is left out.
 */
import { spawn as startProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../../../src/cli/arguments.js';
import type { CommandContext } from '../../../src/cli/context.js';
import { fix } from '../../../src/cli/fix.js';
import { createOutput } from '../../../src/cli/output.js';
import { undo } from '../../../src/cli/undo.js';
import { createRunCommand, plainSpawn } from './over-simulated.js';
import { openSimulatedHost } from '../../../src/host/simulated/simulated-host.js';
import { createElevator } from '../../../src/host/windows/elevated/elevate.js';
import type { StartHelper } from '../../../src/host/windows/elevated/start-helper.js';
import { textFor } from '../../../src/text/text-for.js';
import { environment, surroundings } from './surroundings.js';

const [node = '', program = '', ...argv] = process.argv.slice(2);
const given = surroundings();
const { world, worldFolder, stateRoot, windows } = given;

const simulated = await openSimulatedHost({ world, worldState: worldFolder, pace: 'instant', stateRoot });
const elevator = createElevator({
  spawn: plainSpawn(simulated),
  start: startHelper,
  clock: simulated.clock,
  paths: simulated.paths,
  platform: process.platform,
  onRefusal: (reason, detail) => process.stderr.write(`${reason}: ${detail}\n`),
});
const machine = {
  ...simulated,
  run: createRunCommand(simulated, elevator.spawn),
  elevate: elevator.elevate.bind(elevator),
};

const { options } = readArguments([...argv, '--yes', '--json']);
const context: CommandContext = {
  machine,
  // The lock is taken only where a machine outlives the program.
  options: { ...options, worldState: worldFolder },
  text: textFor('en'),
  output: createOutput(true, process),
};
process.exitCode =
  argv[0] === 'undo'
    ? await undo(context, null)
    : await fix(context, { remedy: 'reset-network-stack', target: null }, new AbortController().signal);
elevator.close();

/** As `prepare.ps1` does, without the protection that only Windows has. */
async function startHelper({ pipe, secret }: Parameters<StartHelper>[0]): ReturnType<StartHelper> {
  const session = randomBytes(8).toString('hex');
  const folder = join(windows, 'C:\\ProgramData', 'wsl-netfix-tui', session);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'wsl-netfix-tui.mjs'), '');
  const secretFile = join(folder, 'secret');
  writeFileSync(secretFile, Buffer.from(secret).toString('hex'));
  const helper = startProcess(node, [program, '__elevated', pipe, secretFile, session], {
    cwd: windows,
    env: environment({ ...given, tui: process.pid }),
    // Whoever reads what this program says sees the end of it only when the helper is gone, too.
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  return new Promise((resolve) => helper.once('close', () => resolve('failed')));
}
