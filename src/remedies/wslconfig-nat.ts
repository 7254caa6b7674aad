import type { Refusal } from './refusals.js';
import { needsPolicy, wslconfigModeRemedy } from './wslconfig-mode.js';

/** NAT is what WSL takes where nothing is said, unless a policy says otherwise. */
const notYetNat: Refusal = ({ wslconfig }) =>
  wslconfig?.networkingMode === 'Nat' && (wslconfig.policy.defaultMode ?? 'Nat') === 'Nat'
    ? { code: 'already-so' }
    : null;

/** Back to WSL's own default, once the fault that was worked around is repaired. */
export const wslconfigNat = wslconfigModeRemedy({
  id: 'wslconfig-nat',
  mode: 'Nat',
  otherwise: 'not-for-this',
  refusals: [notYetNat, needsPolicy],
});
