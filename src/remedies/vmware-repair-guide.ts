import { guide } from './guide.js';

/** Where VMware is installed, or shall be again: its installer mends its bridge, or takes it out cleanly (microsoft/WSL#11816). */
export const vmwareRepairGuide = guide({
  id: 'vmware-repair-guide',
  window: 'apps',
  otherwise: 'not-for-this',
  seconds: 900,
  reads: ['vmwareBridge'],
  reports: [
    { code: '0x80070002', cured: 2, failed: 0, sources: ['microsoft/WSL#11816', 'microsoft/WSL#6062'] },
    {
      code: '0x80041002',
      // Uninstalling alone; that installing it first would have helped is only a hint of #9845.
      cured: 0,
      failed: 3,
      sources: ['microsoft/WSL#8657', 'microsoft/WSL#7404', 'microsoft/WSL#9016'],
    },
  ],
  refusal: ({ vmwareBridge: bridge }) =>
    bridge?.dll === null && !bridge.vmwareInstalled ? { code: 'nothing-to-do' } : null,
});
