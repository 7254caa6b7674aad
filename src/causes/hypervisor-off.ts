import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** The hypervisor does not run: off in the firmware or in the boot entry. The network is not at fault. */
export const hypervisorOff = {
  id: 'hypervisor-off',
  prior: 0,
  evidence: [
    {
      finding: 'hypervisor-not-running',
      weight: 0.5,
      source: 'https://github.com/microsoft/WSL/issues/4120',
    },
    { finding: 'hypervisor-launch-off', weight: 0.3, source: 'https://github.com/microsoft/WSL/issues/4120' },
    ...codeEvidence('hypervisor-off', (_, facts) => facts.hypervisor?.running !== true),
  ],
  remedies: [
    { id: 'hypervisor-enable', relation: 'repairs' },
    { id: 'wsl1-default', relation: 'works-around' },
    { id: 'wsl1-convert', relation: 'works-around' },
    // Without a hypervisor there is no machine that could have a network.
    { id: 'wslconfig-virtioproxy', relation: 'seldom-helps' },
    { id: 'wsl-update', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 1, of: 1, sources: ['microsoft/WSL#4120'] }],
  failed: [],
  avoid: ['hyperv-toggle'],
} as const satisfies Cause;
