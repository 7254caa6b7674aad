import { needsWslVersion } from './refusals.js';
import { needsPolicy, wslconfigModeRemedy } from './wslconfig-mode.js';

/** User-mode networking: no HNS, no virtual switch, so nothing of what fails (wsl.md 2.3). Works from 2.0.7 (microsoft/WSL#10717). */
export const wslconfigVirtioproxy = wslconfigModeRemedy({
  id: 'wslconfig-virtioproxy',
  mode: 'VirtioProxy',
  otherwise: 'works-around',
  refusals: [needsWslVersion('2.0.7'), needsPolicy],
});
