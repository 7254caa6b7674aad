import type { Facts, ServiceFact, ServiceState, ServicesFact, StartType } from '../domain/facts.js';
import type { Finding } from '../domain/findings.js';
import type { ServiceName } from '../domain/ids.js';
import { runToExit } from './machine.js';
import type { Probe, ProbeContext } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** What WSL 2's network needs (commands.md section 1); `vfpext` is a driver, and sc.exe asks for both alike. */
const watched: readonly ServiceName[] = [
  'hns',
  'vmcompute',
  'vmms',
  'WSLService',
  'SharedAccess',
  'LxssManager',
  'vfpext',
  'vmsmp',
  'NetSetupSvc',
  'DeviceInstall',
  'Dhcp',
  'mpssvc',
  'BFE',
  'iphlpsvc',
  'winmgmt',
  'nsi',
  'EventLog',
  'RpcEptMapper',
  'hvhost',
  'nvagent',
  'winnat',
];
/** The two that WSL starts and a remedy stops: what they need, and what stops with them, has to be known. */
const stoppable: readonly ServiceName[] = ['hns', 'vmcompute'];

export const servicesProbe: Probe<'services'> = {
  id: 'services',
  fact: 'services',
  after: ['windows', 'wsl'],
  elevation: 'none',
  usualMs: 2_000,
  timeoutMs: 30_000,
  async read(context) {
    const services = await Promise.all(watched.map((name) => readService(context, name)));
    const isKnown = (name: ServiceName) => watched.some((each) => each.toLowerCase() === name.toLowerCase());
    const needed = new Set(services.flatMap(({ dependencies = [] }) => dependencies));
    const others = [...needed].filter((name) => !isKnown(name));
    return {
      services: [...services, ...(await Promise.all(others.map((name) => readService(context, name))))],
    };
  },
  findings: (fact, known) => findTroubles(fact, known),
};

async function readService(context: ProbeContext, name: ServiceName): Promise<ServiceFact> {
  const query = await runToExit(context, 'sc', ['query', name]);
  if (query.exitCode === notInstalled) {
    return { name, installed: false, state: null, startType: null, dependents: [] };
  }
  const configuration = await runToExit(context, 'sc', ['qc', name]);
  const dependents = stoppable.includes(name)
    ? await runToExit(context, 'sc', ['enumdepend', name, '65536'])
    : null;
  if (dependents !== null && dependents.exitCode !== 0)
    throw new Error(`sc enumdepend ${name} ended with ${dependents.exitCode}.`);
  return {
    name,
    installed: true,
    state: parseState(query.stdout),
    startType: parseStartType(configuration.stdout),
    dependents: dependents === null ? [] : parseDependents(dependents.stdout),
    ...(stoppable.includes(name) ? { dependencies: parseDependencies(configuration.stdout) } : {}),
  };
}

/** ERROR_SERVICE_DOES_NOT_EXIST: sc.exe ends with the Windows error itself. */
const notInstalled = 1060;

const states: Readonly<Record<string, ServiceState>> = {
  '1': 'stopped',
  '2': 'start-pending',
  '3': 'stop-pending',
  '4': 'running',
  '5': 'continue-pending',
  '6': 'pause-pending',
  '7': 'paused',
};
const startTypes: readonly StartType[] = ['boot', 'system', 'automatic', 'manual', 'disabled'];

/** Numbers only: field names are English on all captures, words after the numbers are not relied on. */
export function parseState(stdout: string): ServiceState | null {
  return states[/^\s*STATE\s*:\s*(\d)/m.exec(stdout)?.[1] ?? ''] ?? null;
}

export function parseStartType(stdout: string): StartType | null {
  return startTypes[Number(/^\s*START_TYPE\s*:\s*(\d)/m.exec(stdout)?.[1] ?? Number.NaN)] ?? null;
}

