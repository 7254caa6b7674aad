import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** A provider of a VPN or proxy in Winsock gives wsl.exe sockets that it cannot use (microsoft/WSL#4177, #5351). */
export const winsockProvider = {
  id: 'winsock-provider',
  prior: 0,
  evidence: [
    {
      finding: 'winsock-layered-provider',
      weight: 0.3,
      source: 'https://github.com/microsoft/WSL/issues/4177',
    },
    ...codeEvidence('winsock-provider'),
  ],
  remedies: [
    { id: 'security-software-guide', relation: 'repairs' },
    { id: 'wsl-update', relation: 'may-repair' },
    { id: 'reset-network-stack', relation: 'may-repair' },
  ],
  reports: [{ cured: 2, of: 2, sources: ['microsoft/WSL#4177', 'microsoft/WSL#5351'] }],
  failed: [],
  avoid: [],
} as const satisfies Cause;
