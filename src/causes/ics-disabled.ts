import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { findService } from '../domain/facts.js';
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
    {
      finding: 'ics-forbidden-by-policy',
      weight: 0.6,
      source: 'https://github.com/MicrosoftDocs/WSL/blob/main/WSL/troubleshooting.md',
    },
    {
      finding: 'firewall-policy',
      weight: 0.1,
      source: 'https://github.com/MicrosoftDocs/WSL/blob/main/WSL/troubleshooting.md',
    },
    ...codeEvidence(
      'ics-disabled',
      (_, facts) =>
        findService(facts, 'SharedAccess')?.startType !== 'manual' || facts.policies?.icsForbidden === true,
    ),
  ],
  remedies: [
    { id: 'enable-service', relation: 'repairs' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 1, of: 1, sources: ['microsoft/WSL#12074'] }],
  failed: [],
  avoid: ['sharedaccess-stop', 'hns-service-delete'],
} as const satisfies Cause;
