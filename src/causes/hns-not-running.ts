import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { findService } from '../domain/facts.js';
import { codeEvidence, isAbout } from './code-evidence.js';

/** The Host Network Service does not run and cannot be started, or hangs. */
export const hnsNotRunning = {
  id: 'hns-not-running',
  prior: 0,
  evidence: [
    {
      finding: 'service-disabled',
      when: isAbout('hns'),
      weight: 0.85,
      source: 'https://github.com/microsoft/WSL/issues/11265',
    },
    {
      finding: 'service-stopped',
      when: isAbout('hns'),
      weight: 0.5,
      source: 'https://github.com/microsoft/WSL/issues/11265',
    },
    ...codeEvidence('hns-not-running', (_, facts) => findService(facts, 'hns')?.state !== 'running'),
    // It answers at the time of the check, so the code counts for half.
    {
      finding: 'wsl-start-network-code',
      when: (finding, facts) =>
        finding.id === 'wsl-start-network-code' &&
        finding.data.hresult === '0x800706d9' &&
        findService(facts, 'hns')?.state === 'running',
      weight: 0.3,
      source: 'https://github.com/microsoft/WSL/issues/11265',
    },
  ],
  remedies: [
    { id: 'enable-service', relation: 'repairs' },
    { id: 'restart-hns', relation: 'may-repair' },
    { id: 'restart-windows', relation: 'may-repair' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'may-repair' },
  ],
  reports: [{ cured: 1, of: 2, sources: ['microsoft/WSL#11991', 'microsoft/WSL#41228'] }],
  failed: [{ tried: 'hns-restart-alone', source: 'https://github.com/microsoft/WSL/issues/9634' }],
  avoid: ['hns-restart-alone', 'hns-service-delete'],
} as const satisfies Cause;
