import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** In-box WSL: in one report the version from the Store ended 0x80041002 (causes.md section 3, rank 6). */
export const wslOutdated = {
  id: 'wsl-outdated',
  prior: 0,
  evidence: [
    ...codeEvidence('wsl-outdated', (_, facts) => facts.wsl?.flavour === 'inbox'),
    // The least that can be tried, and it brings a fallback with it, so it leads before "unknown".
    {
      finding: 'wsl-start-failed',
      when: (_, facts) => facts.wsl?.flavour === 'inbox',
      weight: 0.4,
      source: 'https://github.com/microsoft/WSL/issues/11744',
    },
  ],
  remedies: [{ id: 'wsl-update', relation: 'may-repair' }],
  reports: [{ cured: 1, of: 1, sources: ['microsoft/WSL#11744'] }],
  failed: [],
  avoid: [],
} as const satisfies Cause;
