import { firstRefusal, needsEnabled, needsFact, needsService, needsWsl } from './refusals.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';
import { serviceCycle } from './service-cycle.js';
import { shutWslDown } from './shut-wsl-down.js';

/**
 * HNS stopped and started, with WSL shut down before: under a running WSL it gave 0x800706bf until Windows restarted
 * (microsoft/WSL#9634, causes.md section 6).
 */
export const restartHns = {
  id: 'restart-hns',
  effect: 'destructive',
  undo: 'exact',
  needs: ['elevation'],
  seconds: 30,
  reads: ['wsl', 'distros', 'elevation', 'services'],
  otherwise: 'seldom-helps',
  reports: [
    // Two people in one thread; those of #11991 (two of three) do not say what code they had.
    { code: '0x80070005', cured: 2, failed: 0, sources: ['microsoft/WSL#11980'] },
    { code: '0x8007054f', cured: 0, failed: 1, sources: ['microsoft/WSL#41228'] },
    { code: '0x803b0007', cured: 0, failed: 1, sources: ['microsoft/WSL#12909'] },
  ],
  refusal: (facts) =>
    firstRefusal(
      facts,
      needsWsl,
      needsFact('services', 'services'),
      needsService('hns'),
      needsEnabled('hns'),
    ),
  plan: planCycle,
} as const satisfies Remedy;

function planCycle(context: PlanContext): PlanDraft {
  const { facts, paths, earlier } = context;
  const { stops, starts, promises } = serviceCycle(context, ['hns']);
  const hasStopped = earlier?.done.has('stop-hns') === true;
  return {
    steps: [...(hasStopped ? [] : [shutWslDown(facts, paths), ...stops]), ...starts],
    services: promises,
    memory: { staysChanged: ['hns-networks'] },
  };
}
