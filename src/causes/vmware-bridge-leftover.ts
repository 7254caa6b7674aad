import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import { codeEvidence } from './code-evidence.js';

/** VMware's notify object is registered and its DLL is gone: Windows can then install no network component, a virtual
 * switch included (causes.md section 3, rank 1). */
export const vmwareBridgeLeftover = {
  id: 'vmware-bridge-leftover',
  prior: 0,
  evidence: [
    {
      finding: 'vmware-bridge-dll-missing',
      weight: 0.75,
      source: 'https://github.com/microsoft/WSL/issues/9016',
    },
    // The same user saw 0x80041002 and 0x80070002.
    {
      finding: 'wsl-start-network-code',
      when: (finding, facts) =>
        finding.id === 'wsl-start-network-code' &&
        /^0x8(0041002|0070002)$/.test(finding.data.hresult) &&
        facts.vmwareBridge?.dllExists === false,
      weight: 0.15,
      source: 'https://github.com/microsoft/WSL/issues/12055',
    },
    // Bound, and VMware is not installed: its removal stopped half-way.
    {
      finding: 'vmware-bridge-bound',
      when: (_, facts) => facts.vmwareBridge?.dllExists !== false,
      weight: 0.3,
      source: 'https://github.com/microsoft/WSL/issues/8657',
    },
    // Where the registration could not be read, the code alone has to do.
    ...codeEvidence('vmware-bridge-leftover', (_, facts) => facts.vmwareBridge === undefined),
  ],
  remedies: [
    { id: 'vmware-bridge-cleanup', relation: 'repairs' },
    { id: 'vmware-repair-guide', relation: 'repairs' },
    { id: 'network-reset-guide', relation: 'may-repair' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [
    {
      // The one who removed the registration wrote in #9016 and #10089 as well, and is counted once.
      cured: 3,
      of: 3,
      sources: ['microsoft/WSL#12055', 'microsoft/WSL#11816', 'microsoft/WSL#6062'],
    },
  ],
  failed: [
    { tried: 'hyperv-reinstall', source: 'https://github.com/microsoft/WSL/issues/9016' },
    { tried: 'wsl-reinstall', source: 'https://github.com/microsoft/WSL/issues/9016' },
    { tried: 'netsh-reset', source: 'https://github.com/microsoft/WSL/issues/8657' },
  ],
  avoid: ['netcfg-delete'],
} as const satisfies Cause;
