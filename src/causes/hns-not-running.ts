import { findService } from '../domain/facts.js';
import type { Cause } from './cause.js';
import { codeEvidence, isAbout } from './code-evidence.js';

const source = 'https://github.com/microsoft/WSL/issues/11265';

/** The Host Network Service does not run and cannot be started, or hangs. */
export const hnsNotRunning = {
  id: 'hns-not-running',
  prior: 0,
  evidence: [
    { finding: 'service-disabled', when: isAbout('hns'), weight: 0.85, source },
    { finding: 'service-stopped', when: isAbout('hns'), weight: 0.5, source },
    codeEvidence('hns-not-running', (_, facts) => findService(facts, 'hns')?.state !== 'running'),
    // It answers at the time of the check, so the code counts for half.
    {
      finding: 'wsl-start-network-code',
      when: (finding, facts) =>
        finding.id === 'wsl-start-network-code' &&
        finding.data.hresult === '0x800706d9' &&
        findService(facts, 'hns')?.state === 'running',
      weight: 0.3,
      source,
    },
  ],
  remedies: [
    { id: 'restart-hns', relation: 'repairs' },
    { id: 'enable-service', relation: 'may-repair' },
    { id: 'reset-network-stack', relation: 'may-repair' },
    { id: 'wslconfig-virtioproxy', relation: 'works-around' },
    { id: 'wsl1-default', relation: 'works-around' },
  ],
  reports: [{ cured: 1, of: 2, sources: ['microsoft/WSL#11991', 'microsoft/WSL#41228'] }],
} as const satisfies Cause;
