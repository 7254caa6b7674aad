import type { Cause } from './cause.js';
import { codeEvidence, isAbout } from './code-evidence.js';

/** WSL's own service is switched off, often by security software: no fault of the network. */
export const wslServiceDisabled = {
  id: 'wsl-service-disabled',
  prior: 0,
  evidence: [
    {
      finding: 'service-disabled',
      when: isAbout('WSLService', 'LxssManager'),
      weight: 0.9,
      source: 'https://github.com/microsoft/WSL/issues/11501',
    },
    {
      finding: 'service-stopped',
      when: isAbout('WSLService', 'LxssManager'),
      weight: 0.4,
      source: 'https://github.com/microsoft/WSL/issues/11273',
    },
    ...codeEvidence('wsl-service-disabled'),
  ],
  remedies: [
    { id: 'enable-service', relation: 'repairs' },
    { id: 'security-software-guide', relation: 'may-repair' },
  ],
  reports: [
    { cured: 3, of: 3, sources: ['microsoft/WSL#11336', 'microsoft/WSL#11501', 'microsoft/WSL#11273'] },
  ],
  failed: [],
  avoid: ['distro-unregister'],
} as const satisfies Cause;
