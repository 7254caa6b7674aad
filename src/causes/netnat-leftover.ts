import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** A NAT network of Windows takes the one place that there is (microsoft/WSL#7998). */
export const netnatLeftover = {
  id: 'netnat-leftover',
  prior: 0,
  evidence: [
    { finding: 'netnat-present', weight: 0.25, source: 'https://github.com/microsoft/WSL/issues/7998' },
    ...codeEvidence(
      'netnat-leftover',
      (_, facts) => facts.netNat === undefined || facts.netNat.networks.length > 0,
    ),
  ],
  remedies: [
    { id: 'netnat-remove', relation: 'repairs' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 1, of: 1, sources: ['microsoft/WSL#7998'] }],
  failed: [],
  avoid: ['hnsdiag-reset', 'hns-restart-alone'],
} as const satisfies Cause;
