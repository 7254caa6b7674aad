import type { Remedy } from './remedy.js';
import { shutWslDown } from './shut-wsl-down.js';

/** A full start of Windows: ends an update that is half done, and makes HNS and its networks anew. */
export const restartWindows = {
  id: 'restart-windows',
  effect: 'destructive',
  undo: 'none',
  needs: ['restart'],
  seconds: 120,
  reads: ['distros'],
  otherwise: 'seldom-helps',
  reports: [
    { code: '0x803b0001', cured: 1, failed: 0, sources: ['microsoft/WSL#10089'] },
    { code: '0x803b0017', cured: 2, failed: 0, sources: ['microsoft/WSL#10483', 'microsoft/WSL#6107'] },
    { code: '0x80070005', cured: 1, failed: 0, sources: ['microsoft/WSL#11980'] },
    { code: '0x8007054f', cured: 1, failed: 0, sources: ['microsoft/WSL#12351'] },
    { code: '0x80041002', cured: 0, failed: 1, sources: ['microsoft/WSL#9016'] },
    { code: '0x80070002', cured: 0, failed: 1, sources: ['microsoft/WSL#9840'] },
    { code: '0x80070490', cured: 0, failed: 1, sources: ['microsoft/WSL#10312'] },
  ],
  refusal: () => null,
  plan: ({ facts, paths }) => ({
    steps: [shutWslDown(facts, paths)],
    memory: { staysChanged: ['boot-time'] },
  }),
} as const satisfies Remedy;
