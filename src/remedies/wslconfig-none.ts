import { wslconfigModeRemedy } from './wslconfig-mode.js';

/** Starts WSL without any network, to reach the files in it. No policy forbids it (wsl.md section 5). */
export const wslconfigNone = wslconfigModeRemedy({
  id: 'wslconfig-none',
  mode: 'None',
  otherwise: 'rescues-files',
  refusals: [],
});
