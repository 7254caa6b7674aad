/**
 * wsl.exe (wsl.md section 3): UTF-16LE unless `WSL_UTF8=1`, the in-box one always; its errors go to stdout, warnings to
 * stderr; -1 for any failure of its own, else the exit code of the Linux program.
 */
import {
  type ProgramCall,
  type SimulatedProgram,
  type TextEncoding,
  lines,
  unknownArgv,
} from '../program.js';
import { stopWsl } from '../services.js';
import type { World, WorldDistro } from '../world.js';
import { complain, noSuchDistro, prepareDistro, releaseDistro } from './wsl-distro.js';
import { runLinux } from './linux.js';
import { convert, exportDistro, update } from './wsl-maintenance.js';

export const wsl: SimulatedProgram = { encoding, run };

function encoding(world: World, env: Readonly<Record<string, string>>): TextEncoding {
  return world.wsl.flavour !== 'inbox' && env.WSL_UTF8 === '1' ? 'utf-8' : 'utf-16le';
}

type Verb = (call: ProgramCall, rest: readonly string[]) => Promise<number>;

const verbs: Readonly<Record<string, Verb>> = {
  '--version': version,
  '-v': version,
  '--status': status,
  '--list': list,
  '-l': list,
  '--shutdown': shutdown,
  '--set-default-version': setDefaultVersion,
  '--set-version': convert,
  '--update': update,
  '--export': exportDistro,
  '--terminate': terminate,
  '-t': terminate,
};

async function run(call: ProgramCall): Promise<number> {
  const [first = '', ...rest] = call.args;
  if (call.look().wsl.flavour === 'none') {
    await call.wait(200);
    call.say('stdout', lines(...call.text.wsl.notInstalled));
    return 1;
  }
  const verb = verbs[first];
  return verb === undefined ? execute(call) : verb(call, rest);
}

async function version(call: ProgramCall, rest: readonly string[]): Promise<number> {
  if (rest.length > 0) throw unknownArgv('wsl.exe', call.args);
  await call.wait(250);
  const { wsl, windows } = call.look();
  if (wsl.flavour === 'inbox') {
    call.say('stdout', lines(...call.text.wsl.invalidOption(call.args[0] ?? '')));
    return -1;
  }
  const versions = [
    wsl.version,
    wsl.kernel,
    '1.0.61',
    '1.2.5326',
    '1.611.1-81528511',
    '10.0.26091.1-240325-1447.ge-release',
    `10.0.${windows.build}.${windows.revision}`,
  ];
  const labels = call.text.wsl.versionLabels;
  call.say('stdout', lines(...labels.map((label, at) => `${label}${versions[at] ?? ''}`)));
  return 0;
}

async function status(call: ProgramCall, rest: readonly string[]): Promise<number> {
  if (rest.length > 0) throw unknownArgv('wsl.exe', call.args);
  await call.wait(300);
  const { wsl, features } = call.look();
  const standard = wsl.distros.find((distro) => distro.isDefault);
  const { text } = call;
  call.say(
    'stdout',
    lines(
      ...(standard === undefined ? [] : [text.wsl.defaultDistro(standard.name)]),
      text.wsl.defaultVersion(wsl.defaultVersion),
      ...(features.VirtualMachinePlatform === 'enabled' ? [] : [text.wsl.platformMissing]),
    ),
  );
  return 0;
}

