import type { Facts } from '../domain/facts.js';
import type { Step } from '../domain/plan.js';
import type { RunningProgram } from '../domain/system-facts.js';
import { makeCommand } from '../host/commands.js';
import type { MachinePaths } from '../host/host.js';

/** Ends every distro and WSL's virtual machine, so that WSL reads its settings anew. What runs in them is lost. */
export function shutWslDown(facts: Facts, paths: MachinePaths): Step {
  const running = (facts.distros?.distros ?? [])
    .filter(({ state }) => state !== 'stopped')
    .map(({ name }) => name);
  const quitFirst = programsToQuit(facts);
  // Where nobody could look, something may run.
  const distroRuns = running.length > 0 || facts.distros === undefined;
  const command = makeCommand(paths, 'wsl', ['--shutdown'], { distroRuns, timeoutMs: 60_000 });
  return {
    id: 'shut-wsl-down',
    text: {
      key: 'shut-wsl-down',
      data: { running, ...(quitFirst.length === 0 ? {} : { quitFirst }) },
    },
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    checks: [{ kind: 'wsl-stopped' }],
    undo: { kind: distroRuns ? 'none' : 'exact', actions: [] },
    confirmation: distroRuns ? 'answer' : 'none',
  };
}

/** They hold WSL's virtual machine or Hyper-V's networks, and bring up again what is stopped under them. */
export function programsToQuit({ runningSoftware }: Facts): readonly RunningProgram[] {
  const programs = new Set((runningSoftware?.programs ?? []).map(({ program }) => program));
  programs.delete('vpn');
  return [...programs];
}
