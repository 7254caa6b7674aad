import { guide } from './guide.js';

/** Back to a restore point from before the trouble (commands.md R15). Servers have none. */
export const systemRestoreGuide = guide({
  id: 'system-restore-guide',
  window: 'system-restore',
  otherwise: 'seldom-helps',
  seconds: 1800,
  costsData: true,
  reads: ['restorePoints', 'windows'],
  refusal({ restorePoints, windows }) {
    if (windows?.installationType === 'Server') return { code: 'not-on-this-edition' };
    return restorePoints?.newest === null ? { code: 'nothing-to-do' } : null;
  },
});
