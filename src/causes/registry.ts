import type { DescribedCauseId } from '../text/causes.js';
import type { Cause } from './cause.js';
import { hnsAccessDenied } from './hns-access-denied.js';
import { hnsNotRunning } from './hns-not-running.js';
import { hnsStateStale } from './hns-state-stale.js';
import { icsDisabled } from './ics-disabled.js';
import { unknownVswitchFailure } from './unknown-vswitch-failure.js';
import { unknown } from './unknown.js';
import { virtualMachinePlatformOff } from './virtual-machine-platform-off.js';
import { vmwareBridgeLeftover } from './vmware-bridge-leftover.js';
import { windowsUpdatePending } from './windows-update-pending.js';
import { wslOutdated } from './wsl-outdated.js';
import { wslServiceDisabled } from './wsl-service-disabled.js';
import { wslconfigInvalid } from './wslconfig-invalid.js';

/** Every cause that a diagnosis weighs; this is the only list of them. Equal scores keep this order. */
export const causes: readonly (Cause & { readonly id: DescribedCauseId })[] = [
  // Where the evidence cannot tell, it says so first.
  unknownVswitchFailure,
  vmwareBridgeLeftover,
  virtualMachinePlatformOff,
  icsDisabled,
  wslServiceDisabled,
  hnsNotRunning,
  hnsAccessDenied,
  hnsStateStale,
  wslconfigInvalid,
  windowsUpdatePending,
  wslOutdated,
  unknown,
];
