import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** HNS refuses WSL's service: a regression of Windows 11 24H2. */
export const hnsAccessDenied = {
  id: 'hns-access-denied',
  prior: 0,
  evidence: [codeEvidence('hns-access-denied')],
  remedies: [
    { id: 'restart-hns', relation: 'may-repair' },
    { id: 'restart-windows', relation: 'may-repair' },
    { id: 'wslconfig-virtioproxy', relation: 'works-around' },
    { id: 'wsl1-default', relation: 'works-around' },
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 1, of: 1, sources: ['microsoft/WSL#11980'] }],
} as const satisfies Cause;
