import type { WslFact } from '../domain/facts.js';
import { readRegistryKey, runToExit, textOf, type Exited } from './machine.js';
import type { Probe, ProbeContext } from './probe.js';

/** Which WSL is installed. In-box WSL and the stub of an absent one both refuse `--version`; services tell them apart. */
export const wslProbe: Probe<'wsl'> = {
  id: 'wsl',
  fact: 'wsl',
  after: [],
  elevation: 'none',
  usualMs: 800,
  timeoutMs: 15_000,
  async read(context) {
    const version = await runToExit(context, 'wsl', ['--version'], { timeoutMs: 10_000 }).catch(
      (problem: unknown) => {
        if (context.signal.aborted) throw problem;
        return null;
      },
    );
    const store = version === null ? null : parseVersion(version);
    if (store !== null) return store;
    const [newer, older] = await Promise.all([
      isInstalled(context, 'WSLService'),
      isInstalled(context, 'LxssManager'),
    ]);
    // wsl.exe may hang or print what nobody can read, and is there all the same.
    if (newer) return { flavour: 'store', version: await registeredVersion(context), kernel: null };
    return { flavour: older ? 'inbox' : 'none', version: null, kernel: null };
  },
  findings: (fact) =>
    fact.flavour === 'none'
      ? [{ id: 'wsl-not-installed', probe: 'wsl', data: {}, evidence: 'wsl.exe --version' }]
      : [],
};

async function isInstalled(context: ProbeContext, service: string): Promise<boolean> {
  return (await runToExit(context, 'sc', ['query', service])).exitCode === 0;
}

/** Written by WSL's installer; older packages write none (commands.md section 1). */
async function registeredVersion(context: ProbeContext): Promise<string | null> {
  const key = await readRegistryKey(context, 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss\\MSI');
  return /^\d+(?:\.\d+){2,3}$/.exec(textOf(key, 'Version') ?? '')?.[0] ?? null;
}

/**
 * Store WSL by the order of its lines (WSL, kernel, …): labels are localised, order is not (wsl.md section 3).
 * Null where it is not a store WSL's answer.
 */
export function parseVersion({ exitCode, stdout }: Pick<Exited, 'exitCode' | 'stdout'>): WslFact | null {
  if (exitCode !== 0) return null;
  const lines = stdout.split(/\r*\n/).filter((line) => line.trim() !== '');
  const version = /^\D*(\d+\.\d+\.\d+(?:\.\d+)?)/.exec(lines[0] ?? '')?.[1];
  if (version === undefined) return null;
  const kernel = /^\D*(\d+\.\d+\.\d+\S*)/.exec(lines[1] ?? '')?.[1];
  return { flavour: 'store', version, kernel: kernel ?? null };
}
