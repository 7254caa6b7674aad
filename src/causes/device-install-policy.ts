import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** A policy forbids installing network adapters, so that the one of a new switch never appears (causes.md section 3, rank 3). */
export const deviceInstallPolicy = {
  id: 'device-install-policy',
  prior: 0,
  evidence: [
    {
      finding: 'device-install-forbidden',
      weight: 0.75,
      source: 'https://github.com/microsoft/WSL/issues/6724',
    },
    ...codeEvidence(
      'device-install-policy',
      (_, facts) => facts.devicePolicy === undefined || facts.devicePolicy.forbidding.length > 0,
    ),
  ],
  remedies: [
    { id: 'device-policy-guide', relation: 'repairs' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 1, of: 1, sources: ['microsoft/WSL#6724'] }],
  failed: [],
  avoid: ['netcfg-delete'],
} as const satisfies Cause;
