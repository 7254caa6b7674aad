import type { Facts } from '../domain/facts.js';
import type { RefusalReason } from '../domain/diagnosis.js';
import { firstRefusal, needsEnabled, needsFact } from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';
import { removeKey, saveKey } from './saved-key.js';

/** "VMware Bridge notifier object" (commands.md R6). */
const notifier = 'HKLM\\SOFTWARE\\Classes\\CLSID\\{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b}';
const backup = 'vmware-bridge.reg';

/** The one cure that was reported first-hand for 0x80041002: the dead registration of VMware's bridge goes (microsoft/WSL#9016). */
export const vmwareBridgeCleanup = {
  id: 'vmware-bridge-cleanup',
  effect: 'destructive',
  undo: 'exact',
  needs: ['elevation', 'restart'],
  seconds: 10,
  reads: ['vmwareBridge', 'services', 'elevation'],
  otherwise: 'not-for-this',
  // One person, who saw both codes and told it in #10089, too.
  reports: [
    { code: '0x80041002', cured: 1, failed: 0, sources: ['microsoft/WSL#9016'] },
    { code: '0x80070002', cured: 1, failed: 0, sources: ['microsoft/WSL#12055'] },
  ],
  refusal: (facts) =>
    firstRefusal(
      facts,
      needsFact('vmwareBridge', 'vmware-bridge'),
      deadRegistration,
      // Disabled, Windows does not take the removal in (causes.md section 6).
      needsEnabled('NetSetupSvc'),
    ),
  plan: (context) => ({
    steps: stepsOrRest(context, () => steps(context)),
    memory: { staysChanged: ['boot-time'] },
  }),
} as const satisfies Remedy;

/** A live registration belongs to a VMware that works, or that is repaired by its own installer. */
function deadRegistration({ vmwareBridge: bridge }: Facts): RefusalReason | null {
  if (bridge?.vmwareInstalled === true) return { code: 'software-installed', software: 'VMware' };
  return bridge?.dll === null || bridge?.dllExists !== false ? { code: 'nothing-to-do' } : null;
}

function steps({ facts, paths }: PlanContext) {
  return [
    saveKey(paths, 'save-vmware-bridge', notifier, backup),
    removeKey(paths, {
      id: 'remove-vmware-bridge',
      key: notifier,
      backup,
      text: { key: 'remove-vmware-bridge', data: { dll: facts.vmwareBridge?.dll ?? '' } },
      confirmation: 'answer',
    }),
  ];
}
