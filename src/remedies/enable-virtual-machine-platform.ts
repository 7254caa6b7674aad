import { checkFeatures, turnOn } from './features.js';
import { firstRefusal, needsFact, needsNoPendingRestart } from './refusals.js';
import type { Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';

/** WSL 2 needs this feature, whatever of Hyper-V is on (microsoft/WSL#10755, #10666). */
export const enableVirtualMachinePlatform = {
  id: 'enable-virtual-machine-platform',
  effect: 'destructive',
  undo: 'equivalent',
  needs: ['elevation', 'restart'],
  seconds: 180,
  reads: ['optionalFeatures', 'elevation', 'pendingRestart'],
  otherwise: 'not-for-this',
  reports: [
    { code: '0x80070424', cured: 2, failed: 0, sources: ['microsoft/WSL#10755', 'microsoft/WSL#10778'] },
    { code: '0x800704db', cured: 1, failed: 0, sources: ['microsoft/WSL#10666'] },
    { code: '0x80041002', cured: 0, failed: 1, sources: ['microsoft/WSL#10709'] },
  ],
  refusal: (facts) =>
    firstRefusal(
      facts,
      needsFact('optionalFeatures', 'optional-features'),
      ({ optionalFeatures }) =>
        optionalFeatures?.features.VirtualMachinePlatform === 'enabled' ? { code: 'already-so' } : null,
      needsNoPendingRestart,
    ),
  plan: (context) => ({
    steps: stepsOrRest(context, () => [turnOn(context.paths, 'VirtualMachinePlatform', context.facts)]),
    memory: { staysChanged: ['boot-time'] },
  }),
  planAfterRestart: () => ({ steps: [checkFeatures(['VirtualMachinePlatform'], 'enabled')] }),
} as const satisfies Remedy;
