import { bypasses } from './bypasses.js';
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
  remedies: [...bypasses, { id: 'reset-network-stack', relation: 'seldom-helps' }],
  reports: [],
  failed: [],
  avoid: [],
} as const satisfies Cause;
