import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** A line of .wslconfig that WSL reads otherwise than it was meant, or not at all. */
export const wslconfigInvalid = {
  id: 'wslconfig-invalid',
  prior: 0,
  evidence: [
    { finding: 'wslconfig-warnings', weight: 0.15, source: 'https://github.com/microsoft/WSL/issues/9840' },
    // A setting whose own check failed: a missing switch, an address that is none.
    {
      finding: 'wsl-start-failed',
      when: (_, facts) => /ParseConfig|WSL_E_VMSWITCH/.test(facts.wslStart?.codePath ?? ''),
      weight: 0.6,
      source: 'https://github.com/microsoft/WSL/issues/8859',
    },
    ...codeEvidence('wslconfig-invalid'),
  ],
  remedies: [
    { id: 'wslconfig-correct', relation: 'repairs' },
    { id: 'wslconfig-nat', relation: 'repairs' },
    { id: 'wsl-update', relation: 'may-repair' },
  ],
  reports: [
    { cured: 3, of: 3, sources: ['microsoft/WSL#8859', 'microsoft/WSL#11540', 'microsoft/WSL#10616'] },
  ],
  failed: [],
  avoid: ['dotted-key'],
} as const satisfies Cause;
