import type { Cause } from './cause.js';

/** A line of .wslconfig that WSL reads otherwise than it was meant, or not at all. */
export const wslconfigInvalid = {
  id: 'wslconfig-invalid',
  prior: 0,
  evidence: [
    {
      finding: 'wslconfig-warnings',
      weight: 0.15,
      source: 'https://github.com/microsoft/WSL/issues/9840',
    },
    // Where a mode in the way of the file itself fails, its lines come first.
    {
      finding: 'wslconfig-warnings',
      when: (_, facts) => /ParseConfig|WSL_E_VMSWITCH/.test(facts.wslStart?.codePath ?? ''),
      weight: 0.6,
      source: 'https://github.com/microsoft/WSL/issues/8859',
    },
  ],
  remedies: [
    { id: 'wslconfig-correct', relation: 'repairs' },
    { id: 'wslconfig-nat', relation: 'may-repair' },
  ],
  reports: [],
} as const satisfies Cause;
