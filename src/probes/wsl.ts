import type { WslFact } from '../domain/facts.js';
import { runToExit, type Exited } from './machine.js';
import type { Probe } from './probe.js';

/** Which WSL is installed. In-box WSL and the stub of an absent one both refuse `--version`; their service tells them apart. */
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
    const { exitCode } = await runToExit(context, 'sc', ['query', 'LxssManager']);
    return { flavour: exitCode === 0 ? 'inbox' : 'none', version: null, kernel: null };
  },
  findings: (fact) =>
    fact.flavour === 'none'
      ? [{ id: 'wsl-not-installed', probe: 'wsl', data: {}, evidence: 'wsl.exe --version' }]
      : [],
};

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
