import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence, isAbout, mayBeDisabled } from './code-evidence.js';

/** The service Dhcp may not start (one report: microsoft/WSL#10709). */
export const dhcpClientDisabled = {
  id: 'dhcp-client-disabled',
  prior: 0,
  evidence: [
    {
      finding: 'service-disabled',
      when: isAbout('Dhcp'),
      weight: 0.7,
      source: 'https://github.com/microsoft/WSL/issues/10709',
    },
    {
      finding: 'service-stopped',
      when: isAbout('Dhcp'),
      weight: 0.4,
      source: 'https://github.com/microsoft/WSL/issues/10709',
    },
    ...codeEvidence('dhcp-client-disabled', mayBeDisabled('Dhcp')),
  ],
  remedies: [
    { id: 'enable-service', relation: 'repairs' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 1, of: 1, sources: ['microsoft/WSL#10709'] }],
  failed: [],
  avoid: [],
} as const satisfies Cause;
