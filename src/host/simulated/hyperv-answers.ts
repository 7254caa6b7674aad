/** Answers about HNS, Hyper-V and what they hold. */
import type { Answer } from '../host.js';
import { failed, noSuchCommand, ok } from './answer.js';
import { findService } from './find-service.js';
import type { WorldText } from './texts/text.js';
import { hasVmms } from './vswitch.js';
import type { World } from './world.js';

export function hnsNetworks(world: World, text: WorldText): Answer {
  const hns = findService(world, 'hns');
  if (hns?.state !== 'running')
    return failed('System.Runtime.InteropServices.COMException', '0x800706d9', text.error(1062));
  return ok(
    world.hnsNetworks.map(({ id, name, type, switchName }) => ({
      ID: id,
      Name: name,
      Type: type,
      State: 1,
      SwitchName: switchName,
    })),
  );
}

export const netNats = (world: World): unknown =>
  world.netNats.map(({ name, prefix }) => ({
    Name: name,
    InternalIPInterfaceAddressPrefix: prefix,
  }));

/** The namespace comes with Hyper-V; what is missing without it is no fault (commands.md section 1). */
export function wmiSwitchService(world: World): Answer {
  if (!hasVmms(world)) return wmiError('0x8004100e');
  if (world.wmi.switchService === 'class-missing') return wmiError('0x80041010');
  return ok(world.wmi.switchService === 'no-instance' ? [] : [{ Name: 'nvspwmi', Started: true }]);
}

const wmiError = (hresult: string): Answer =>
  failed(`HRESULT ${hresult},Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand`, hresult);

const states = { running: 'Running', off: 'Off', saved: 'Saved' } as const;

export const virtualMachines = (world: World): Answer =>
  hasVmms(world)
    ? ok(world.virtualMachines.map(({ name, state }) => ({ Name: name, State: states[state] })))
    : noSuchCommand();
