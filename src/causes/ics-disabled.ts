import type { Cause } from './cause.js';
import { codeEvidence, isAbout } from './code-evidence.js';

/** WSL's network is of the type ICS, so HNS needs Internet Connection Sharing (wsl.md 2.2). */
export const icsDisabled = {
  id: 'ics-disabled',
  prior: 0,
  evidence: [
    {
      finding: 'service-disabled',
      when: isAbout('SharedAccess'),
      weight: 0.75,
      source: 'https://github.com/microsoft/WSL/issues/12074',
    },
    codeEvidence(
      'ics-disabled',
      (_, facts) =>
        facts.services?.services.find(({ name }) => name === 'SharedAccess')?.startType !== 'manual',
    ),
  ],
  remedies: [
    { id: 'enable-service', relation: 'repairs' },
    { id: 'wslconfig-virtioproxy', relation: 'works-around' },
    { id: 'wsl1-default', relation: 'works-around' },
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 1, of: 1, sources: ['microsoft/WSL#12074'] }],
} as const satisfies Cause;
