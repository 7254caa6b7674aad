import { distrosProbe } from './distros.js';
import { elevationProbe } from './elevation.js';
import { hnsEventsProbe } from './hns-events.js';
import { hnsNetworksProbe } from './hns-networks.js';
import { networkConfigurationProbe } from './network-configuration.js';
import { pendingRestartProbe } from './pending-restart.js';
import type { Probe } from './probe.js';
import { servicesProbe } from './services.js';
import { vmmsEventsProbe } from './vmms-events.js';
import { vmwareBridgeProbe } from './vmware-bridge.js';
import { windowsProbe } from './windows.js';
import { wslProbe } from './wsl.js';
import { wslconfigProbe } from './wslconfig.js';
import { wslStartProbe } from './wsl-start.js';

/** Every probe, in the order of the checklist. This is the only list of them. */
export const probes: readonly Probe[] = [
  windowsProbe,
  elevationProbe,
  wslProbe,
  distrosProbe,
  servicesProbe,
  vmmsEventsProbe,
  hnsEventsProbe,
  hnsNetworksProbe,
  vmwareBridgeProbe,
  wslconfigProbe,
  networkConfigurationProbe,
  pendingRestartProbe,
  wslStartProbe,
];
