import { normaliseCode, stageOf } from '../causes/error-codes.js';
import type { Distro, DistrosFact, Facts, WslStartFact } from '../domain/facts.js';
import type { Finding } from '../domain/findings.js';
import { runToExit } from './machine.js';
import { Skip, type Probe, type ProbeContext } from './probe.js';
import { modeNamed, parseStartOutput, parseWslinfo } from './wsl-output.js';
import { expectedMode } from './wslconfig.js';

/** WSL's own failure, whatever went wrong (wsl.md section 3). */
export const ownFailure = -1;

/**
 * Starts a distro, only where none runs: one of the two announced exceptions to "a diagnosis changes nothing". It ends
 * by WSL's own idle limit. Where one runs, it is asked for its mode only.
 */
export const wslStartProbe: Probe<'wslStart'> = {
  id: 'wsl-start',
  fact: 'wslStart',
  // The slowest of all, so it waits for as little as it can: which distro there is, and that none runs.
  after: ['wsl', 'distros'],
  elevation: 'none',
  // From cold to the first program up to 10 s (microsoft/WSL#6765), 6 s of trying where the network fails (wsl.md 2.2), and
  // a second to ask for the mode. Some machines take a minute (#10966), so the limit is far beyond.
  usualMs: 17_000,
  timeoutMs: 120_000,
  async read(context) {
    const { wsl, distros } = context.known;
    if (wsl?.flavour === 'none') return new Skip({ code: 'no-wsl' });
    if (distros === undefined) throw new Error('Which distros there are is not known.');
    const running = distros.distros.find(({ version, state }) => version === 2 && state === 'running');
    if (running !== undefined)
      return { ...notAttempted, distro: running.name, runningMode: await askMode(context, running.name) };
    const distro = distroToStart(distros);
    return distro === undefined ? new Skip({ code: 'no-distro' }) : startDistro(context, distro.name);
  },
  findings: (fact, known) => findTroubles(fact, known),
};

/** The default one where it is a WSL 2 distro: only those need the virtual switch. Docker's own are left alone. */
export function distroToStart({ distros }: DistrosFact): Distro | undefined {
  const usable = distros.filter(
    ({ name, version, state }) => version === 2 && state !== 'busy' && !name.startsWith('docker-desktop'),
  );
  return usable.find(({ isDefault }) => isDefault) ?? usable[0];
}

/** Any output and exit code to a fact. */
export function readStart(
  exitCode: number,
  text: string,
): Omit<WslStartFact, 'runningMode' | 'distro' | 'attempt'> & {
  readonly attempt: 'started' | 'failed';
} {
  const { codePath, hresult, failedMode, fallbackMode, printed } = parseStartOutput(text);
  const attempt = exitCode === ownFailure ? 'failed' : 'started';
  return { attempt, exitCode, codePath, hresult, failedMode, fallbackMode, printed };
}

const notAttempted: WslStartFact = {
  attempt: 'not-attempted',
  distro: null,
  exitCode: null,
  codePath: null,
  hresult: null,
  failedMode: null,
  fallbackMode: null,
  runningMode: null,
  printed: [],
};

async function startDistro(context: ProbeContext, distro: string): Promise<WslStartFact> {
  const start = await runToExit(context, 'wsl', ['-d', distro, '-u', 'root', '-e', 'true'], {
    timeoutMs: 110_000,
  });
  const reading = readStart(start.exitCode, `${start.stdout}\n${start.stderr}`);
  const runningMode = reading.attempt === 'started' ? await askMode(context, distro) : null;
  return { ...reading, distro, runningMode };
}

/** In the distro's own words, never localised; null where the program is missing (WSL before 2.0.9, in-box WSL). */
export async function askMode(
  context: Pick<ProbeContext, 'host' | 'signal'>,
  distro: string,
): Promise<string | null> {
  const args = ['-d', distro, '-u', 'root', '-e', 'wslinfo', '--networking-mode'];
  const { exitCode, stdout } = await runToExit(context, 'wsl', args, { timeoutMs: 30_000 });
  return exitCode === 0 ? parseWslinfo(stdout) : null;
}

function findTroubles(fact: WslStartFact, known: Facts): readonly Finding[] {
  const { codePath, hresult, failedMode } = fact;
  const findings: Finding[] = [];
  const evidence = evidenceOf(fact);
  if (fact.attempt === 'failed')
    findings.push({ id: 'wsl-start-failed', probe: 'wsl-start', data: { hresult, codePath }, evidence });
  const path = codePath?.split('/').slice(0, -1) ?? [];
  const code = normaliseCode(hresult ?? '')?.hresult ?? null;
  if (hresult !== null && stageOf(path, code) === 'network')
    findings.push({
      id: 'wsl-start-network-code',
      probe: 'wsl-start',
      data: { hresult },
      evidence: codePath ?? hresult,
    });
  // 2.3.24 names the mode that failed and then says "no networking" in words (microsoft/WSL#11980).
  const announced = fact.fallbackMode ?? (failedMode === null ? null : 'None');
  const fallback = announced ?? silentFallback(fact, known);
  if (fact.attempt !== 'failed' && fallback !== null)
    findings.push({
      id: 'wsl-start-fell-back',
      probe: 'wsl-start',
      data: { failed: failedMode ?? expectedModeOf(known), fallback },
      evidence: announced === null ? `wslinfo --networking-mode: ${fact.runningMode ?? ''}` : evidence,
    });
  return findings;
}

/** The line that names the code or the modes, else the first one. */
function evidenceOf(fact: WslStartFact): string {
  const telling = fact.printed.find(
    (line) => (fact.codePath !== null && line.includes(fact.codePath)) || /networkingMode/i.test(line),
  );
  return fact.codePath ?? telling ?? fact.printed[0] ?? `wsl.exe: ${fact.exitCode ?? ''}`;
}

/** A warning may have gone to another program: the mode itself tells (wsl.md 1.6). */
function silentFallback(fact: WslStartFact, known: Facts): string | null {
  const running = modeNamed(fact.runningMode ?? '');
  if (running === undefined || known.wslconfig === undefined) return null;
  const isFallback = running === 'VirtioProxy' || running === 'None';
  return isFallback && running !== expectedMode(known.wslconfig) ? running : null;
}

const expectedModeOf = (known: Facts): string =>
  known.wslconfig === undefined ? 'Nat' : expectedMode(known.wslconfig);
