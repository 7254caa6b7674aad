/** Answers about Windows itself: features, processor, firewall, ports, restore points, encryption, programs. */
import type { Answer, Question } from '../host.js';
import { failed, noSuchCommand, ok } from './answer.js';
import { findService } from './find-service.js';
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
  const word = (value: boolean) => (value ? 'True' : 'False');
  return ok(
    world.firewallProfiles.map(({ name, enabled, allowInbound, allowLocalRules }) => ({
      Name: name,
      Enabled: word(enabled),
      AllowInboundRules: word(allowInbound),
      AllowLocalFirewallRules: word(allowLocalRules),
    })),
  );
}

export const port53 = (world: World): unknown =>
  world.udpPort53.map(({ localAddress, pid, process }) => ({
    LocalAddress: localAddress,
    OwningProcess: pid,
    ProcessName: process,
  }));

/** Server has no restore points. */
export const restorePoints = (world: World): Answer =>
  world.windows.installationType === 'Client'
    ? ok({
        ProtectionOn: world.restore.protection,
        Points: world.restore.points.map(({ sequence, description, timeMs }) => ({
          SequenceNumber: sequence,
          Description: description,
          CreationTimeMs: timeMs,
        })),
      })
    : noSuchCommand();

export const bitlocker = (world: World): unknown =>
  world.bitlocker.map(({ drive, protection }) => ({
    MountPoint: drive,
    ProtectionStatus: protection === 'on' ? 1 : 0,
  }));

export function processes(world: World, question: Question): unknown {
  const names = `${question.args.names ?? ''}`.toLowerCase().split(',').filter(Boolean);
  return world.processes
    .filter(({ name }) => names.length === 0 || names.includes(name.toLowerCase()))
    .map(({ name, pid }) => ({ Name: name, Id: pid }));
}
