import { guide } from './guide.js';

/** Windows anew. Whether virtual disks of distros survive "keep my files" is not known: copies come first (commands.md R15). */
export const resetPcGuide = guide({
  id: 'reset-pc-guide',
  window: 'recovery',
  otherwise: 'seldom-helps',
  seconds: 7200,
  costsData: true,
  reads: [],
});
