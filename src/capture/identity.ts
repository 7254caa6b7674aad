/** Who a machine belongs to, asked only in order to take it out again; nothing of this is written. */
import { makeCommand, type ProgramName } from '../host/commands.js';
import type { Host } from '../host/host.js';

export interface Identity {
  readonly users: readonly string[];
  readonly machines: readonly string[];
  readonly domains: readonly string[];
  /** Texts in which the machine names them. */
  readonly said: readonly string[];
}

/** Asks the machine itself, not the recording one. Never rejects: what it does not tell is found in the payloads. */
export async function readIdentity(
  host: Pick<Host, 'kind' | 'name' | 'paths' | 'run'>,
  signal?: AbortSignal,
): Promise<Identity> {
  const ask = async ([program, args]: readonly [ProgramName, readonly string[]]): Promise<string> => {
    const command = makeCommand(host.paths, program, args, { timeoutMs: 10_000 });
    const result = await host.run(command, signal === undefined ? {} : { signal });
    return result.exitCode === 0 ? result.stdout : '';
  };
  const folder = host.paths.profile.split('\\').at(-1) ?? '';
  return {
    users: [folder],
    machines: host.kind === 'windows' ? [host.name] : [],
    domains: [],
    said: (await Promise.all(questions.map(ask))).filter((text) => text !== ''),
  };
}

const questions: readonly (readonly [ProgramName, readonly string[]])[] = [
  ['whoami', ['/user', '/fo', 'csv', '/nh']],
  ['reg', ['query', 'HKCU\\Volatile Environment']],
  ['reg', ['query', 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName']],
  ['reg', ['query', 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters']],
  ['reg', ['query', 'HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings']],
  ['reg', ['query', 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion']],
];

/** For a machine that cannot be asked any more. */
export const nobody: Identity = { users: [], machines: [], domains: [], said: [] };
