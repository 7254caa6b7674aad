/** The Linux programs that a verification runs inside a distro (commands.md section 3): UTF-8, `\n`, their own exit codes. */
import { routeHex } from '../addresses.js';
import { type ProgramCall, unknownArgv } from '../program.js';
import type { WorldDistro } from '../world.js';
import { page, runCurl } from './curl.js';

type LinuxProgram = (
  call: ProgramCall,
  distro: WorldDistro,
  args: readonly string[],
) => Promise<number> | number;

const programs: Readonly<Record<string, LinuxProgram>> = {
  true: () => 0,
  cat,
  sh,
  bash: sh,
  wslinfo,
  getent,
  curl: (call, distro, args) => runCurl(call, args, reaches(call, distro)),
  wget,
};

/** Always there; the others only where the distro has them. */
const builtIn: readonly string[] = ['true', 'cat', 'sh'];

/** 127 for a program that the distro does not have. */
export async function runLinux(
  call: ProgramCall,
  distroName: string,
  argv: readonly string[],
): Promise<number> {
  const [path = '', ...args] = argv;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const distro = call.look().wsl.distros.find((each) => each.name === distroName);
  await call.wait(150);
  const program = programs[name];
  if (
    distro === undefined ||
    program === undefined ||
    !(builtIn.includes(name) || distro.programs.includes(name))
  ) {
    print(call, 'stderr', `execvpe(${path}) failed: No such file or directory\n`);
    return 127;
  }
  return program(call, distro, args);
}

const print = (call: ProgramCall, stream: 'stdout' | 'stderr', text: string): void =>
  call.say(stream, text, 'utf-8');

/** How the distro is connected; WSL 1 shares the network of Windows. */
function networkOf(call: ProgramCall, distro: WorldDistro) {
  const { vm } = call.look().wsl;
  if (distro.version === 1) return { mode: 'wsl1', connected: true, gateway: '192.168.1.1' };
  const connected = vm !== null && vm.network !== 'none' && !vm.networkLost;
  return {
    mode: vm?.network ?? 'none',
    connected,
    gateway: vm?.network === 'nat' ? '172.20.16.1' : '192.168.127.1',
  };
}

const reaches = (call: ProgramCall, distro: WorldDistro): boolean =>
  networkOf(call, distro).connected && call.look().online;

function wslinfo(call: ProgramCall, distro: WorldDistro, args: readonly string[]): number {
  if (args.join(' ') !== '--networking-mode') throw unknownArgv('wslinfo', args);
  print(call, 'stdout', `${networkOf(call, distro).mode}\n`);
  return 0;
}

function cat(call: ProgramCall, distro: WorldDistro, args: readonly string[]): number {
  if (args.join(' ') !== '/proc/net/route') throw unknownArgv('cat', args);
  const header = 'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT';
  const { connected, gateway } = networkOf(call, distro);
  const rows = connected
    ? [
        `eth0\t00000000\t${routeHex(gateway)}\t0003\t0\t0\t0\t00000000\t0\t0\t0`,
        `eth0\t${routeHex(gateway.replace(/\d+$/, '0'))}\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0`,
      ]
    : [];
  print(call, 'stdout', [header, ...rows].map((row) => `${row}\n`).join(''));
  return 0;
}

/** `-c` with the one-liners of a verification; other scripts are unknown. */
function sh(call: ProgramCall, distro: WorldDistro, args: readonly string[]): Promise<number> | number {
  const [option, script = ''] = args;
  if (option !== '-c' || args.length !== 2) throw unknownArgv('sh', args);
  if (script === 'cat /proc/net/route') return cat(call, distro, ['/proc/net/route']);
  if (!/\/dev\/tcp\/[\w.-]+\/\d+/.test(script)) throw unknownArgv('sh', args);
  return rawConnection(call, distro);
}

async function rawConnection(call: ProgramCall, distro: WorldDistro): Promise<number> {
  await call.wait(400);
  if (!reaches(call, distro)) {
    print(call, 'stderr', 'bash: connect: Network is unreachable\n');
    return 1;
  }
  print(call, 'stdout', 'HTTP/1.1 200 OK\n');
  return 0;
}

async function getent(call: ProgramCall, distro: WorldDistro, args: readonly string[]): Promise<number> {
  const [table, name] = args;
  if (
    (table !== 'ahosts' && table !== 'ahostsv4' && table !== 'hosts') ||
    name === undefined ||
    args.length > 2
  )
    throw unknownArgv('getent', args);
  await call.wait(300);
  if (!reaches(call, distro)) return 2;
  const rows =
    table === 'hosts'
      ? [`203.0.113.7     ${name}`]
      : [`203.0.113.7     STREAM ${name}`, '203.0.113.7     DGRAM  '];
  print(call, 'stdout', rows.map((row) => `${row}\n`).join(''));
  return 0;
}

async function wget(call: ProgramCall, distro: WorldDistro, args: readonly string[]): Promise<number> {
  const url = args.find((arg) => /^https?:\/\//.test(arg));
  if (url === undefined) throw unknownArgv('wget', args);
  await call.wait(500);
  if (!reaches(call, distro)) {
    print(call, 'stderr', `wget: unable to resolve host address '${new URL(url).hostname}'\n`);
    return 4;
  }
  if (!args.includes('/dev/null')) print(call, 'stdout', page);
  return 0;
}
