import { guide } from './guide.js';

/** Policies over the installation of devices are an administrator's decision; we only show where they are (microsoft/WSL#6724). */
export const devicePolicyGuide = guide({
  id: 'device-policy-guide',
  window: 'device-policy',
  otherwise: 'not-for-this',
  seconds: 600,
  reads: ['devicePolicy', 'windows'],
  reports: [{ code: '0x80041002', cured: 1, failed: 0, sources: ['microsoft/WSL#6724'] }],
  refusal({ devicePolicy, windows }) {
    if (devicePolicy?.inForce.length === 0) return { code: 'nothing-to-do' };
    // Home has no editor for policies.
    return windows?.edition.startsWith('Core') === true ? { code: 'not-on-this-edition' } : null;
  },
});
