import type { Distro, DistrosFact } from '../domain/facts.js';
import { sanitizeLine } from '../host/sanitize.js';
import {
  AnswerTimedOut,
  dwordOf,
  readRegistryTree,
  runToExit,
  textOf,
  type Exited,
  type RegistryTree,
} from './machine.js';
import type { Probe, ProbeContext } from './probe.js';

/** One key below it a distro. */
export const lxss = 'HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss';

/** The person's distros. Listing them starts none. */
export const distrosProbe: Probe<'distros'> = {
  id: 'distros',
  fact: 'distros',
  // WSL's start waits for this one, so it waits for nobody: where there is no WSL it finds no distro.
  after: [],
  elevation: 'none',
  usualMs: 800,
  timeoutMs: 20_000,
  async read(context) {
    const [verbose, quiet, tree] = await Promise.all([
      list(context, '-v'),
      list(context, '-q'),
      readRegistryTree(context, lxss),
    ]);
    const version = dwordOf(ownKey(tree), 'DefaultVersion');
    return {
      distros: readDistros(verbose, quiet, registeredDistros(tree)),
      defaultVersion: version === 1 || version === 2 ? version : null,
    };
  },
  findings: () => [],
};

/** Also where wsl.exe is not there at all. */
async function list(context: ProbeContext, option: string): Promise<Exited> {
  return runToExit(context, 'wsl', ['-l', option], { timeoutMs: 15_000 }).catch((problem: unknown) => {
    if (context.signal.aborted || problem instanceof AnswerTimedOut) throw problem;
    return { exitCode: -1, stdout: '', stderr: '' };
  });
}

/**
 * `-l -v` exits with -1 both when there is no distro and when it fails; `-l -q` prints nothing and exits 0 when there is
 * none. Where both fail (WSL's service may not start) the registry tells, and none of them runs.
 */
export function readDistros(
  verbose: Exited,
  quiet: Exited,
  registered: DistrosFact['distros'] = [],
): DistrosFact['distros'] {
  if (verbose.exitCode === 0) {
    const distros = parseDistros(verbose.stdout);
    if (distros.length > 0) return distros;
  }
  const names = quiet.exitCode === 0 ? quiet.stdout.trim() : '';
  if (names === '' && quiet.exitCode === 0) return [];
  if (names === '' || registered.length > 0) return registered;
  throw new Error(`wsl -l -v ended with ${verbose.exitCode} and listed no distro that could be read.`);
}

const ownKey = (tree: RegistryTree) => {
  const own = [...tree].find(([key]) => key.endsWith('\\lxss'))?.[1];
  return own === undefined ? undefined : { values: own.values, subkeys: [] };
};

/** One key a distro; bit 8 of its flags is the virtual machine, State 1 is installed (commands.md section 1). */
export function registeredDistros(tree: RegistryTree): DistrosFact['distros'] {
  const preferred = textOf(ownKey(tree), 'DefaultDistribution')?.toLowerCase();
  return [...tree].flatMap(([key, { values }]) => {
    const guid = /\\lxss\\(\{[0-9a-f-]{36}\})$/.exec(key)?.[1];
    const entry = { values, subkeys: [] };
    const name = textOf(entry, 'DistributionName');
    if (guid === undefined || name === undefined || dwordOf(entry, 'State') !== 1) return [];
    const version = ((dwordOf(entry, 'Flags') ?? 0) & 8) === 0 ? 1 : 2;
    return [{ name: sanitizeLine(name), version, state: 'stopped', isDefault: guid === preferred } as const];
  });
}

const states: Readonly<Record<string, Distro['state']>> = { Stopped: 'stopped', Running: 'running' };

/** Reads from the right: names may hold spaces, the state words and the header are English in every language [src]. */
export function parseDistros(stdout: string): readonly Distro[] {
  return stdout.split(/\r*\n/).flatMap((line) => {
    const found = /^([* ]?) ?(\S.*?)\s+([A-Z][a-z]+)\s+([12])\s*$/.exec(line);
    const name = found?.[2];
    if (found === null || name === undefined) return [];
    return [
      {
        name,
        version: found[4] === '1' ? 1 : 2,
        state: states[found[3] ?? ''] ?? 'busy',
        isDefault: found[1] === '*',
      } satisfies Distro,
    ];
  });
}
