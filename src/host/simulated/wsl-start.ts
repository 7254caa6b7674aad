/**
 * Rules of WSL 2's VM: what has to be in order for it to start, which network it gets, and how its failure is told
 * (wsl.md sections 2.1 to 2.7). The configuration is read here and only here: when the VM is created.
 */
import { readNetworkingMode } from './networking-mode.js';
import { findService, startNow } from './services.js';
import type { WorldText } from './texts/text.js';
import { logSwitchFailure, logs, switchCreationError } from './vswitch.js';
import { isAtLeast, networkFailure } from './wsl-version.js';
import type { WslNetwork, World } from './world.js';

/** A sentence in the machine's language. */
export type Sentence = (text: WorldText) => string;

export interface Complaint {
  readonly sentence: Sentence;
  /** Where and with which code, as printed after "Error code:"; null where WSL prints none. */
  readonly codePath: string | null;
}

export type VmStart =
  | { readonly started: true; readonly warnings: readonly Complaint[] }
  | { readonly started: false; readonly failure: Complaint };

/** Creates the VM, or says why not. `context` is the first part of the error path, for instance `Wsl/Service/CreateInstance`. */
export function startVm(world: World, now: number, context: string): VmStart {
  const missing = platformFailure(world, context);
  if (missing !== null) return { started: false, failure: missing };
  const outcome = connect(world, now);
  if (outcome.network === null) {
    const sentence: Sentence = (text) => text.wsl.networkFailed(outcome.mode, wslconfigPath(world));
    return {
      started: false,
      failure: { sentence, codePath: `${context}/CreateVm/ConfigureNetworking/${outcome.code}` },
    };
  }
  world.wsl.vm = { network: outcome.network, networkLost: false };
  return { started: true, warnings: outcome.warnings };
}

export const wslconfigPath = (world: World): string => `${world.user.profile}\\.wslconfig`;

/** What is missing below the network: WSL's service, the Virtual Machine Platform, the compute service. */
function platformFailure(world: World, context: string): Complaint | null {
  if (world.wsl.flavour === 'store' && !startNow(world, 'WSLService'))
    return { sentence: (text) => text.error(1058), codePath: 'Wsl/0x80070422' };
  const platform =
    world.features.VirtualMachinePlatform === 'enabled' && findService(world, 'hns') !== undefined;
  if (!platform || !startNow(world, 'vmcompute'))
    return {
      sentence: (text) => text.wsl.platformMissing,
      codePath: `${context}/CreateVm/HCS/HCS_E_SERVICE_NOT_AVAILABLE`,
    };
  return null;
}

type Connection =
  | { readonly network: WslNetwork; readonly warnings: readonly Complaint[] }
  | { readonly network: null; readonly mode: string; readonly code: string };

function connect(world: World, now: number): Connection {
  const mode = configuredMode(world);
  const proxy: WslNetwork = isAtLeast(world, '2.9.0') ? 'consomme' : 'virtioproxy';
  switch (mode) {
    case 'None':
      return { network: 'none', warnings: [] };
    case 'VirtioProxy':
    case 'Consomme':
      return { network: proxy, warnings: [] };
    case 'Bridged':
      return lateFailure(world, 'Bridged', 'WSL_E_VMSWITCH_NOT_SET');
    case 'Mirrored':
      return connectMirrored(world, now);
    case 'Nat':
      return connectNat(world, now, []);
  }
}

/** The in-box WSL has no network modes. */
function configuredMode(world: World) {
  if (world.wsl.flavour !== 'store') return 'Nat';
  const base64 = Object.entries(world.files).find(
    ([path]) => path.toLowerCase() === wslconfigPath(world).toLowerCase(),
  )?.[1];
  const bytes = base64 === undefined ? undefined : Buffer.from(base64, 'base64');
  return readNetworkingMode(bytes, isAtLeast(world, '2.9.0'));
}

