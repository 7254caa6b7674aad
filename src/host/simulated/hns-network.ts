/** WSL's network in HNS: what HNS needs for it, and the HRESULT with which it says no (causes.md section 1). */
import { isDisabled } from './network-components.js';
import { subtree, valueOf } from './registry.js';
import { port53Owners } from './port-53.js';
import { findService, startNow } from './services.js';
import { logNetworkFailure, logSwitchFailure, switchCreationError } from './vswitch.js';
import { isAtLeast } from './wsl-version.js';
import type { World } from './world.js';

const endpointNotRegistered = '0x800706d9';
const serviceMissing = '0x80070424';
const serviceDisabled = '0x80070422';
const serviceNotActive = '0x80070426';

/** Makes the network or finds it there; the HRESULT where it could not. */
export function makeWslNetwork(world: World, now: number): string | null {
  const network = wslNetwork(world);
  const refused = serviceError(world) ?? stateError(world) ?? resourceError(world);
  if (refused !== null) {
    if (findService(world, 'hns')?.state === 'running') logNetworkFailure(world, network.id, refused, now);
    return refused;
  }
  if (world.hnsNetworks.some((each) => each.id === network.id)) return null;
  const code = switchCreationError(world);
  if (code !== null) logSwitchFailure(world, network.id, code, now);
  else world.hnsNetworks.push({ ...network, type: 'ICS', switchName: network.name, persistent: false });
  return code;
}

/** Services that HNS is made of or calls. */
function serviceError(world: World): string | null {
  if (isDisabled(world, 'hns')) return endpointNotRegistered;
  // WSL#10755, #10666: without the Virtual Machine Platform the switch extension is not installed.
  if (world.windows.build >= 22621 && findService(world, 'vfpext') === undefined) return serviceMissing;
  // WSL#10709: one of the many in that thread had switched the DHCP client off.
  if (isDisabled(world, 'Dhcp')) return serviceMissing;
  if (isDisabled(world, 'mpssvc') || isDisabled(world, 'BFE')) return endpointNotRegistered;
  if (isDisabled(world, 'SharedAccess')) return serviceDisabled;
  const hns = findService(world, 'hns');
  if (hns?.state === 'stop-pending' && hns.onStop === 'hangs') return endpointNotRegistered;
  return startNow(world, 'hns') && startNow(world, 'SharedAccess') ? null : serviceNotActive;
}

function stateError(world: World): string | null {
  const { hns, updateHalfDone } = world.faults;
  if (hns.denials > 0) return '0x80070005';
  if (hns.state === 'phantom-network') return '0x803b0001';
  if (hns.state === 'lost-port') return '0x803b0007';
  return updateHalfDone ? '0x80070490' : null;
}

/** What the network itself needs: an address range, an outer adapter, the DNS port. */
function resourceError(world: World): string | null {
  // WSL#7998: what somebody made with New-NetNat stands in the way.
  if (world.netNats.length > 0) return '0x800700b7';
  const alias = interfaceConstraint(world);
  if (
    alias !== null &&
    !world.adapters.some((adapter) => adapter.alias.toLowerCase() === alias.toLowerCase())
  )
    return '0x803b0006';
  return port53Owners(world).some((owner) => owner.localAddress === '0.0.0.0') ? '0xffffffff' : null;
}

const lxss = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss';

/** The adapter to which WSL's network is tied, where somebody set one (wsl.md 2.2). */
function interfaceConstraint(world: World): string | null {
  const value = valueOf(Object.values(subtree(world, lxss))[0] ?? {}, 'ExternalInterfaceConstraint');
  return value?.type === 'REG_SZ' && value.data !== '' ? value.data : null;
}

/** Which network WSL asks for depends on whether it brings the Hyper-V firewall along (wsl.md 2.2). */
function wslNetwork(world: World): { id: string; name: string } {
  return world.windows.build >= 22621 && isAtLeast(world, '2.0.9')
    ? { id: '790E58B4-7939-4434-9358-89AE7DDBE87E', name: 'WSL (Hyper-V firewall)' }
    : { id: 'B95D0C5E-57D4-412B-B571-18A81A16E005', name: 'WSL' };
}
