import { guide } from './guide.js';

/** Filters of security software and VPNs: switching them off is not enough, and taking them out is their installer's work (causes.md section 3). */
export const securitySoftwareGuide = guide({
  id: 'security-software-guide',
  window: 'apps',
  otherwise: 'not-for-this',
  seconds: 900,
  reads: ['securitySoftware', 'notifyObjects'],
  reports: [
    {
      code: '0x80041002',
      cured: 2,
      failed: 3,
      sources: [
        'microsoft/WSL#5329',
        'microsoft/WSL#5340',
        'microsoft/WSL#8657',
        'microsoft/WSL#9845',
        'microsoft/WSL#12019',
      ],
    },
    { code: '0x80070422', cured: 1, failed: 0, sources: ['microsoft/WSL#11628'] },
  ],
  refusal: ({ securitySoftware, notifyObjects }) =>
    securitySoftware?.products.length === 0 && (notifyObjects?.dead.length ?? 0) === 0
      ? { code: 'nothing-to-do' }
      : null,
});
