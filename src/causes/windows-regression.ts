import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** A fault that an update of Windows brought in; known by its code (causes.md section 1). */
export const windowsRegression = {
  id: 'windows-regression',
  prior: 0,
  evidence: [...codeEvidence('windows-regression')],
  remedies: [
    { id: 'windows-update-guide', relation: 'may-repair' },
    { id: 'restart-hns', relation: 'may-repair' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 1, of: 2, sources: ['microsoft/WSL#11980', 'microsoft/WSL#41398'] }],
  failed: [],
  avoid: [],
} as const satisfies Cause;
