import { guide } from './guide.js';

/**
 * WSL's own package, laid over the one that is there: distros stay, as long as nobody unregisters them. Lost files come back
 * with the package of the very version that is installed (microsoft/WSL#40488, #40968).
 */
export const wslReinstall = guide({
  id: 'wsl-reinstall',
  window: 'wsl-releases',
  otherwise: 'not-for-this',
  seconds: 600,
  costsData: true,
  reads: ['wsl', 'wslInstall'],
  reports: [
    {
      code: '0x80041002',
      cured: 2,
      failed: 4,
      sources: [
        'microsoft/WSL#11744',
        'microsoft/WSL#9845',
        'microsoft/WSL#9016',
        'microsoft/WSL#8657',
        'microsoft/WSL#12055',
        'docker/for-win#14121',
      ],
    },
  ],
  refusal: ({ hostOnline }) => (hostOnline?.online === false ? { code: 'host-offline' } : null),
});