function connectMirrored(world: World, now: number): Connection {
  if (world.windows.build < 22621)
    return connectNat(world, now, [{ sentence: (text) => text.wsl.mirroredUnsupported, codePath: null }]);
  const code = hnsError(world, now);
  return code === null
    ? { network: 'mirrored', warnings: [] }
    : lateFailure(world, 'Mirrored', `HNS/${code}`);
}

function connectNat(world: World, now: number, warnings: readonly Complaint[]): Connection {
  const code = hnsError(world, now);
  if (code === null) return { network: 'nat', warnings };
  const failure = networkFailure(world);
  switch (failure) {
    case 'aborts':
      return { network: null, mode: 'Nat', code: `HNS/${code}` };
    case 'starts-without-network':
      return lateFailure(world, 'Nat', `HNS/${code}`);
    case 'falls-back-to-virtioproxy':
    case 'falls-back-to-consomme': {
      const [network, name] = fallbacks[failure];
      const sentence: Sentence = (text) => text.wsl.fellBackTo('Nat', name);
      return { network, warnings: [...warnings, { sentence, codePath: null }] };
    }
  }
}

const fallbacks = {
  'falls-back-to-virtioproxy': ['virtioproxy', 'VirtioProxy'],
  'falls-back-to-consomme': ['consomme', 'Consomme'],
} as const;

/** Failure of a mode's engine: newer versions go on without network and print a code without `Wsl/Service/`. */
function lateFailure(world: World, mode: string, code: string): Connection {
  if (networkFailure(world) === 'aborts') return { network: null, mode, code };
  const known = code.endsWith('0x80041002');
  const named = isAtLeast(world, '2.3.26');
  return {
    network: 'none',
    warnings: [
      {
        sentence: (text) => (known ? text.wsl.switchNotFound : text.wsl.internalError),
        codePath: `CreateInstance/CreateVm/ConfigureNetworking/${code}`,
      },
      {
        sentence: (text) => (named ? text.wsl.fellBackTo(mode, 'None') : text.wsl.fellBackToNone(mode)),
        codePath: null,
      },
    ],
  };
}

/** Makes WSL's network in HNS, or gives the code with which that fails (causes.md section 1). */
function hnsError(world: World, now: number): string | null {
  if (findService(world, 'hns')?.startType === 'disabled') return '0x800706d9';
  const firewall = findService(world, 'mpssvc');
  if (firewall?.startType === 'disabled') return '0x800706d9';
  if (findService(world, 'SharedAccess')?.startType === 'disabled') return '0x80070422';
  if (!startNow(world, 'hns') || !startNow(world, 'SharedAccess')) return 'ERROR_SERVICE_NOT_ACTIVE';
  if (world.udpPort53.some((owner) => owner.localAddress === '0.0.0.0')) return '0xffffffff';
  const network = wslNetwork(world);
  if (world.hnsNetworks.some((each) => each.id === network.id)) return null;
  const code = switchCreationError(world);
  if (code !== null) logSwitchFailure(world, network.id, code, now);
  else world.hnsNetworks.push({ ...network, type: 'ICS', switchName: network.name, persistent: false });
  return code;
}

/** Which network WSL asks for depends on whether it brings the Hyper-V firewall along (wsl.md 2.2). */
function wslNetwork(world: World): { id: string; name: string } {
  return world.windows.build >= 22621 && isAtLeast(world, '2.0.9')
    ? { id: '790E58B4-7939-4434-9358-89AE7DDBE87E', name: 'WSL (Hyper-V firewall)' }
    : { id: 'B95D0C5E-57D4-412B-B571-18A81A16E005', name: 'WSL' };
}

/** Every warning is in the Application log too, without the prefix (wsl.md 1.6). */
export function logWarning(world: World, message: string, timeMs: number): void {
  world.eventLogs[logs.application]?.push({
    id: 1,
    level: 3,
    timeMs,
    provider: 'WSL',
    properties: [message],
    message,
  });
}
