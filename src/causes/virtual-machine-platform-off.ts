import type { Cause } from './cause.js';
import { codeEvidence, isAbout } from './code-evidence.js';

/** HNS, vmcompute and (from build 22621) vfpext come with this feature; WSL's own test looks for them (wsl.md 2.5). */
export const virtualMachinePlatformOff = {
  id: 'virtual-machine-platform-off',
  prior: 0,
  evidence: [
    {
      finding: 'service-missing',
      when: (finding, facts) =>
        isAbout('hns', 'vmcompute', 'vfpext')(finding) &&
        facts.optionalFeatures?.features.VirtualMachinePlatform !== 'enabled',
      weight: 0.6,
      source: 'https://github.com/microsoft/WSL/issues/10755',
    },
    {
      finding: 'feature-off',
      when: (finding) => finding.id === 'feature-off' && finding.data.feature === 'VirtualMachinePlatform',
      weight: 0.5,
      source: 'https://github.com/microsoft/WSL/issues/10755',
    },
    ...codeEvidence(
      'virtual-machine-platform-off',
      (_, facts) => facts.optionalFeatures?.features.VirtualMachinePlatform !== 'enabled',
    ),
  ],
  remedies: [
    { id: 'enable-virtual-machine-platform', relation: 'repairs' },
    { id: 'wsl1-default', relation: 'works-around' },
    { id: 'wsl1-convert', relation: 'works-around' },
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [
    { cured: 3, of: 3, sources: ['microsoft/WSL#10755', 'microsoft/WSL#10778', 'microsoft/WSL#10666'] },
  ],
  failed: [],
  avoid: ['hyperv-toggle'],
} as const satisfies Cause;
