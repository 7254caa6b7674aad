import { guide } from './guide.js';

/** Removes every adapter and lets Windows find them anew. Nobody can take it back, so it stays in a person's hands (commands.md R12). */
export const networkResetGuide = guide({
  id: 'network-reset-guide',
  window: 'network-reset',
  otherwise: 'seldom-helps',
  seconds: 900,
  reads: [],
  reports: [
    { code: '0x80041002', cured: 1, failed: 0, sources: ['microsoft/WSL#9016'] },
    {
      code: '0x800106d9',
      cured: 0,
      failed: 1,
      sources: ['jack.ukleja.com/Troubleshooting/How-to-Fix-Code-56-on-Windows'],
    },
  ],
});
