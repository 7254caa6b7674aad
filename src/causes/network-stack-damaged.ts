import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** Windows' own network configuration is damaged; the list of its adapters was empty in the reports. */
export const networkStackDamaged = {
  id: 'network-stack-damaged',
  prior: 0,
  evidence: [
    { finding: 'adapters-missing', weight: 0.6, source: 'https://github.com/microsoft/WSL/issues/6089' },
    ...codeEvidence(
      'network-stack-damaged',
      (_, facts) =>
        facts.networkAdapters === undefined ||
        facts.networkAdapters.adapters.every(({ status }) => status === 'not-present'),
    ),
  ],
  remedies: [
    { id: 'reset-network-stack', relation: 'may-repair' },
    { id: 'network-reset-guide', relation: 'may-repair' },
    ...bypasses,
  ],
  reports: [{ cured: 1, of: 2, sources: ['microsoft/WSL#6089', 'microsoft/WSL#6341'] }],
  failed: [{ tried: 'netcfg-delete', source: 'https://github.com/microsoft/WSL/issues/6341' }],
  avoid: ['netcfg-delete', 'hnsdiag-reset'],
} as const satisfies Cause;