/** Header and states are English in every language; distros are parsed from the right (commands.md section 1). */
async function list(call: ProgramCall, rest: readonly string[]): Promise<number> {
  const known = ['--verbose', '-v', '--quiet', '-q', '--running', '--all'];
  if (!rest.every((option) => known.includes(option))) throw unknownArgv('wsl.exe', call.args);
  await call.wait(250);
  const running = rest.includes('--running');
  const distros = call.look().wsl.distros.filter((distro) => distro.running || !running);
  if (rest.includes('-q') || rest.includes('--quiet')) {
    call.say('stdout', lines(...distros.map((distro) => distro.name)));
    return 0;
  }
  if (distros.length === 0) {
    call.say('stdout', lines(...call.text.wsl.noDistros));
    return -1;
  }
  if (!rest.includes('-v') && !rest.includes('--verbose')) throw unknownArgv('wsl.exe', call.args);
  const width = Math.max(...distros.map((distro) => distro.name.length), 4) + 4;
  const row = (mark: string, ...[name, state, number]: readonly [string, string, string]) =>
    `${mark} ${name.padEnd(width)}${state.padEnd(16)}${number}`;
  call.say(
    'stdout',
    lines(row(' ', 'NAME', 'STATE', 'VERSION'), ...distros.map((distro) => distroRow(row, distro))),
  );
  return 0;
}

type Row = (mark: string, name: string, state: string, version: string) => string;

const distroRow = (row: Row, distro: WorldDistro): string =>
  row(distro.isDefault ? '*' : ' ', distro.name, distro.running ? 'Running' : 'Stopped', `${distro.version}`);

async function shutdown(call: ProgramCall, rest: readonly string[]): Promise<number> {
  if (!rest.every((option) => option === '--force')) throw unknownArgv('wsl.exe', call.args);
  const running = call.look().wsl.vm !== null || call.look().wsl.distros.some((distro) => distro.running);
  await call.wait(running ? 800 : 300);
  call.change((world) => {
    for (const distro of world.wsl.distros) distro.running = false;
  });
  call.midway();
  if (running) await call.wait(2000);
  call.change(stopWsl);
  return 0;
}

async function terminate(call: ProgramCall, rest: readonly string[]): Promise<number> {
  const [name = ''] = rest;
  await call.wait(400);
  const found = call.change((world) => {
    const distro = world.wsl.distros.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (distro === undefined) return false;
    distro.running = false;
    distro.keptOpen = false;
    return true;
  });
  return found ? done(call) : noSuchDistro(call);
}

async function setDefaultVersion(call: ProgramCall, rest: readonly string[]): Promise<number> {
  const [number] = rest;
  if ((number !== '1' && number !== '2') || rest.length > 1) throw unknownArgv('wsl.exe', call.args);
  await call.wait(200);
  if (number === '1' && call.look().features['Microsoft-Windows-Subsystem-Linux'] !== 'enabled') {
    complain(call, (text) => text.error(87), 'Wsl/WSL_E_WSL1_NOT_SUPPORTED');
    return -1;
  }
  call.change((world) => {
    world.wsl.defaultVersion = number === '1' ? 1 : 2;
  });
  call.midway();
  if (number === '2') call.say('stdout', lines(call.text.wsl.keyDifferences));
  return done(call);
}

/** `[-d <distro>] [-u <user>] -e <program> …`: starts the distro, and its VM first, then the program. */
async function execute(call: ProgramCall): Promise<number> {
  let { args } = call;
  let name: string | undefined;
  while (args[0] === '-d' || args[0] === '--distribution' || args[0] === '-u' || args[0] === '--user') {
    if (args[0] === '-d' || args[0] === '--distribution') name = args[1];
    args = args.slice(2);
  }
  const [option, ...program] = args;
  if ((option !== '-e' && option !== '--exec') || program.length === 0)
    throw unknownArgv('wsl.exe', call.args);
  const distro = call
    .look()
    .wsl.distros.find((each) =>
      name === undefined ? each.isDefault : each.name.toLowerCase() === name.toLowerCase(),
    );
  await call.wait(100);
  if (distro === undefined) return name === undefined ? noDistros(call) : noSuchDistro(call);
  if (!(await prepareDistro(call, distro.name, 'Wsl/Service/CreateInstance'))) return -1;
  try {
    return await runLinux(call, distro.name, program);
  } finally {
    releaseDistro(call, distro.name);
  }
}

function noDistros(call: ProgramCall): number {
  call.say('stdout', lines(...call.text.wsl.noDistros));
  return -1;
}

function done(call: ProgramCall): number {
  call.say('stdout', lines(call.text.wsl.done));
  return 0;
}
