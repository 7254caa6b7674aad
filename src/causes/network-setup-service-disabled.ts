import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence, isAbout, mayBeDisabled } from './code-evidence.js';

/** What installs network components is switched off, often by a debloat script (causes.md section 3, rank 4). */
export const networkSetupServiceDisabled = {
  id: 'network-setup-service-disabled',
  prior: 0,
  evidence: [
    {
      finding: 'service-disabled',
      when: isAbout('NetSetupSvc', 'DeviceInstall'),
      weight: 0.75,
      source: 'https://github.com/microsoft/WSL/issues/9888',
    },
    {
      finding: 'adapter-problem',
      when: (finding, facts) =>
        finding.id === 'adapter-problem' &&
        finding.data.problem === 56 &&
        mayBeDisabled('NetSetupSvc', 'DeviceInstall')(finding, facts),
      weight: 0.15,
      source: 'https://jack.ukleja.com/Troubleshooting/How-to-Fix-Code-56-on-Windows',
    },
    ...codeEvidence('network-setup-service-disabled', mayBeDisabled('NetSetupSvc', 'DeviceInstall')),
  ],
  remedies: [
    { id: 'enable-service', relation: 'repairs' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 2, of: 2, sources: ['microsoft/WSL#9888', 'jack.ukleja.com (code 56)'] }],
  failed: [],
  avoid: ['netcfg-delete'],
} as const satisfies Cause;
