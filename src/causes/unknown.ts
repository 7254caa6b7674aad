import type { Finding } from '../domain/findings.js';
import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';
import { normaliseCode, stageOf } from './error-codes.js';

/** Something is wrong, and what was found does not say what. */
export const unknown = {
  id: 'unknown',
  prior: 0,
  evidence: [
    codeEvidence('unknown'),
    { finding: 'wsl-start-failed', when: isNotTheNetwork, weight: 0.3, source: 'causes.md section 1' },
    { finding: 'wsl-start-fell-back', weight: 0.1, source: 'causes.md section 0' },
  ],
  remedies: [
    { id: 'wslconfig-virtioproxy', relation: 'works-around' },
    { id: 'wsl-update', relation: 'works-around' },
    { id: 'wsl1-default', relation: 'works-around' },
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [],
} as const satisfies Cause;

/** A failure of the network has a cause of its own for the case that nobody knows why. */
function isNotTheNetwork(finding: Finding): boolean {
  if (finding.id !== 'wsl-start-failed') return false;
  const path = finding.data.codePath?.split('/').slice(0, -1) ?? [];
  return stageOf(path, normaliseCode(finding.data.hresult ?? '')?.hresult ?? null) !== 'network';
}
