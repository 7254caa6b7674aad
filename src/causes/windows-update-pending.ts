import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** Windows waits for a restart: components may be between two versions. Weak by itself, because it is so on many healthy machines. */
export const windowsUpdatePending = {
  id: 'windows-update-pending',
  prior: 0,
  evidence: [
    {
      finding: 'restart-pending',
      when: (finding) => finding.id === 'restart-pending' && finding.data.by === 'component-servicing',
      weight: 0.25,
      source: 'https://github.com/microsoft/WSL/issues/10312',
    },
    {
      finding: 'restart-pending',
      when: (finding) => finding.id === 'restart-pending' && finding.data.by === 'windows-update',
      weight: 0.1,
      source: 'https://github.com/microsoft/WSL/issues/10312',
    },
    ...codeEvidence(
      'windows-update-pending',
      (_, facts) =>
        facts.pendingRestart === undefined ||
        facts.pendingRestart.componentServicing ||
        facts.pendingRestart.windowsUpdate,
    ),
  ],
  remedies: [
    { id: 'restart-windows', relation: 'repairs' },
    { id: 'windows-update-guide', relation: 'may-repair' },
  ],
  reports: [],
  failed: [],
  avoid: [],
} as const satisfies Cause;
