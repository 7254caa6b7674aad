/**
 * Rules of Hyper-V's virtual switches: what keeps them from being created, and the events that are then logged
 * (causes.md sections 2 and 3: case wsl-12019 for VMMS 16000, wsl-12055 for HNS 1000 and 1013).
 */
import type { World } from './world.js';

export const logs = {
  vmms: 'Microsoft-Windows-Hyper-V-VMMS-Admin',
  hns: 'Microsoft-Windows-Host-Network-Service-Admin',
  application: 'Application',
} as const;

export const defaultSwitchId = 'C08CB7B8-9B3C-408E-8E30-5E16A3AEB444';

/** WBEM_E_NOT_FOUND, as switch creation returns it. */
export const switchNotFound = '0x80041002';

/** The HRESULT with which a new switch fails, or null where it would be created. */
export function switchCreationError(world: World): string | null {
  const { faults } = world;
  const broken =
    faults.switchMetadata === 'inconsistent' ||
    faults.vswitch === 'fails-unexplained' ||
    faults.loadedNotifyObjects.some((dll) => !fileExists(world, dll));
  return broken ? switchNotFound : null;
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
  if (hasVmms(world))
    world.eventLogs[logs.vmms]?.push({
      id: 16000,
      level: 2,
      timeMs,
      provider: 'Microsoft-Windows-Hyper-V-VMMS',
      properties: [`%%${Number(hresult)}`, hresult],
    });
  const provider = 'Microsoft-Windows-Host-Network-Service';
  const braced = `{${networkId.toLowerCase()}}`;
  world.eventLogs[logs.hns]?.push(
    { id: 1000, level: 2, timeMs, provider, properties: [hresult, networkId] },
    { id: 1013, level: 2, timeMs, provider, properties: ['HNS-Network-Create', braced, 'ICS', hresult] },
  );
}

/** VMMS comes with the Hyper-V feature; Windows Home has none. */
function hasVmms(world: World): boolean {
  return world.services.some((service) => service.name.toLowerCase() === 'vmms');
}

/** Windows paths are compared without regard to case. */
export function fileExists(world: World, path: string): boolean {
  const wanted = path.toLowerCase();
  return Object.keys(world.files).some((known) => known.toLowerCase() === wanted);
}
