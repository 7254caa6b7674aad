import type { Facts } from '../domain/facts.js';
import type { Action, Check, Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { Command, MachinePaths } from '../host/host.js';
import { restorePointScript } from '../host/powershell-scripts.js';
import { firstRefusal, needsElevatedFact, type Refusal } from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';

const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore';
const value = 'SystemRestorePointCreationFrequency';

/**
 * A restore point before something grave. Windows makes one in 24 hours, and says so with a warning and exit code 0: the limit
 * is lifted for the moment, and what counts is whether there is a point with a higher number (commands.md R14).
 */
export const restorePoint = {
  id: 'restore-point',
  effect: 'destructive',
  undo: 'exact',
  needs: ['elevation'],
  seconds: 60,
  reads: ['restorePoints', 'elevation'],
  otherwise: 'prevents',
  refusal: (facts) => {
    const isServer: Refusal = ({ windows }) =>
      windows?.installationType === 'Server' ? { code: 'not-on-this-edition' } : null;
    const isOff: Refusal = ({ restorePoints }) =>
      restorePoints?.possible === false ? { code: 'feature-off', feature: 'System Protection' } : null;
    return firstRefusal(facts, isServer, needsElevatedFact('restorePoints', 'restore-points'), isOff);
  },
  plan: (context) => ({
    steps: stepsOrRest(context, () => steps(context)),
    memory: { staysChanged: ['restore-point'] },
  }),
} as const satisfies Remedy;

function steps({ facts, paths }: PlanContext): readonly Step[] {
  const minutes = frequency(facts);
  const made = makePoint(paths, facts.restorePoints?.newest ?? null);
  return minutes === 0 ? [made] : [liftLimit(paths, minutes), made, setLimitBack(paths, minutes)];
}

const frequency = ({ restorePoints }: Facts): number | null => restorePoints?.frequencyMinutes ?? null;

function liftLimit(paths: MachinePaths, minutes: number | null): Step {
  return {
    id: 'lift-restore-limit',
    text: { key: 'lift-restore-limit', data: { minutes } },
    effect: 'destructive',
    actions: [limitAction(paths, 0)],
    checks: [limitIs(0)],
    undo: { kind: 'exact', actions: [limitAction(paths, minutes)] },
    confirmation: 'answer',
  };
}

function setLimitBack(paths: MachinePaths, minutes: number | null): Step {
  return {
    id: 'set-restore-limit-back',
    text: { key: 'set-restore-limit-back', data: { minutes } },
    effect: 'destructive',
    actions: [limitAction(paths, minutes)],
    checks: [limitIs(minutes)],
    undo: { kind: 'exact', actions: [] },
    confirmation: 'answer',
  };
}

function makePoint(paths: MachinePaths, newest: number | null): Step {
  const command = makeCommand(paths, 'powershell', [restorePointScript]);
  return {
    id: 'make-restore-point',
    text: { key: 'make-restore-point', data: { newest } },
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    checks: [{ kind: 'restore-point', newerThan: newest }],
    undo: { kind: 'none', actions: [] },
    confirmation: 'none',
  };
}

const limitIs = (minutes: number | null): Check => ({
  kind: 'registry-number',
  key,
  value,
  number: minutes,
});

function limitAction(paths: MachinePaths, minutes: number | null): Action {
  const command: Command =
    minutes === null
      ? makeCommand(paths, 'reg', ['delete', key, '/v', value, '/f'])
      : makeCommand(paths, 'reg', ['add', key, '/v', value, '/t', 'REG_DWORD', '/d', `${minutes}`, '/f']);
  return { kind: 'run', command, unless: limitIs(minutes) };
}
