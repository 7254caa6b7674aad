import { adapterBindingsProbe } from './adapter-bindings.js';
import { bitlockerProbe } from './bitlocker.js';
import { bootConfigurationProbe } from './boot-configuration.js';
import { devicePolicyProbe } from './device-policy.js';
import { distrosProbe } from './distros.js';
import { elevationProbe } from './elevation.js';
import { firewallProfilesProbe } from './firewall-profiles.js';
import { hnsEventsProbe } from './hns-events.js';
import { hnsNetworksProbe } from './hns-networks.js';
import { hostOnlineProbe } from './host-online.js';
import { hypervisorProbe } from './hypervisor.js';
import { netNatProbe } from './netnat.js';
import { networkAdaptersProbe } from './network-adapters.js';
import { networkConfigurationProbe } from './network-configuration.js';
import { notifyObjectsProbe } from './notify-objects.js';
import { optionalFeaturesProbe } from './optional-features.js';
import { pendingRestartProbe } from './pending-restart.js';
import { policiesProbe } from './policies.js';
import { port53Probe } from './port-53.js';
import { portRangesProbe } from './port-ranges.js';
import type { Probe } from './probe.js';
import { profileOwnerProbe } from './profile-owner.js';
import { restorePointsProbe } from './restore-points.js';
import { runningSoftwareProbe } from './running-software.js';
import { securitySoftwareProbe } from './security-software.js';
import { servicesProbe } from './services.js';
import { storageProbe } from './storage.js';
import { testSwitchProbe } from './test-switch.js';
import { virtualMachinesProbe } from './virtual-machines.js';
import { vmmsEventsProbe } from './vmms-events.js';
import { vmwareBridgeProbe } from './vmware-bridge.js';
import { windowsProbe } from './windows.js';
import { winsockProbe } from './winsock.js';
import { wmiRepositoryProbe } from './wmi-repository.js';
import { wmiSwitchServiceProbe } from './wmi-switch-service.js';
import { wslEventsProbe } from './wsl-events.js';
import { wslInstallProbe } from './wsl-install.js';
import { wslNatProbe } from './wsl-nat.js';
import { wslProbe } from './wsl.js';
import { wslconfigProbe } from './wslconfig.js';
import { wslStartProbe } from './wsl-start.js';

/** Every probe, in the order of the checklist. This is the only list of them. Questions wait in this order for a worker. */
export const probes: readonly Probe[] = [
  windowsProbe,
  elevationProbe,
  wslProbe,
  distrosProbe,
  servicesProbe,
  vmmsEventsProbe,
  hnsEventsProbe,
  wslEventsProbe,
  hnsNetworksProbe,
  vmwareBridgeProbe,
  wslconfigProbe,
  networkConfigurationProbe,
  pendingRestartProbe,
  optionalFeaturesProbe,
  hypervisorProbe,
  bootConfigurationProbe,
  networkAdaptersProbe,
  adapterBindingsProbe,
  notifyObjectsProbe,
  securitySoftwareProbe,
  devicePolicyProbe,
  policiesProbe,
  port53Probe,
  portRangesProbe,
  netNatProbe,
  winsockProbe,
  firewallProfilesProbe,
  wmiSwitchServiceProbe,
  wslInstallProbe,
  wslNatProbe,
  profileOwnerProbe,
  runningSoftwareProbe,
  virtualMachinesProbe,
  bitlockerProbe,
  storageProbe,
  restorePointsProbe,
  hostOnlineProbe,
  wmiRepositoryProbe,
  testSwitchProbe,
  wslStartProbe,
];
