import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { isInTheWay } from '../domain/network-facts.js';
import { codeEvidence } from './code-evidence.js';

/** Another program holds UDP port 53 on every address, where connection sharing sets up DNS for WSL. */
export const port53Taken = {
  id: 'port-53-taken',
  prior: 0,
  evidence: [
    { finding: 'port-53-taken', weight: 0.45, source: 'https://github.com/microsoft/WSL/issues/10889' },
    ...codeEvidence(
      'port-53-taken',
      (_, facts) => facts.port53 === undefined || facts.port53.owners.some(isInTheWay),
    ),
    // Nobody holds it now: a DNS server that had it when WSL started may be gone again.
    {
      finding: 'wsl-start-network-code',
      when: (finding, facts) =>
        finding.id === 'wsl-start-network-code' &&
        finding.data.hresult === '0xffffffff' &&
        facts.port53?.owners.some(isInTheWay) === false,
      weight: 0.4,
      source: 'https://github.com/microsoft/WSL/issues/12046',
    },
  ],
  remedies: [
    { id: 'free-port-53', relation: 'repairs' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [
    {
      cured: 4,
      of: 4,
      sources: ['microsoft/WSL#10889', 'microsoft/WSL#10709', 'microsoft/WSL#4364', 'microsoft/WSL#4432'],
    },
  ],
  failed: [],
  avoid: ['port-53-kill-all'],
} as const satisfies Cause;
