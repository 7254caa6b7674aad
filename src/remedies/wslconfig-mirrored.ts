import { needsWslVersion, type Refusal } from './refusals.js';
import { needsPolicy, wslconfigModeRemedy } from './wslconfig-mode.js';

/** Windows 11 22H2 from 22621.2359 on; elsewhere WSL warns and takes NAT (commands.md R2). */
const firstBuild = 22621;
const needsMirroring: Refusal = ({ windows }) =>
  windows !== undefined &&
  (windows.build < firstBuild || (windows.build === firstBuild && windows.revision < 2359))
    ? { code: 'needs-newer-windows', build: firstBuild }
    : null;

/** Mirrored networking stands on HNS too; no report says that it gets past a switch that cannot be created (causes.md section 5). */
export const wslconfigMirrored = wslconfigModeRemedy({
  id: 'wslconfig-mirrored',
  mode: 'Mirrored',
  otherwise: 'not-for-this',
  refusals: [needsMirroring, needsWslVersion('2.0.5'), needsPolicy],
  reads: ['windows'],
});
