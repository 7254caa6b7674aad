import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import type { Finding } from '../domain/findings.js';
import { isOlder } from '../wslconfig/keys.js';
import { codeEvidence } from './code-evidence.js';

/** A filter driver or guard of security software stands between Windows and a new switch (causes.md section 3, rank 2). */
export const securitySoftwareFilter = {
  id: 'security-software-filter',
  prior: 0,
  evidence: [
    // Before 12.2.2.8012 Comodo's filter kept every switch from being made; switching it off was not enough.
    {
      finding: 'security-software',
      when: isOldComodo,
      weight: 0.75,
      source: 'https://github.com/microsoft/WSL/issues/5329',
    },
    {
      finding: 'security-software',
      when: (finding) => !isOldComodo(finding) && isKind(finding, 'security'),
      weight: 0.2,
      source: 'https://github.com/microsoft/WSL/issues/8446',
    },
    {
      finding: 'security-software',
      when: (finding) => isKind(finding, 'vpn'),
      weight: 0.1,
      source: 'https://github.com/microsoft/WSL/issues/4925',
    },
    // What removed software left: the same mechanism as VMware's bridge, where it was seen to block everything.
    {
      finding: 'notify-object-dll-missing',
      weight: 0.5,
      source: 'https://jishuzhan.net/article/2071158265567866882',
    },
    ...codeEvidence(
      'security-software-filter',
      (_, facts) =>
        facts.securitySoftware === undefined ||
        facts.securitySoftware.products.length > 0 ||
        (facts.notifyObjects?.dead.length ?? 0) > 0,
    ),
  ],
  remedies: [
    { id: 'security-software-guide', relation: 'repairs' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 2, of: 2, sources: ['microsoft/WSL#5329', 'microsoft/WSL#5340'] }],
  failed: [],
  avoid: ['netcfg-delete'],
} as const satisfies Cause;

function isOldComodo(finding: Finding): boolean {
  if (finding.id !== 'security-software' || finding.data.product !== 'Comodo') return false;
  const { version } = finding.data;
  return version === null || isOlder(version, '12.2.2.8012');
}

const isKind = (finding: Finding, kind: 'security' | 'vpn'): boolean =>
  finding.id === 'security-software' && finding.data.kind === kind;
