/** Answers about Windows itself: features, processor, firewall, ports, restore points, encryption, programs. */
import type { Answer } from '../host.js';
import { failed, noSuchCommand, ok } from './answer.js';
import { findService } from './find-service.js';
import { port53Owners } from './port-53.js';
import { restorePointFrequency } from './restore-points.js';
import type { WorldText } from './texts/text.js';
import type { World } from './world.js';

export const optionalFeatures = (world: World): unknown =>
  Object.entries(world.features).map(([Name, state]) => ({
    Name,
    InstallState: { enabled: 1, disabled: 2, absent: 3 }[state],
  }));

export const hypervisor = ({ hypervisor: { running, firmwareEnabled } }: World): unknown => ({
  HypervisorPresent: running,
  VirtualizationFirmwareEnabled: firmwareEnabled && !running,
});

/** The firewall answers through its service. */
export function firewallProfiles(world: World, text: WorldText): Answer {
  if (findService(world, 'mpssvc')?.state !== 'running')
    return failed('Windows System Error 1753,Get-NetFirewallProfile', '0x800706d9', text.error(1753));
  return ok(
    world.firewallProfiles.map(({ name, enabled, allowInbound, allowLocalRules }) => ({
      Name: name,
      Enabled: enabled,
      AllowInbound: allowInbound,
      AllowLocalRules: allowLocalRules,
    })),
  );
}

export const port53 = (world: World): unknown =>
  port53Owners(world).map(({ localAddress, pid, process, service }) => ({
    LocalAddress: localAddress,
    OwningProcess: pid,
    ProcessName: process,
    ServiceName: service ?? '',
  }));

/** Server has no restore points. */
export const restorePoints = (world: World): Answer =>
  world.windows.installationType === 'Client'
    ? ok({
        Protection: world.restore.protection,
        Newest: world.restore.points.at(-1)?.sequence ?? null,
        FrequencyMinutes: restorePointFrequency(world),
        DisabledServices: ['VSS', 'swprv'].filter(
          (name) => findService(world, name)?.startType === 'disabled',
        ),
      })
    : noSuchCommand();

/** The drive of Windows. */
export function bitlocker(world: World): unknown {
  const system = world.bitlocker.find(({ drive }) => drive === 'C:');
  return { MountPoint: 'C:', ProtectionStatus: system?.protection === 'on' ? 1 : 0 };
}

export const processes = (world: World): unknown =>
  world.processes.map(({ name, pid }) => ({ ProcessName: name, Id: pid }));
