import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import type { Facts } from '../domain/facts.js';
import type { Finding } from '../domain/findings.js';
import { codeEvidence, isAbout } from './code-evidence.js';

/** Parts of Hyper-V or Virtual Machine Platform are missing or half installed; what was reported of repairs is mixed (causes.md section 3, rank 5). */
export const hypervComponentsDamaged = {
  id: 'hyperv-components-damaged',
  prior: 0,
  evidence: [
    // The feature says that it is on, and what comes with it is not there.
    {
      finding: 'service-missing',
      when: isPartOfPlatform,
      weight: 0.65,
      source: 'https://github.com/microsoft/WSL/issues/10709',
    },
    {
      finding: 'service-missing',
      when: isAbout('vmsmp'),
      weight: 0.5,
      source: 'https://github.com/microsoft/WSL/issues/7404',
    },
    {
      finding: 'service-disabled',
      when: isAbout('vmsmp', 'vfpext'),
      weight: 0.4,
      source: 'https://github.com/microsoft/WSL/issues/7404',
    },
    // Drivers that vmcompute cannot start without (commands.md section 1).
    {
      finding: 'service-missing',
      when: isAbout('wcifs', 'hvsocketcontrol', 'condrv'),
      weight: 0.4,
      source: 'https://github.com/microsoft/WSL/issues/10709',
    },
    {
      finding: 'service-disabled',
      when: isAbout('wcifs', 'hvsocketcontrol', 'condrv'),
      weight: 0.4,
      source: 'https://github.com/microsoft/WSL/issues/10709',
    },
    ...codeEvidence('hyperv-components-damaged', (finding) => finding.id === 'wsl-start-failed'),
  ],
  remedies: [
    { id: 'component-store-repair', relation: 'may-repair' },
    { id: 'hyperv-reinstall', relation: 'may-repair' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [
    { cured: 1, of: 3, sources: ['microsoft/WSL#9845', 'microsoft/WSL#9016', 'microsoft/WSL#10709'] },
  ],
  failed: [{ tried: 'hyperv-reinstall', source: 'https://github.com/microsoft/WSL/issues/9016' }],
  avoid: ['hyperv-toggle'],
} as const satisfies Cause;

function isPartOfPlatform(finding: Finding, facts: Facts): boolean {
  return (
    isAbout('hns', 'vmcompute', 'vfpext')(finding) &&
    facts.optionalFeatures?.features.VirtualMachinePlatform === 'enabled'
  );
}
