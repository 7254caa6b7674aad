import type { Cause } from './cause.js';

/** WSL's network is tied to an adapter that is gone (wsl.md section 5). Follows from WSL's source; nobody has reported it. */
export const natInterfaceConstraint = {
  id: 'nat-interface-constraint',
  prior: 0,
  evidence: [
    {
      finding: 'nat-interface-gone',
      weight: 0.8,
      source: 'microsoft/WSL src/windows/common/WslCoreConfig.cpp (ExternalInterfaceConstraint)',
    },
  ],
  remedies: [
    { id: 'wslconfig-virtioproxy', relation: 'works-around' },
    { id: 'wsl-update', relation: 'works-around' },
    { id: 'wsl1-default', relation: 'works-around' },
    { id: 'wsl1-convert', relation: 'works-around' },
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [],
  failed: [],
  avoid: [],
} as const satisfies Cause;
