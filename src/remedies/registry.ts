import type { RemedyId } from '../domain/ids.js';
import { componentStoreRepair } from './component-store-repair.js';
import { devicePolicyGuide } from './device-policy-guide.js';
import { distroRescue } from './distro-rescue.js';
import { enableService } from './enable-service.js';
import { enableVirtualMachinePlatform } from './enable-virtual-machine-platform.js';
import { ephemeralPortsWiden } from './ephemeral-ports-widen.js';
import { freePort53 } from './free-port-53.js';
import { hnsNetworkRemove } from './hns-network-remove.js';
import { hnsStateReset } from './hns-state-reset.js';
import { hypervMofRecompile } from './hyperv-mof-recompile.js';
import { hypervReinstall } from './hyperv-reinstall.js';
import { hypervisorEnable } from './hypervisor-enable.js';
import { netnatRemove } from './netnat-remove.js';
import { networkResetGuide } from './network-reset-guide.js';
import { otherMachineGuide } from './other-machine-guide.js';
import type { Remedy } from './remedy.js';
import { resetNetworkStack } from './reset-network-stack.js';
import { resetPcGuide } from './reset-pc-guide.js';
import { restartHns } from './restart-hns.js';
import { restartWindows } from './restart-windows.js';
import { restorePoint } from './restore-point.js';
import { securitySoftwareGuide } from './security-software-guide.js';
import { systemRestoreGuide } from './system-restore-guide.js';
import { vmwareBridgeCleanup } from './vmware-bridge-cleanup.js';
import { vmwareRepairGuide } from './vmware-repair-guide.js';
import { windowsUpdateGuide } from './windows-update-guide.js';
import { wsl1Convert } from './wsl1-convert.js';
import { wsl1Default } from './wsl1-default.js';
import { wslReinstall } from './wsl-reinstall.js';
import { wslShutdown } from './wsl-shutdown.js';
import { wslUpdate } from './wsl-update.js';
import { wslconfigCorrect } from './wslconfig-correct.js';
import { wslconfigMirrored } from './wslconfig-mirrored.js';
import { wslconfigNat } from './wslconfig-nat.js';
import { wslconfigNone } from './wslconfig-none.js';
import { wslconfigVirtioproxy } from './wslconfig-virtioproxy.js';

/** Every remedy; this is the only list of them. Lightest first: of equals, the earlier is tried before the later. */
export const remedies: readonly Remedy[] = [
  wslconfigCorrect,
  wslconfigVirtioproxy,
  wslUpdate,
  wsl1Default,
  wsl1Convert,
  enableService,
  enableVirtualMachinePlatform,
  hypervisorEnable,
  vmwareBridgeCleanup,
  freePort53,
  netnatRemove,
  ephemeralPortsWiden,
  hnsNetworkRemove,
  wslShutdown,
  restartHns,
  restartWindows,
  vmwareRepairGuide,
  securitySoftwareGuide,
  devicePolicyGuide,
  hnsStateReset,
  hypervMofRecompile,
  resetNetworkStack,
  windowsUpdateGuide,
  hypervReinstall,
  componentStoreRepair,
  networkResetGuide,
  wslReinstall,
  systemRestoreGuide,
  resetPcGuide,
  otherMachineGuide,
  wslconfigNat,
  wslconfigMirrored,
  distroRescue,
  wslconfigNone,
  restorePoint,
];

export const findRemedy = (id: RemedyId): Remedy | undefined => remedies.find((remedy) => remedy.id === id);
