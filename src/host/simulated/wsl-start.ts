/**
 * Rules of WSL 2's VM: what has to be in order for it to start, which network it gets, and how its failure is told
 * (wsl.md sections 2.1 to 2.7). The configuration is read here and only here: when the VM is created.
 */
import type { Complaint, Sentence } from './complaint.js';
import { deviceInstallBlocked } from './device-policy.js';
import { makeWslNetwork } from './hns-network.js';
import { type ConfiguredMode, type WslConfiguration, readConfiguration } from './networking-mode.js';
import { hasRoomForMirroring } from './port-ranges.js';
import { regressionCode } from './regressions.js';
import { platformFailure } from './vm-platform.js';
import { logs } from './vswitch.js';
import { type NetworkError, abortion, lateWarnings, wslconfigPath } from './wsl-failure.js';
import { withPolicy } from './wsl-policy.js';
import { isAtLeast, networkFailure } from './wsl-version.js';
import type { WslNetwork, World } from './world.js';

export type VmStart = {
  /** How long WSL tries beyond what it always takes. */
  readonly pauseMs: number;
} & (
  | { readonly started: true; readonly warnings: readonly Complaint[] }
  | { readonly started: false; readonly failure: Complaint }
);

/** Creates the VM, or says why not. `context` is the first part of the error path, for instance `Wsl/Service/CreateInstance`. */
export function startVm(world: World, now: number, context: string): VmStart {
  const missing = platformFailure(world, context);
  if (missing !== null) return { started: false, failure: missing, pauseMs: 0 };
  const { mode, warnings } = configuration(world);
  const outcome = connect(world, now, mode);
  if ('error' in outcome)
    return {
      started: false,
      failure: abortion(world, context, outcome.mode, outcome.error),
      pauseMs: pauseOf(world),
    };
  world.wsl.vm = { network: outcome.network, networkLost: false };
  const told = [...warnings, ...outcome.warnings];
  return { started: true, warnings: told, pauseMs: outcome.warnings.length > 0 ? pauseOf(world) : 0 };
}

/**
 * Three seconds of trying, twice where a subnet was saved (wsl.md 2.2). Where a policy forbids the device there is "a long
 * pause" (microsoft/WSL#6724): each check of that policy took five seconds in a log (pbatard/libwdi#225), one a try.
 */
const pauseOf = (world: World): number => (deviceInstallBlocked(world) ? 10_000 : 6_000);

type Connection =
  | { readonly network: WslNetwork; readonly warnings: readonly Complaint[] }
  /** The start ends here. */
  | { readonly mode: string; readonly error: NetworkError };

function connect(world: World, now: number, mode: ConfiguredMode): Connection {
  switch (mode) {
    case 'None':
      return { network: 'none', warnings: [] };
    case 'VirtioProxy':
    case 'Consomme':
      return { network: isAtLeast(world, '2.9.0') ? 'consomme' : 'virtioproxy', warnings: [] };
    case 'Bridged':
      return lateFailure(world, 'Bridged', bridgeError(world));
    case 'Mirrored':
      return connectMirrored(world, now);
    case 'Nat':
      return connectNat(world, now, []);
  }
}

/** The in-box WSL has no configuration of the network. */
function configuration(world: World): WslConfiguration {
  if (world.wsl.flavour !== 'store') return { mode: 'Nat', modeIsSet: false, warnings: [] };
  const path = wslconfigPath(world);
  const base64 = Object.entries(world.files).find(
    ([known]) => known.toLowerCase() === path.toLowerCase(),
  )?.[1];
  const bytes = base64 === undefined ? undefined : Buffer.from(base64, 'base64');
  return withPolicy(world, readConfiguration(bytes, path, isAtLeast(world, '2.9.0')));
}

/** Practice machines have no switch to bridge with. */
function bridgeError(world: World): NetworkError {
  const { vmSwitch } = configuration(world);
  return vmSwitch === undefined
    ? { code: 'WSL_E_VMSWITCH_NOT_SET', fromHns: false }
    : {
        code: 'WSL_E_VMSWITCH_NOT_FOUND',
        fromHns: false,
        sentence: (text) => text.wsl.noSuchSwitch(vmSwitch),
      };
}

function connectMirrored(world: World, now: number): Connection {
  if (world.windows.build < 22621)
    return connectNat(world, now, [{ sentence: (text) => text.wsl.mirroredUnsupported, codePath: null }]);
  const code = makeWslNetwork(world, now) ?? regressionCode(world);
  if (code !== null) return lateFailure(world, 'Mirrored', { code, fromHns: true });
  return hasRoomForMirroring(world)
    ? { network: 'mirrored', warnings: [] }
    : lateFailure(world, 'Mirrored', { code: '0x8007054f', fromHns: false });
}

function connectNat(world: World, now: number, warnings: readonly Complaint[]): Connection {
  const code = inboxError(world) ?? makeWslNetwork(world, now);
  if (code === null) return { network: 'nat', warnings };
  const failure = networkFailure(world);
  switch (failure) {
    case 'aborts':
    case 'starts-without-network':
      return lateFailure(world, 'Nat', { code, fromHns: true });
    case 'falls-back-to-virtioproxy':
    case 'falls-back-to-consomme': {
      const [network, name] = fallbacks[failure];
      const sentence: Sentence = (text) => text.wsl.fellBackTo('Nat', name);
      return { network, warnings: [...warnings, { sentence, codePath: null }] };
    }
  }
}

/** In-box WSL on a newer Windows: the one from the Store works there (case wsl-11744). */
const inboxError = ({ wsl, windows }: World): string | null =>
  wsl.flavour === 'inbox' && windows.build >= 22621 ? '0x80041002' : null;

const fallbacks = {
  'falls-back-to-virtioproxy': ['virtioproxy', 'VirtioProxy'],
  'falls-back-to-consomme': ['consomme', 'Consomme'],
} as const;

/** A mode's engine failed: old versions end, newer ones go on without network. */
const lateFailure = (world: World, mode: string, error: NetworkError): Connection =>
  networkFailure(world) === 'aborts'
    ? { mode, error }
    : { network: 'none', warnings: lateWarnings(world, mode, error) };

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
