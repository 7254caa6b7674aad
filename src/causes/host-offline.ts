import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** Windows itself does not reach the internet, so WSL cannot either, and a test of it says nothing. */
export const hostOffline = {
  id: 'host-offline',
  prior: 0,
  evidence: [
    { finding: 'host-offline', weight: 0.6, source: 'commands.md section 3' },
    ...codeEvidence('host-offline'),
  ],
  remedies: [],
  reports: [],
  failed: [],
  avoid: [],
} as const satisfies Cause;
