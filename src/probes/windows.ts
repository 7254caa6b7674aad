import type { WindowsFact } from '../domain/facts.js';
import { readRegistryKey, textOf, dwordOf, type RegistryKey } from './machine.js';
import type { Probe } from './probe.js';

const currentVersion = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
// The environment of a process lies about the processor under emulation (commands.md section 1).
const environment = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';

/** Which Windows this is, from the registry: no WMI, which may be the patient. */
export const windowsProbe: Probe<'windows'> = {
  id: 'windows',
  fact: 'windows',
  after: [],
  elevation: 'none',
  usualMs: 500,
  timeoutMs: 10_000,
  async read(context) {
    const [version, processor, bootTime] = await Promise.all([
      readRegistryKey(context, currentVersion),
      readRegistryKey(context, environment),
      context.host.bootTime(),
    ]);
    return { ...readVersion(version), architecture: readArchitecture(processor), bootTime };
  },
  findings: () => [],
};

/** Throws where the build is missing: then nothing else can be told. */
export function readVersion(key: RegistryKey | undefined): Omit<WindowsFact, 'architecture' | 'bootTime'> {
  const build = Number(textOf(key, 'CurrentBuild') ?? textOf(key, 'CurrentBuildNumber'));
  if (!Number.isInteger(build) || build <= 0)
    throw new Error('The registry names no build number of Windows.');
  return {
    build,
    revision: dwordOf(key, 'UBR') ?? 0,
    edition: textOf(key, 'EditionID') ?? 'unknown',
    displayVersion: textOf(key, 'DisplayVersion') ?? null,
    installationType: textOf(key, 'InstallationType') ?? 'unknown',
  };
}

function readArchitecture(key: RegistryKey | undefined): string {
  return textOf(key, 'PROCESSOR_ARCHITECTURE') ?? 'unknown';
}
