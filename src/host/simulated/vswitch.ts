/**
 * Rules of Hyper-V's virtual switches: what keeps them from being created, and the events that are then logged
 * (causes.md sections 2 and 3: case wsl-12019 for VMMS 16000, wsl-12055 for HNS 1000 and 1013).
 */
import { installationError, switchNotFound } from './network-components.js';
import { findService } from './find-service.js';
import type { World } from './world.js';

export { switchNotFound };

export const logs = {
  vmms: 'Microsoft-Windows-Hyper-V-VMMS-Admin',
  hns: 'Microsoft-Windows-Host-Network-Service-Admin',
  application: 'Application',
} as const;

export const defaultSwitchId = 'C08CB7B8-9B3C-408E-8E30-5E16A3AEB444';

/** The HRESULT with which a new switch fails, or null where it would be created. */
export function switchCreationError(world: World): string | null {
  const { faults } = world;
  // microsoft/WSL#6089: no network adapter was left in Windows.
  if (world.adapters.length === 0) return '0xe000020b';
  const miniport = findService(world, 'vmsmp');
  const broken =
    faults.switchMetadata === 'inconsistent' ||
    faults.vswitch === 'fails-unexplained' ||
    // Microsoft's own question in microsoft/WSL#7404 is what `sc qc vmsmp` shows.
    miniport === undefined ||
    miniport.startType === 'disabled';
  if (broken) return switchNotFound;
  const blocked = installationError(world);
  if (blocked !== null) return blocked;
  // Nobody reported WSL's code for a class that is missing; this is what WMI says (causes.md section 1).
  return hasVmms(world) && world.wmi.switchService !== 'present' ? '0x80041010' : null;
}

/** HNS makes the Default Switch whenever it starts, where Hyper-V is there and a switch can be made. */
export function ensureDefaultSwitch(world: World): void {
  const present = world.hnsNetworks.some((network) => network.id === defaultSwitchId);
  if (present || !hasVmms(world) || switchCreationError(world) !== null) return;
  world.hnsNetworks.push({
    id: defaultSwitchId,
    name: 'Default Switch',
    type: 'ICS',
    switchName: 'Default Switch',
    persistent: false,
  });
}

/** What Windows logs when HNS could not make the switch of a network. Only a machine with Hyper-V has VMMS. */
export function logSwitchFailure(world: World, networkId: string, hresult: string, timeMs: number): void {
  if (hasVmms(world) && hresult === switchNotFound)
    world.eventLogs[logs.vmms]?.push({
      id: 16000,
      level: 2,
      timeMs,
      provider: 'Microsoft-Windows-Hyper-V-VMMS',
      properties: [`%%${Number(hresult)}`, hresult],
    });
  world.eventLogs[logs.hns]?.push({
    id: 1000,
    level: 2,
    timeMs,
    provider: hnsProvider,
    properties: [hresult, networkId],
  });
  logNetworkFailure(world, networkId, hresult, timeMs);
}

/** HNS says of every network that it could not make why: the one place where newer WSL leaves a code (wsl.md 2.5). */
export function logNetworkFailure(world: World, networkId: string, hresult: string, timeMs: number): void {
  world.eventLogs[logs.hns]?.push({
    id: 1013,
    level: 2,
    timeMs,
    provider: hnsProvider,
    properties: ['HNS-Network-Create', `{${networkId.toLowerCase()}}`, 'ICS', hresult],
  });
}

const hnsProvider = 'Microsoft-Windows-Host-Network-Service';

/** VMMS comes with the Hyper-V feature; Windows Home has none. */
export function hasVmms(world: World): boolean {
  return world.services.some((service) => service.name.toLowerCase() === 'vmms');
}
