import type { RunningProgram, RunningSoftwareFact } from '../domain/system-facts.js';
import { sanitizeLine } from '../host/sanitize.js';
import { recordsOf, textIn } from './json.js';
import { askQuestion } from './machine.js';
import { Skip, type Probe } from './probe.js';
import script from './running-software.ps1';

/** Programs that a remedy would disturb, so that a plan can ask for them to be closed first. */
export const runningSoftwareProbe: Probe<'runningSoftware'> = {
  id: 'running-software',
  fact: 'runningSoftware',
  after: [],
  elevation: 'none',
  worker: 'shared',
  usualMs: 1_000,
  timeoutMs: 16_000,
  async read(context) {
    const value = await askQuestion(context, {
      id: 'processes',
      args: { names: Object.values(known).flat().join(',') },
      script,
      worker: 'shared',
      elevation: 'none',
      timeoutMs: 15_000,
    });
    return value instanceof Skip ? value : { programs: parsePrograms(value) };
  },
  findings: () => [],
};

/** One entry a program; processes that are none of these are left out. */
export function parsePrograms(value: unknown): RunningSoftwareFact['programs'] {
  const programs = recordsOf(value).flatMap((record) => {
    const process = sanitizeLine(textIn(record, 'ProcessName')).replace(/\.exe$/i, '');
    const program = programOf.get(process.toLowerCase());
    return program === undefined ? [] : [{ program, process }];
  });
  return programs.filter(
    ({ program }, index) => programs.findIndex((other) => other.program === program) === index,
  );
}

/** Names of processes, without `.exe`. */
const known: Readonly<Record<RunningProgram, readonly string[]>> = {
  'docker-desktop': ['Docker Desktop', 'com.docker.backend'],
  'windows-sandbox': ['WindowsSandbox', 'WindowsSandboxClient', 'WindowsSandboxRemoteSession'],
  vmware: ['vmware', 'vmplayer', 'vmware-vmx'],
  virtualbox: ['VirtualBox', 'VirtualBoxVM', 'VBoxHeadless'],
  'hyper-v-vm': ['vmconnect'],
  vpn: [
    'pia-client',
    'openvpn',
    'Mullvad VPN',
    'NordVPN',
    'vpnui',
    'csc_ui',
    'PanGPA',
    'FortiClient',
    'EasyConnect',
    'Twingate',
    'ZSATray',
    'wireguard',
  ],
};

const programOf: ReadonlyMap<string, RunningProgram> = new Map(
  // The keys are those of the table just above.
  (Object.keys(known) as RunningProgram[]).flatMap((program) =>
    known[program].map((process) => [process.toLowerCase(), program] as const),
  ),
);
