import type { Step, StepText } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { Command } from '../host/host.js';
import { firstRefusal, needsNoPendingRestart } from './refusals.js';
import type { Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';

/** Damaged files of Windows are replaced by sound ones. It brought a lost vmcompute.exe back once (commands.md R13). */
export const componentStoreRepair = {
  id: 'component-store-repair',
  effect: 'destructive',
  undo: 'none',
  needs: ['elevation'],
  seconds: 1200,
  reads: ['elevation', 'pendingRestart'],
  otherwise: 'seldom-helps',
  reports: [
    { code: '0x80041002', cured: 0, failed: 1, sources: ['microsoft/WSL#11744'] },
    { code: '0x80070422', cured: 0, failed: 1, sources: ['microsoft/WSL#11628'] },
  ],
  refusal: (facts) =>
    firstRefusal(facts, needsNoPendingRestart, ({ hostOnline }) =>
      // The sound files come from Windows Update.
      hostOnline?.online === false ? { code: 'host-offline' } : null,
    ),
  plan: (context) => ({
    steps: stepsOrRest(context, () => {
      const dism = ['/English', '/Online', '/Cleanup-Image', '/RestoreHealth'];
      return [
        repairStep('repair-component-store', makeCommand(context.paths, 'dism', dism), [0, 3010]),
        // Its exit code says nothing, violations or not.
        repairStep('check-system-files', makeCommand(context.paths, 'sfc', ['/scannow']), [0]),
      ];
    }),
    memory: { staysChanged: ['system-files'] },
  }),
} as const satisfies Remedy;

function repairStep(
  id: 'repair-component-store' | 'check-system-files',
  command: Command,
  allowed: readonly number[],
): Step {
  const text: StepText = { key: id, data: {} };
  return {
    id,
    text,
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    checks: [{ kind: 'exit-code', allowed }],
    undo: { kind: 'none', actions: [] },
    confirmation: 'answer',
  };
}
