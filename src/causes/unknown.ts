import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** Something is wrong, and what was found does not say what. */
export const unknown = {
  id: 'unknown',
  prior: 0,
  evidence: [
    ...codeEvidence('unknown'),
    // A start that failed without any code.
    {
      finding: 'wsl-start-failed',
      when: (finding) => finding.id === 'wsl-start-failed' && finding.data.hresult === null,
      weight: 0.3,
      source: 'causes.md section 1',
    },
    { finding: 'wsl-start-fell-back', weight: 0.1, source: 'causes.md section 0' },
  ],
  remedies: [...bypasses, { id: 'reset-network-stack', relation: 'seldom-helps' }],
  reports: [],
  failed: [],
  avoid: ['netcfg-delete', 'hnsdiag-reset', 'distro-unregister', 'default-version-1'],
} as const satisfies Cause;
