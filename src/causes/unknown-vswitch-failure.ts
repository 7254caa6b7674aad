import type { Cause } from './cause.js';
import { codeEvidence, withoutStartCode, withStartCode } from './code-evidence.js';

const case12019 = 'https://github.com/microsoft/WSL/issues/12019';
const case12055 = 'https://github.com/microsoft/WSL/issues/12055';

/**
 * Windows cannot create the virtual switch, and nobody can tell why: how most recent reports of 0x80041002 ended
 * (causes.md section 3). It leads wherever the evidence cannot tell.
 */
export const unknownVswitchFailure = {
  id: 'unknown-vswitch-failure',
  prior: 0,
  evidence: [
    codeEvidence('unknown-vswitch-failure'),
    { finding: 'vmms-switch-not-found', when: withStartCode, weight: 0.08, source: case12019 },
    { finding: 'hns-switch-creation-failed', when: withStartCode, weight: 0.05, source: case12055 },
    { finding: 'vmms-switch-not-found', when: withoutStartCode, weight: 0.4, source: case12019 },
    { finding: 'hns-switch-creation-failed', when: withoutStartCode, weight: 0.25, source: case12055 },
    // Newer WSL names no code when it falls back (wsl.md 2.5).
    {
      finding: 'wsl-start-fell-back',
      when: withoutStartCode,
      weight: 0.15,
      source: 'https://github.com/microsoft/WSL/issues/12645',
    },
    // A dead notify object is an explanation.
    {
      finding: 'vmware-bridge-dll-missing',
      weight: -0.4,
      source: 'https://github.com/microsoft/WSL/issues/9016',
    },
    {
      finding: 'service-missing',
      weight: -0.3,
      source: 'https://github.com/microsoft/WSL/issues/10755',
    },
  ],
  remedies: [
    { id: 'wslconfig-virtioproxy', relation: 'works-around' },
    { id: 'wsl-update', relation: 'works-around' },
    { id: 'wsl1-default', relation: 'works-around' },
    { id: 'wsl1-convert', relation: 'works-around' },
    { id: 'reset-network-stack', relation: 'seldom-helps' },
    { id: 'hyperv-reinstall', relation: 'seldom-helps' },
  ],
  reports: [
    {
      cured: 0,
      of: 4,
      sources: ['microsoft/WSL#12019', 'microsoft/WSL#12022', 'microsoft/WSL#11984', 'docker/for-win#14121'],
    },
  ],
} as const satisfies Cause;
