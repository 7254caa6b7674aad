/** Where a `.wslconfig` lies, and what is known about the machine that reads it. */
import { dirname, resolve } from 'node:path';
import type { Facts, NetworkingMode } from '../domain/facts.js';
import { systemClock } from '../host/clock.js';
import { readStandardInputBytes } from '../host/console.js';
import type { Clock, MachineFiles, StateFolder } from '../host/host.js';
import { errorCode } from '../host/replace-file.js';
import { createStateFolder } from '../host/state-folder.js';
import { machineFiles } from '../host/windows/machine-files.js';
import { profileOwnerProbe } from '../probes/profile-owner.js';
import { runProbes } from '../probes/run-probes.js';
import { wslProbe } from '../probes/wsl.js';
import { expectedMode, wslconfigPath, wslconfigProbe } from '../probes/wslconfig.js';
import type { Text } from '../text/text.js';
import type { FileTrouble } from '../text/wslconfig.js';
import type { ReadOptions, WslconfigReading } from '../wslconfig/read.js';
import { messageOf, type Machine, type Surroundings } from './machine.js';
import { Refusal } from './refusal.js';
import { stateRoot } from './state-root.js';

export interface WslconfigPlace {
  readonly file: string;
  /** Its folder, where that may be missing. */
  readonly folder: string | null;
  readonly files: Pick<MachineFiles, 'read' | 'write' | 'exists'>;
  /** Where backups go. */
  readonly state: StateFolder;
  readonly clock: Clock;
  readonly readOptions: ReadOptions;
  /** Empty where a file was named: no machine stands behind it. */
  readonly facts: Facts;
}

/** A file that was named, on the real disk of any platform; `-` is standard input. */
export function namedPlace(file: string, { platform, env }: Surroundings): WslconfigPlace {
  const standardInput = { ...machineFiles, read: () => readStandardInputBytes() };
  return {
    file: file === '-' ? file : resolve(file),
    folder: file === '-' ? null : dirname(resolve(file)),
    files: file === '-' ? standardInput : machineFiles,
    state: createStateFolder(stateRoot(platform, env)),
    clock: systemClock,
    readOptions: {},
    facts: {},
  };
}

/** The machine's own file, with the WSL that reads it, the policy above it and whose it is. */
export async function machinePlace(machine: Machine, signal: AbortSignal): Promise<WslconfigPlace> {
  const probes = [wslProbe, wslconfigProbe, profileOwnerProbe];
  const { facts } = await runProbes({ host: machine, probes, signal });
  const wslVersion = facts.wsl?.version ?? null;
  return {
    file: wslconfigPath(machine.paths),
    folder: null,
    files: machine.files,
    state: machine.state,
    clock: machine.clock,
    readOptions: wslVersion === null ? {} : { wslVersion },
    facts,
  };
}

/** A `.wslconfig` is a few lines; this is an image, a log, or a mistake, and would take gigabytes of memory to explain. */
const mostBytes = 16 * 2 ** 20;

/** The bytes; undefined where the machine has no such file. @throws {Refusal} */
export async function readPlace(
  { file, files }: WslconfigPlace,
  text: Text,
): Promise<Uint8Array | undefined> {
  const { refusals } = text.wslconfig;
  const bytes = await files.read(file).catch((error: unknown) => {
    throw new Refusal(refusals.cannotRead(file, troubleOf(error, text)));
  });
  if (bytes !== undefined && bytes.length > mostBytes) {
    throw new Refusal(refusals.cannotRead(file, refusals.trouble['too-large']));
  }
  return bytes;
}

/** The same for commands that only look: a file that was named has to be there. */
export async function readExisting(place: WslconfigPlace, text: Text): Promise<Uint8Array | undefined> {
  const bytes = await readPlace(place, text);
  if (bytes === undefined && place.folder !== null) {
    throw new Refusal(text.wslconfig.refusals.noSuchFile(place.file));
  }
  return bytes;
}

/** The mode that a policy of the machine puts in place of the one in the file; null where the file has its way. */
export function policyInstead(
  { facts }: WslconfigPlace,
  { networkingMode, set }: Pick<WslconfigReading, 'networkingMode' | 'set'>,
): NetworkingMode | null {
  if (facts.wslconfig === undefined) return null;
  const setting = set['wsl2.networkingMode'];
  const line = setting?.valid === true ? setting.line : null;
  const mode = expectedMode({ ...facts.wslconfig, networkingMode, line });
  return mode === networkingMode ? null : mode;
}

/** Why the disk refused, as a sentence. */
export function troubleOf(error: unknown, text: Text): string {
  const trouble = troubles[errorCode(error) ?? ''];
  return trouble === undefined ? messageOf(error) : text.wslconfig.refusals.trouble[trouble];
}

const troubles: Readonly<Record<string, FileTrouble>> = {
  EISDIR: 'folder',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  READONLY: 'read-only',
  ERR_FS_FILE_TOO_LARGE: 'too-large',
  EBUSY: 'held',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  ENOSPC: 'disk-full',
};
