/** A practice machine's processes for the elevator, and its commands by way of the elevator. */
import type { Host } from '../../../src/host/host.js';
import { createCommandRunner, type CommandRunner } from '../../../src/host/run-command.js';
import type { ProcessEnd, Spawn } from '../../../src/host/spawn.js';
import type { SimulatedHost } from '../../../src/host/simulated/simulated-host.js';

/** At the level of the person. */
export function plainSpawn(host: Pick<Host, 'run'>): Spawn {
  return async (command, io): Promise<ProcessEnd> => {
    const result = await host.run(command, { signal: io.signal });
    io.onBytes('stdout', result.stdoutBytes);
    io.onBytes('stderr', result.stderrBytes);
    const { ended, exitCode, startError = '' } = result;
    if (ended === 'exited') return { ended, exitCode: exitCode ?? -1 };
    return ended === 'not-started' ? { ended, startError } : { ended: 'cancelled' };
  };
}

export function createRunCommand({ codePages, clock }: SimulatedHost, spawn: Spawn): CommandRunner {
  return createCommandRunner({ spawn, codePages, clock, emit: () => undefined });
}
