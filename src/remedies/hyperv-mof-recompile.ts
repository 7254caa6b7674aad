import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import { firstRefusal, needsElevatedFact, needsFact, needsService } from './refusals.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';
import { stillToDo } from './rest-of-plan.js';
import { serviceCycle } from './service-cycle.js';

/** Registers Hyper-V's WMI classes anew (commands.md R10). No report says that it cured 0x80041002. */
export const hypervMofRecompile = {
  id: 'hyperv-mof-recompile',
  effect: 'destructive',
  undo: 'none',
  needs: ['elevation'],
  seconds: 30,
  reads: ['services', 'elevation', 'optionalFeatures', 'wmiSwitchService'],
  otherwise: 'not-for-this',
  refusal: (facts) =>
    firstRefusal(
      facts,
      // The file comes with Hyper-V, which Home does not have.
      ({ optionalFeatures }) => {
        const state = optionalFeatures?.features['Microsoft-Hyper-V'];
        if (state === 'absent') return { code: 'not-on-this-edition' };
        return state === 'disabled' ? { code: 'feature-off', feature: 'Microsoft-Hyper-V' } : null;
      },
      needsFact('services', 'services'),
      needsService('vmms'),
      needsElevatedFact('wmiSwitchService', 'wmi-switch-service'),
      ({ wmiSwitchService }) => (wmiSwitchService?.answer === 'present' ? { code: 'nothing-to-do' } : null),
    ),
  plan: planRecompile,
} as const satisfies Remedy;

function planRecompile(context: PlanContext): PlanDraft {
  const { stops, starts, promises } = serviceCycle(context, ['vmms']);
  const compiled = stillToDo(context, [recompile(context)]);
  const hasStopped = context.earlier?.done.has('stop-vmms') === true;
  return {
    // VMMS reads the classes when it starts.
    steps: [...compiled, ...(compiled.length === 0 && hasStopped ? [] : stops), ...starts],
    services: promises,
    memory: { staysChanged: ['wmi-classes'] },
  };
}

function recompile({ paths }: PlanContext): Step {
  const command = makeCommand(paths, 'mofcomp', [`${paths.system32}\\WindowsVirtualization.V2.mof`]);
  return {
    id: 'recompile-mof',
    text: { key: 'recompile-mof', data: {} },
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    checks: [{ kind: 'exit-code', allowed: [0] }, { kind: 'wmi-switch-service' }],
    undo: { kind: 'none', actions: [] },
    confirmation: 'answer',
  };
}
