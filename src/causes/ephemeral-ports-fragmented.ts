import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** Mirrored mode finds no 4096 free ports in a row (causes.md section 1, 0x8007054f). */
export const ephemeralPortsFragmented = {
  id: 'ephemeral-ports-fragmented',
  prior: 0,
  evidence: [
    { finding: 'ports-fragmented', weight: 0.3, source: 'https://github.com/microsoft/WSL/issues/12351' },
    ...codeEvidence('ephemeral-ports-fragmented'),
  ],
  remedies: [
    { id: 'ephemeral-ports-widen', relation: 'repairs' },
    { id: 'wslconfig-nat', relation: 'may-repair' },
    { id: 'restart-windows', relation: 'may-repair' },
    { id: 'wslconfig-virtioproxy', relation: 'works-around' },
    { id: 'wsl1-default', relation: 'works-around' },
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [
    {
      cured: 3,
      of: 4,
      sources: ['microsoft/WSL#12351', 'microsoft/WSL#13600', 'microsoft/WSL#40439', 'microsoft/WSL#41228'],
    },
  ],
  failed: [
    { tried: 'netsh-reset', source: 'https://github.com/microsoft/WSL/issues/41228' },
    { tried: 'hns-restart-alone', source: 'https://github.com/microsoft/WSL/issues/41228' },
  ],
  avoid: ['netsh-reset'],
} as const satisfies Cause;
