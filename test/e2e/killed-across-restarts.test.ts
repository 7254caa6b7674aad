/**
 * `hyperv-reinstall` goes through two restarts of Windows; the real program is killed with SIGKILL in each of its three
 * phases, and goes on by its journal and the machine's file alone (issue 4).
 */
import { describe, expect, it } from 'vitest';
import type { StopPoint } from '../../src/host/simulated/world.js';
import { practice, stopAt, type Ended, type Practice } from './program.js';

const remedy = 'hyperv-reinstall';
const points: readonly StopPoint['at'][] = ['before', 'during', 'after'];

describe.concurrent('killed once in each phase', () => {
  it.for(points)('%s a command, it ends verified', async (at, { expect: expectHere }) => {
    const machine = practice('hyperv-damaged-ja');
    await machine.run('diagnose');
    const before = machine.world().features;
    const phases = [
      { begin: ['fix', remedy], kill: '/Disable-Feature', exitCode: 3 },
      { begin: ['resume'], kill: '/Enable-Feature', exitCode: 3 },
      // The first start of WSL is the verification's.
      { begin: ['resume'], kill: 'wsl.exe -d', exitCode: 0 },
    ];
    for (const [phase, { begin, kill, exitCode }] of phases.entries()) {
      if (phase > 0) await restart(machine);
      machine.changeWorld(stopAt(kill, 1, at));
      const { signal, stderr } = await machine.run(...begin, '--yes');
      expectHere(signal, `${kill}: ${stderr}`).toBe('SIGKILL');
      expectHere(await unfinished(machine)).not.toBeNull();
      const resumed = await machine.run('resume', '--yes', '--json');
      expectHere(resumed.exitCode, resumed.stdout + resumed.stderr).toBe(exitCode);
      if (exitCode === 0) expectHere(JSON.parse(resumed.stdout)).toMatchObject({ verdict: 'repaired' });
    }
    expectHere(machine.world().features).toEqual(before);
    expectHere(await unfinished(machine)).toBeNull();
    machine.remove();
  });

  it('in the middle of a command of the second phase, it is undone', async ({ expect: expectHere }) => {
    const machine = practice('hyperv-damaged-ja');
    await machine.run('diagnose');
    const before = machine.world().features;
    await machine.run('fix', remedy, '--yes');
    await restart(machine);
    expectHere(machine.world().features).not.toEqual(before);
    machine.changeWorld(stopAt('/Enable-Feature', 1, 'during'));
    expectHere((await machine.run('resume', '--yes')).signal).toBe('SIGKILL');
    const undone = await machine.run('undo', '--yes');
    expectHere(undone.exitCode, undone.stdout + undone.stderr).toBe(0);
    await restart(machine);
    expectHere(machine.world().features).toEqual(before);
    machine.remove();
  });
});

describe('where Windows takes the change back while it restarts', () => {
  it('that is noticed and said, and nothing is turned on that was not off', async () => {
    // A dead network component keeps features from being changed.
    const machine = practice('vmware-leftover');
    await machine.run('diagnose');
    const before = machine.world().features;
    expect((await machine.run('fix', remedy, '--yes')).exitCode).toBe(3);
    await restart(machine);
    expect(machine.world().features).toEqual(before);
    const resumed = await machine.run('resume', '--yes', '--json');
    const { steps } = JSON.parse(resumed.stdout) as { steps: { step: string; outcome: string }[] };
    expect(steps).toContainEqual(
      expect.objectContaining({ step: 'check-features-disabled', outcome: 'failed' }),
    );
    expect(resumed.exitCode, resumed.stderr).toBe(4);
    expect(machine.world().features).toEqual(before);
    expect(await unfinished(machine)).toBeNull();
    machine.remove();
  });
});

function restart(machine: Practice): Promise<Ended> {
  return machine.run('world', 'restart');
}

async function unfinished(machine: Practice): Promise<string | null> {
  const { stdout } = await machine.run('diagnose', '--json');
  return (JSON.parse(stdout) as { unfinished: string | null }).unfinished;
}
