import { firstRefusal, needsFact, needsWsl } from './refusals.js';
import type { Remedy } from './remedy.js';
import { shutWslDown } from './shut-wsl-down.js';

/** Lets WSL begin anew, and read its settings. It repairs nothing that Windows itself lacks. */
export const wslShutdown = {
  id: 'wsl-shutdown',
  effect: 'disruptive',
  undo: 'none',
  needs: [],
  seconds: 10,
  reads: ['wsl', 'distros'],
  otherwise: 'not-for-this',
  refusal: (facts) => firstRefusal(facts, needsFact('wsl', 'wsl'), needsWsl),
  plan: ({ facts, paths }) => ({ steps: [shutWslDown(facts, paths)] }),
} as const satisfies Remedy;
