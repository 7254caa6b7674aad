/** Looks at the machine to see whether something is so. Numbers, names and hashes only: every sentence is localised. */
import type { AdapterConfiguration, ServiceState } from '../domain/facts.js';
import { sha256Of } from '../domain/hash.js';
import type { Check } from '../domain/plan.js';
import { makeCommand, type ProgramName } from '../host/commands.js';
import type { CommandResult, Host } from '../host/host.js';
import { networkConfigurationQuestion, parseAdapters } from '../probes/network-configuration.js';
import { parseStartType, parseState } from '../probes/services.js';
import { sameSettings } from '../remedies/adapter-settings.js';
import { factHolds } from './check-facts.js';

/** `pending`: it is on its way, one way or the other. */
export type Reading = 'holds' | 'fails' | 'pending';

/** The exit code of the step's last command that ran; null where none ended by itself. */
export type LastExit = number | null;

const pollMs = 500;
/** SCM's own patience with a service that starts or stops is 30 s per hint; hns was seen to need longer. */
const pendingPolls = 120;
/** How long something that is not so may still become so after a command has ended. */
const settlingPolls = 10;

/** Looks until it holds, for a bounded time: about a minute for what is on its way, five seconds for anything else. */
export async function waitUntilHolds(host: Host, check: Check, lastExit: LastExit = null): Promise<boolean> {
  let failed = 0;
  for (let poll = 0; poll < pendingPolls; poll++) {
    const reading = await readCheck(host, check, lastExit);
    if (reading === 'holds') return true;
    if (reading === 'fails' && (endsAtOnce.has(check.kind) || ++failed > settlingPolls)) return false;
    await host.clock.sleep(pollMs);
  }
  return false;
}

/** Nothing makes these so that was not so when the command ended. */
const endsAtOnce: ReadonlySet<Check['kind']> = new Set([
  'exit-code',
  'feature',
  'hypervisor-runs',
  'start-type',
  'registry-key',
  'registry-number',
]);

/** Whether it holds already; only what is on its way is waited for. */
export async function holdsNow(host: Host, check: Check): Promise<boolean> {
  for (let poll = 0; poll < pendingPolls; poll++) {
    const reading = await readCheck(host, check, null);
    if (reading !== 'pending') return reading === 'holds';
    await host.clock.sleep(pollMs);
  }
  return false;
}

/** One look. What cannot be looked at does not hold. */
export async function readCheck(host: Host, check: Check, lastExit: LastExit): Promise<Reading> {
  switch (check.kind) {
    case 'service-state':
      return readService(await serviceState(host, check.service), check.state);
    case 'file-hash': {
      const bytes = await host.files.read(check.path);
      return whether((bytes === undefined ? null : sha256Of(bytes)) === check.sha256);
    }
    case 'wsl-stopped':
      return whether(await wslIsStopped(host));
    case 'wsl-default-version':
      return whether((await wslDefaultVersion(host)) === check.version);
    case 'adapter':
      return whether(await adapterIsSo(host, check.adapter));
    case 'exit-code':
      return whether(lastExit !== null && check.allowed.includes(lastExit));
    case 'registry-key':
      return whether(((await look(host, 'reg', ['query', check.key])).exitCode === 0) === check.exists);
    case 'registry-number':
      return whether((await registryNumber(host, check.key, check.value)) === check.number);
    case 'start-type':
      return whether(
        parseStartType((await look(host, 'sc', ['qc', check.service])).stdout) === check.startType,
      );
    default:
      return whether(await factHolds(host, check));
  }
}

/** The service's state once it is not on its way any more, or after a minute; null where it is not installed. */
export async function settledState(host: Host, service: string): Promise<ServiceState | null> {
  for (let poll = 0; ; poll++) {
    const state = await serviceState(host, service);
    if (!isPending(state) || poll === pendingPolls) return state;
    await host.clock.sleep(pollMs);
  }
}

export function isPending(state: ServiceState | null): boolean {
  return state?.endsWith('-pending') === true;
}

async function serviceState(host: Host, service: string): Promise<ServiceState | null> {
  return parseState((await look(host, 'sc', ['query', service])).stdout);
}

function readService(state: ServiceState | null, wanted: ServiceState): Reading {
  if (isPending(state)) return 'pending';
  return whether(state === wanted);
}

/**
 * With `-q` only names are printed. A failing command counts as stopped: where a distro runs, listing it succeeds, and
 * in-box WSL ends with -1 and a sentence where none does.
 */
async function wslIsStopped(host: Host): Promise<boolean> {
  const result = await look(host, 'wsl', ['-l', '--running', '-q']);
  return result.ended === 'exited' && (result.exitCode !== 0 || result.stdout.trim() === '');
}

/** What `wsl --set-default-version` writes (wsl.md section 3); WSL 2 where it was never set. */
async function wslDefaultVersion(host: Host): Promise<number> {
  const key = 'HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss';
  return (await registryNumber(host, key, 'DefaultVersion')) ?? 2;
}

/** A DWORD, or null where there is none. */
export async function registryNumber(host: Host, key: string, value: string): Promise<number | null> {
  const { stdout } = await look(host, 'reg', ['query', key, '/v', value]);
  const digits = /\sREG_DWORD\s+0x([0-9a-f]+)/i.exec(stdout)?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 16);
}

async function adapterIsSo(host: Host, wanted: AdapterConfiguration): Promise<boolean> {
  const answer = await host.ask(networkConfigurationQuestion);
  return answer.ok && parseAdapters(answer.value).some((now) => sameSettings(wanted, now));
}

function look(host: Host, program: ProgramName, args: readonly string[]): Promise<CommandResult> {
  return host.run(makeCommand(host.paths, program, args));
}

function whether(holds: boolean): Reading {
  return holds ? 'holds' : 'fails';
}
