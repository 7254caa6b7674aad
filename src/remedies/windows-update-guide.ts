import { guide } from './guide.js';

/** Updates end what is half done, and regressions of Windows are mended by later ones (causes.md section 1). */
export const windowsUpdateGuide = guide({
  id: 'windows-update-guide',
  window: 'windows-update',
  otherwise: 'seldom-helps',
  seconds: 1800,
  reads: [],
  refusal: ({ hostOnline }) => (hostOnline?.online === false ? { code: 'host-offline' } : null),
});