/** What `sc qc` lists, one a line; groups (`+NetworkProvider`) are left out. The field's name is English on all captures. */
export function parseDependencies(stdout: string): readonly ServiceName[] {
  const list = /^\s*DEPENDENCIES\s*:([^\r\n]*(?:\r*\n\s+:[^\r\n]*)*)/m.exec(stdout)?.[1] ?? '';
  return list
    .split(/\r*\n\s+:/)
    .map((name) => name.trim())
    .filter((name) => /^[\w.-]+$/.test(name));
}

/** Services (not drivers) that depend on it, in the order in which they have to stop. */
export function parseDependents(stdout: string): ServiceFact['dependents'] {
  return stdout.split(/^SERVICE_NAME:/m).flatMap((entry, index) => {
    const name = /^[ \t]*(\S[^\r\n]*)/.exec(entry)?.[1]?.trim();
    const type = Number.parseInt(/^\s*TYPE\s*:\s*([0-9a-f]+)/im.exec(entry)?.[1] ?? '', 16);
    const state = parseState(entry);
    if (index === 0 || name === undefined || state === null || (type & win32Services) === 0) return [];
    return [{ name, state }];
  });
}

/** SERVICE_WIN32_OWN_PROCESS | SERVICE_WIN32_SHARE_PROCESS. */
const win32Services = 0x30;

function findTroubles(fact: ServicesFact, known: Facts): readonly Finding[] {
  const dependencies = new Set(fact.services.flatMap((each) => each.dependencies ?? []));
  return fact.services.flatMap((service) => {
    const { name } = service;
    if (!service.installed) {
      return isNeeded(name, known) || (dependencies.has(name) && hasFailed(known))
        ? [finding('service-missing', name, `sc.exe query ${name}: ${notInstalled}`)]
        : [];
    }
    // In-box WSL's service may exist beside the newer one, in any state.
    if (name === 'LxssManager' && known.wsl?.flavour !== 'inbox') return [];
    if (service.startType === 'disabled')
      return [finding('service-disabled', name, `sc.exe qc ${name}: START_TYPE 4`)];
    return isStopped(service, known)
      ? [finding('service-stopped', name, `sc.exe query ${name}: STATE ${service.state ?? ''}`)]
      : [];
  });
}

/** WSL's own test for the Virtual Machine Platform (wsl.md 2.5); Windows Home legitimately has no vmms. */
function isNeeded(name: ServiceName, known: Facts): boolean {
  if (known.wsl === undefined || known.wsl.flavour === 'none') return false;
  if (name === 'hns' || name === 'vmcompute') return true;
  if (name === 'vfpext') return (known.windows?.build ?? 0) >= 22621;
  // The miniport of every switch (Microsoft's question in microsoft/WSL#7404); asked for only where something fails.
  if (name === 'vmsmp') return hasFailed(known);
  return name === 'WSLService' && known.wsl.flavour === 'store';
}

const hasFailed = (known: Facts): boolean => !wslWorks(known) && known.wslStart?.attempt === 'failed';

/** hns and vmcompute start on demand: that they are stopped says something only once WSL has tried to start. */
function isStopped(service: ServiceFact, known: Facts): boolean {
  if (service.state === 'running' || service.state === 'start-pending') return false;
  if (service.startType === 'automatic') return true;
  if (service.name !== 'hns' && service.name !== 'vmcompute') return false;
  return service.state === 'stop-pending' || notRunningCodes.has(known.wslStart?.hresult ?? '');
}

/** What WSL's start says where a service behind HNS does not run: EPT_S_NOT_REGISTERED, ERROR_SERVICE_NOT_ACTIVE, RPC_S_SERVER_UNAVAILABLE. */
const notRunningCodes = new Set(['0x800706d9', '0x80070426', '0x800706ba']);

function finding(
  id: 'service-missing' | 'service-disabled' | 'service-stopped',
  service: ServiceName,
  evidence: string,
): Finding {
  return { id, probe: 'services', data: { service }, evidence };
}
