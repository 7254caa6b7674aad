import type { Cause } from './cause.js';
import { codeEvidence, isAbout } from './code-evidence.js';

/** Files or registrations of WSL itself are gone, usually after an update that was cut short. The network is not at fault. */
export const wslInstallDamaged = {
  id: 'wsl-install-damaged',
  prior: 0,
  evidence: [
    { finding: 'wsl-files-missing', weight: 0.5, source: 'https://github.com/microsoft/WSL/issues/40488' },
    {
      finding: 'service-missing',
      when: isAbout('WSLService'),
      weight: 0.6,
      source: 'https://github.com/microsoft/WSL/issues/40968',
    },
    {
      finding: 'feature-off',
      when: (finding) =>
        finding.id === 'feature-off' && finding.data.feature === 'Microsoft-Windows-Subsystem-Linux',
      weight: 0.5,
      source: 'https://learn.microsoft.com/windows/wsl/troubleshooting',
    },
    ...codeEvidence('wsl-install-damaged'),
  ],
  remedies: [{ id: 'wsl-reinstall', relation: 'repairs' }],
  reports: [{ cured: 2, of: 2, sources: ['microsoft/WSL#40488', 'microsoft/WSL#40968'] }],
  failed: [],
  avoid: ['distro-unregister'],
} as const satisfies Cause;
