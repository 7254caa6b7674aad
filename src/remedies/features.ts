/** Steps that switch features of Windows with dism. It acts at the next start, and Windows may take it back then (commands.md R11). */
import type { Facts } from '../domain/facts.js';
import type { Action, Step } from '../domain/plan.js';
import type { FeatureName } from '../domain/system-facts.js';
import { makeCommand } from '../host/commands.js';
import type { Command, MachinePaths } from '../host/host.js';

/** Done, and done with a restart due. */
const successes = [0, 3010];

/** `wasOn`: it was on before this session, so that there is nothing for an undo to do. */
export function turnOn(paths: MachinePaths, feature: FeatureName, facts: Facts, wasOn = false): Step {
  const command = featureCommand(paths, 'enable', feature);
  return {
    id: `turn-on-${feature.toLowerCase()}`,
    text: { key: 'enable-features', data: { features: [feature], bitlocker: mayAskForKey(facts) } },
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    checks: [{ kind: 'exit-code', allowed: successes }],
    undo: wasOn
      ? { kind: 'exact', actions: [] }
      : { kind: 'equivalent', actions: [backTo(paths, feature, 'disabled')] },
    confirmation: 'answer',
  };
}

export function turnOff(paths: MachinePaths, feature: FeatureName, facts: Facts): Step {
  const command = featureCommand(paths, 'disable', feature);
  const machines = feature.startsWith('Microsoft-Hyper-V') ? (facts.virtualMachines?.machines ?? []) : [];
  return {
    id: `turn-off-${feature.toLowerCase()}`,
    text: {
      key: 'disable-features',
      data: {
        features: [feature],
        machines: machines.map(({ name }) => name),
        bitlocker: mayAskForKey(facts),
      },
    },
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    checks: [{ kind: 'exit-code', allowed: successes }],
    undo: { kind: 'equivalent', actions: [backTo(paths, feature, 'enabled')] },
    confirmation: 'typed-word',
  };
}

function backTo(paths: MachinePaths, feature: FeatureName, state: 'enabled' | 'disabled'): Action {
  return {
    kind: 'run',
    command: featureCommand(paths, state === 'enabled' ? 'enable' : 'disable', feature),
    unless: { kind: 'feature', feature, state },
    successes,
  };
}

/** Looks whether the features are as they should be since Windows restarted. It runs nothing. */
export function checkFeatures(features: readonly FeatureName[], state: 'enabled' | 'disabled'): Step {
  return {
    id: `check-features-${state}`,
    text: { key: 'check-features', data: { features, state } },
    effect: 'safe',
    actions: [],
    checks: features.map((feature) => ({ kind: 'feature', feature, state })),
    undo: { kind: 'exact', actions: [] },
    confirmation: 'none',
  };
}

/** Where nobody could look, it may. */
export const mayAskForKey = ({ bitlocker }: Facts): boolean => bitlocker?.systemDrive !== 'off';

function featureCommand(paths: MachinePaths, verb: 'enable' | 'disable', feature: FeatureName): Command {
  return makeCommand(paths, 'dism', [
    '/English',
    '/Online',
    verb === 'enable' ? '/Enable-Feature' : '/Disable-Feature',
    `/FeatureName:${feature}`,
    ...(verb === 'enable' ? ['/All'] : []),
    // Without it dism would ask, and standard input is closed.
    '/NoRestart',
  ]);
}
