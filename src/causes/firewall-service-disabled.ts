import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence, isAbout, mayBeDisabled } from './code-evidence.js';

/** The firewall's service or the engine under it may not start, and HNS needs both. */
export const firewallServiceDisabled = {
  id: 'firewall-service-disabled',
  prior: 0,
  evidence: [
    {
      finding: 'service-disabled',
      when: isAbout('mpssvc', 'BFE'),
      weight: 0.75,
      source: 'https://github.com/microsoft/WSL/issues/12074',
    },
    {
      finding: 'service-stopped',
      when: isAbout('mpssvc', 'BFE'),
      weight: 0.45,
      source: 'https://github.com/microsoft/WSL/issues/12074',
    },
    ...codeEvidence('firewall-service-disabled', mayBeDisabled('mpssvc', 'BFE')),
  ],
  remedies: [
    { id: 'enable-service', relation: 'repairs' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 1, of: 1, sources: ['XX-net/XX-Net#9373'] }],
  failed: [],
  avoid: [],
} as const satisfies Cause;
