/** Steps that stop and start services with net.exe. What stops along is started again by us: `net start` does not (commands.md R7). */
import { findService, type Facts } from '../domain/facts.js';
import type { ServiceName } from '../domain/ids.js';
import type { Action, Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { MachinePaths } from '../host/host.js';

/** Dependents that run now, in the order in which they stop. */
export function runningDependents(facts: Facts, service: ServiceName): readonly ServiceName[] {
  const dependents = findService(facts, service)?.dependents ?? [];
  return dependents.filter(({ state }) => state !== 'stopped').map(({ name }) => name);
}

export function stopService(
  paths: MachinePaths,
  service: ServiceName,
  /** In the order in which they stop; started again in reverse. */
  dependents: readonly ServiceName[],
  confirmation: Step['confirmation'],
): Step {
  const command = makeCommand(paths, 'net', ['stop', service, '/y']);
  return {
    id: `stop-${service.toLowerCase()}`,
    text: { key: 'stop-service', data: { service, dependents } },
    effect: command.effect,
    actions: [{ kind: 'run', command, unless: { kind: 'service-state', service, state: 'stopped' } }],
    checks: [{ kind: 'service-state', service, state: 'stopped' }],
    undo: {
      kind: 'exact',
      actions: [service, ...[...dependents].reverse()].map((name) => startAction(paths, name)),
    },
    confirmation,
  };
}

export function startService(paths: MachinePaths, service: ServiceName): Step {
  const action = startAction(paths, service);
  return {
    id: `start-${service.toLowerCase()}`,
    text: { key: 'start-service', data: { service } },
    effect: 'disruptive',
    actions: [action],
    checks: [{ kind: 'service-state', service, state: 'running' }],
    // It ran before, so a running service is what an undo would aim at.
    undo: { kind: 'exact', actions: [] },
    confirmation: 'none',
  };
}

function startAction(paths: MachinePaths, service: ServiceName): Action {
  return {
    kind: 'run',
    command: makeCommand(paths, 'net', ['start', service]),
    unless: { kind: 'service-state', service, state: 'running' },
  };
}
