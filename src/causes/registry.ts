import type { Cause } from './cause.js';
import { deviceInstallPolicy } from './device-install-policy.js';
import { dhcpClientDisabled } from './dhcp-client-disabled.js';
import { ephemeralPortsFragmented } from './ephemeral-ports-fragmented.js';
import { firewallServiceDisabled } from './firewall-service-disabled.js';
import { hnsAccessDenied } from './hns-access-denied.js';
import { hnsNotRunning } from './hns-not-running.js';
import { hnsStateStale } from './hns-state-stale.js';
import { hostOffline } from './host-offline.js';
import { hypervComponentsDamaged } from './hyperv-components-damaged.js';
import { hypervisorOff } from './hypervisor-off.js';
import { icsDisabled } from './ics-disabled.js';
import { natInterfaceConstraint } from './nat-interface-constraint.js';
import { netnatLeftover } from './netnat-leftover.js';
import { networkBridge } from './network-bridge.js';
import { networkSetupServiceDisabled } from './network-setup-service-disabled.js';
import { networkStackDamaged } from './network-stack-damaged.js';
import { port53Taken } from './port-53-taken.js';
import { securitySoftwareFilter } from './security-software-filter.js';
import { unknown } from './unknown.js';
import { unknownVswitchFailure } from './unknown-vswitch-failure.js';
import { virtualMachinePlatformOff } from './virtual-machine-platform-off.js';
import { vmwareBridgeLeftover } from './vmware-bridge-leftover.js';
import { windowsRegression } from './windows-regression.js';
import { windowsUpdatePending } from './windows-update-pending.js';
import { winsockProvider } from './winsock-provider.js';
import { wmiProviderBroken } from './wmi-provider-broken.js';
import { wslInstallDamaged } from './wsl-install-damaged.js';
import { wslOutdated } from './wsl-outdated.js';
import { wslServiceDisabled } from './wsl-service-disabled.js';
import { wslconfigInvalid } from './wslconfig-invalid.js';

/** Every cause that a diagnosis weighs; this is the only list of them. Equal scores keep this order. */
export const causes: readonly Cause[] = [
  // Where the evidence cannot tell, it says so first.
  unknownVswitchFailure,
  vmwareBridgeLeftover,
  securitySoftwareFilter,
  deviceInstallPolicy,
  networkSetupServiceDisabled,
  hypervComponentsDamaged,
  networkStackDamaged,
  wmiProviderBroken,
  hnsStateStale,
  hnsNotRunning,
  hnsAccessDenied,
  netnatLeftover,
  natInterfaceConstraint,
  networkBridge,
  virtualMachinePlatformOff,
  icsDisabled,
  port53Taken,
  ephemeralPortsFragmented,
  firewallServiceDisabled,
  dhcpClientDisabled,
  winsockProvider,
  wslServiceDisabled,
  wslInstallDamaged,
  wslOutdated,
  wslconfigInvalid,
  hypervisorOff,
  windowsRegression,
  windowsUpdatePending,
  hostOffline,
  unknown,
];
