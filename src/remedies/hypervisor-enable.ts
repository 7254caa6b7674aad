import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import { mayAskForKey } from './features.js';
import { firstRefusal, needsElevatedFact } from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';

/** Lets the hypervisor start with Windows again, which somebody had told it not to (microsoft/WSL#4120). */
export const hypervisorEnable = {
  id: 'hypervisor-enable',
  effect: 'destructive',
  undo: 'exact',
  needs: ['elevation', 'restart'],
  seconds: 10,
  reads: ['bootConfiguration', 'hypervisor', 'elevation'],
  otherwise: 'not-for-this',
  reports: [{ code: '0x80370102', cured: 1, failed: 0, sources: ['microsoft/WSL#4120'] }],
  refusal: (facts) =>
    firstRefusal(
      facts,
      ({ hypervisor }) => (hypervisor?.firmwareEnabled === false ? { code: 'firmware-off' } : null),
      needsElevatedFact('bootConfiguration', 'boot-configuration'),
      ({ bootConfiguration }) =>
        bootConfiguration?.hypervisorLaunchType === 'off' ? null : { code: 'already-so' },
    ),
  plan: (context) => ({
    steps: stepsOrRest(context, () => [launchStep(context)]),
    memory: { staysChanged: ['boot-time'] },
  }),
  planAfterRestart: () => ({ steps: [checkStep] }),
} as const satisfies Remedy;

/** It is offered only where `off` was recorded, so that `off` is what an undo writes. */
function launchStep({ facts, paths }: PlanContext): Step {
  const launch = (type: 'auto' | 'off') =>
    makeCommand(paths, 'bcdedit', ['/set', '{current}', 'hypervisorlaunchtype', type]);
  const command = launch('auto');
  return {
    id: 'start-hypervisor',
    text: { key: 'start-hypervisor', data: { bitlocker: mayAskForKey(facts) } },
    effect: command.effect,
    actions: [{ kind: 'run', command, unless: { kind: 'hypervisor-launch', type: 'auto' } }],
    checks: [{ kind: 'hypervisor-launch', type: 'auto' }],
    undo: {
      kind: 'exact',
      actions: [{ kind: 'run', command: launch('off'), unless: { kind: 'hypervisor-launch', type: 'off' } }],
    },
    confirmation: 'answer',
  };
}

const checkStep: Step = {
  id: 'check-hypervisor',
  text: { key: 'check-hypervisor', data: {} },
  effect: 'safe',
  actions: [],
  checks: [{ kind: 'hypervisor-runs' }],
  undo: { kind: 'exact', actions: [] },
  confirmation: 'none',
};
