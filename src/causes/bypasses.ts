import type { Cause } from './cause.js';

/** What goes around a virtual switch that Windows cannot make, whatever the cause: another network mode, or WSL 1. */
export const bypasses = [
  { id: 'wslconfig-virtioproxy', relation: 'works-around' },
  // Newer WSL falls back to VirtioProxy by itself (wsl.md 2.5).
  { id: 'wsl-update', relation: 'works-around' },
  { id: 'wsl1-default', relation: 'works-around' },
  { id: 'wsl1-convert', relation: 'works-around' },
] as const satisfies Cause['remedies'];
