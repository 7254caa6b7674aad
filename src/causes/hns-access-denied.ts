import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** HNS refuses WSL's service: a regression of Windows 11 24H2. */
export const hnsAccessDenied = {
  id: 'hns-access-denied',
  prior: 0,
  evidence: [...codeEvidence('hns-access-denied')],
  remedies: [
    { id: 'restart-hns', relation: 'may-repair' },
    { id: 'restart-windows', relation: 'may-repair' },
    { id: 'hyperv-reinstall', relation: 'may-repair' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [
    { cured: 3, of: 3, sources: ['microsoft/WSL#11980', 'microsoft/WSL#11991', 'kachick/dotfiles#818'] },
  ],
  failed: [],
  avoid: ['hns-restart-alone'],
} as const satisfies Cause;
