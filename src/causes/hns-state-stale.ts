import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** What HNS keeps of networks and switches no longer fits the machine. Reported for neighbouring codes, for 0x80041002
 * by nobody (causes.md section 3, rank 7), so it stays weak there. */
export const hnsStateStale = {
  id: 'hns-state-stale',
  prior: 0,
  evidence: [
    ...codeEvidence('hns-state-stale'),
    {
      finding: 'hns-switch-creation-failed',
      weight: 0.1,
      source: 'https://github.com/microsoft/WSL/issues/12909',
    },
    {
      finding: 'hns-network-unusable',
      weight: 0.25,
      source: 'https://github.com/microsoft/WSL/issues/11811',
    },
    {
      finding: 'vmware-bridge-dll-missing',
      weight: -0.1,
      source: 'https://github.com/microsoft/WSL/issues/9016',
    },
  ],
  remedies: [
    { id: 'restart-windows', relation: 'may-repair' },
    { id: 'hns-network-remove', relation: 'may-repair' },
    { id: 'hns-state-reset', relation: 'may-repair' },
    { id: 'reset-network-stack', relation: 'may-repair' },
    ...bypasses,
  ],
  reports: [
    { cured: 3, of: 3, sources: ['microsoft/WSL#12909', 'microsoft/WSL#11811', 'microsoft/WSL#10089'] },
  ],
  failed: [],
  avoid: ['hnsdiag-reset', 'switch-by-hand'],
} as const satisfies Cause;
