import type { Distro, DistrosFact } from '../domain/facts.js';
import { dwordOf, readRegistryKey, runToExit, type Exited } from './machine.js';
import { Skip, type Probe } from './probe.js';

const lxss = 'HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss';

/** The person's distros. Listing them starts none. */
export const distrosProbe: Probe<'distros'> = {
  id: 'distros',
  fact: 'distros',
  after: ['wsl'],
  elevation: 'none',
  usualMs: 800,
  timeoutMs: 20_000,
  async read(context) {
    if (context.known.wsl?.flavour === 'none') return new Skip({ code: 'no-wsl' });
    const [verbose, quiet, key] = await Promise.all([
      runToExit(context, 'wsl', ['-l', '-v'], { timeoutMs: 15_000 }),
      runToExit(context, 'wsl', ['-l', '-q'], { timeoutMs: 15_000 }),
      readRegistryKey(context, lxss),
    ]);
    const version = dwordOf(key, 'DefaultVersion');
    return {
      distros: readDistros(verbose, quiet),
      defaultVersion: version === 1 || version === 2 ? version : null,
    };
  },
  findings: () => [],
};

/** `-l -v` exits with -1 both when there is no distro and when it fails; `-l -q` prints nothing and exits 0 when there is none. */
export function readDistros(verbose: Exited, quiet: Exited): DistrosFact['distros'] {
  if (verbose.exitCode === 0) {
    const distros = parseDistros(verbose.stdout);
    if (distros.length > 0) return distros;
  }
  const names = quiet.exitCode === 0 ? quiet.stdout.trim() : '';
  if (names === '') return [];
  throw new Error(`wsl -l -v ended with ${verbose.exitCode} and listed no distro that could be read.`);
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
