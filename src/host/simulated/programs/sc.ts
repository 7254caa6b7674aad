/**
 * sc.exe: query, queryex, qc, enumdepend, config, start, stop. Everything goes to stdout, and the exit code is the
 * Win32 error itself (commands.md section 0).
 */
import { type ProgramCall, type SimulatedProgram, lines, unknownArgv } from '../program.js';
import {
  beginStart,
  beginStop,
  dependentsOf,
  findService,
  isPending,
  runningDependentsOf,
  startNow,
} from '../services.js';
import { localized } from '../texts/languages.js';
import type { ServiceState, StartType, World, WorldService } from '../world.js';

export const sc: SimulatedProgram = { encoding: () => 'oem', run };

type Verb = (call: ProgramCall, name: string, rest: readonly string[]) => number;

const verbs: Readonly<Record<string, Verb>> = { query, queryex, qc, enumdepend, config, start, stop };

async function run(call: ProgramCall): Promise<number> {
  const [verb = '', name, ...rest] = call.args;
  const known = verbs[verb.toLowerCase()];
  if (known === undefined || name === undefined) throw unknownArgv('sc.exe', call.args);
  await call.wait(80);
  return known(call, name, rest);
}

function query(call: ProgramCall, name: string, rest: readonly string[]): number {
  if (rest.length > 0) throw unknownArgv('sc.exe', call.args);
  const service = findService(call.look(), name);
  if (service === undefined) return failed(call, 'EnumQueryServicesStatus:OpenService', 1060);
  call.say('stdout', lines('', `SERVICE_NAME: ${service.name} `, ...statusLines(service)));
  return 0;
}

function queryex(call: ProgramCall, name: string, rest: readonly string[]): number {
  if (rest.length > 0) throw unknownArgv('sc.exe', call.args);
  const service = findService(call.look(), name);
  if (service === undefined) return failed(call, 'EnumQueryServicesStatus:OpenService', 1060);
  const pid = service.state === 'stopped' || service.type === 'driver' ? 0 : service.pid;
  call.say(
    'stdout',
    lines(
      '',
      `SERVICE_NAME: ${service.name} `,
      ...statusLines(service),
      `        PID                : ${pid}`,
      '        FLAGS              : ',
    ),
  );
  return 0;
}

function qc(call: ProgramCall, name: string, rest: readonly string[]): number {
  if (rest.length > 1) throw unknownArgv('sc.exe', call.args);
  const world = call.look();
  const service = findService(world, name);
  if (service === undefined) return failed(call, 'OpenService', 1060);
  const [first = '', ...others] = service.dependencies;
  const file =
    service.type === 'driver'
      ? `system32\\drivers\\${service.name}.sys`
      : 'C:\\WINDOWS\\System32\\svchost.exe';
  call.say(
    'stdout',
    lines(
      `[SC] QueryServiceConfig ${call.text.sc.success}`,
      '',
      `SERVICE_NAME: ${service.name}`,
      `        TYPE               : ${typeWords[service.type]} `,
      `        START_TYPE         : ${startWords[service.startType]}`,
      '        ERROR_CONTROL      : 1   NORMAL',
      `        BINARY_PATH_NAME   : ${file}`,
      '        LOAD_ORDER_GROUP   : ',
      '        TAG                : 0',
      `        DISPLAY_NAME       : ${localized(world, service.displayName)}`,
      `        DEPENDENCIES       : ${first}`,
      ...others.map((dependency) => `                           : ${dependency}`),
      `        SERVICE_START_NAME : ${service.type === 'driver' ? '' : 'LocalSystem'}`,
    ),
  );
  return 0;
}

/** Needs a buffer: the usual one is too small for a handful of dependents and gives 234 (commands.md R7). */
function enumdepend(call: ProgramCall, name: string, rest: readonly string[]): number {
  const world = call.look();
  const service = findService(world, name);
  if (service === undefined) return failed(call, 'OpenService', 1060);
  const bufferSize = Number(rest[0] ?? 1024);
  if (!Number.isInteger(bufferSize)) throw unknownArgv('sc.exe', call.args);
  const dependents = dependentsOf(world, service.name);
  const needed = dependents.reduce((sum, each) => sum + entrySize(world, each), 0);
  if (needed > bufferSize) return failed(call, 'EnumDependentServices', 234);
  call.say('stdout', lines(`[SC] EnumDependentServices: entriesread = ${dependents.length}`));
  for (const each of dependents)
    call.say(
      'stdout',
      lines(
        '',
        `SERVICE_NAME: ${each.name}`,
        `DISPLAY_NAME: ${localized(world, each.displayName)}`,
        ...statusLines(each),
      ),
    );
  return 0;
}

/** ENUM_SERVICE_STATUSW on 64 bits, and its two strings in UTF-16. */
const entrySize = (world: World, service: WorldService): number =>
  48 + 2 * (service.name.length + localized(world, service.displayName).length + 2);

function config(call: ProgramCall, name: string, rest: readonly string[]): number {
  const [option, value = ''] = rest;
  const startType = startTypes[value.toLowerCase()];
  // The space after `start=` is part of the syntax.
  if (option?.toLowerCase() !== 'start=' || startType === undefined || rest.length !== 2)
    throw unknownArgv('sc.exe', call.args);
  const service = findService(call.look(), name);
  if (service === undefined) return failed(call, 'OpenService', 1060);
  if (!call.look().elevated || service.protected) return failed(call, 'OpenService', 5);
  call.change((world) => {
    const target = findService(world, name);
    if (target !== undefined) target.startType = startType;
  });
  call.say('stdout', lines(`[SC] ChangeServiceConfig ${call.text.sc.success}`));
  return 0;
}

/** Asks for the start and does not wait: the service may still be START_PENDING. */
function start(call: ProgramCall, name: string, rest: readonly string[]): number {
  if (rest.length > 0) throw unknownArgv('sc.exe', call.args);
  const service = findService(call.look(), name);
  if (service === undefined) return failed(call, 'StartService: OpenService', 1060);
  if (!call.look().elevated) return failed(call, 'StartService: OpenService', 5);
  if (service.state !== 'stopped') return failed(call, 'StartService', 1056);
  if (service.startType === 'disabled') return failed(call, 'StartService', 1058);
  const begun = call.change((world, now, scale) => {
    const target = findService(world, name);
    if (target?.dependencies.every((dependency) => startNow(world, dependency)) !== true) return false;
    beginStart(world, target, now, scale(target.startMs));
    return true;
  });
  if (!begun) return failed(call, 'StartService', 1068);
  call.midway();
  return query(call, name, []);
}

/** Refuses while dependents run; does not wait. */
function stop(call: ProgramCall, name: string, rest: readonly string[]): number {
  if (rest.length > 0) throw unknownArgv('sc.exe', call.args);
  const service = findService(call.look(), name);
  if (service === undefined) return failed(call, 'OpenService', 1060);
  if (!call.look().elevated) return failed(call, 'OpenService', 5);
  if (service.state === 'stopped') return failed(call, 'ControlService', 1062);
  if (isPending(service)) return failed(call, 'ControlService', 1061);
  if (runningDependentsOf(call.look(), name).length > 0) return failed(call, 'ControlService', 1051);
  call.change((world, now, scale) => {
    const target = findService(world, name);
    if (target !== undefined) beginStop(world, target, now, scale(target.stopMs));
  });
  call.midway();
  return query(call, name, []);
}

function failed(call: ProgramCall, step: string, code: number): number {
  call.say('stdout', lines(`[SC] ${step} ${call.text.sc.failed} ${code}:`, '', call.text.error(code), ''));
  return code;
}

function statusLines(service: WorldService): readonly string[] {
  const controls =
    service.state === 'running'
      ? '(STOPPABLE, NOT_PAUSABLE, ACCEPTS_SHUTDOWN)'
      : '(NOT_STOPPABLE, NOT_PAUSABLE, IGNORES_SHUTDOWN)';
  return [
    `        TYPE               : ${typeWords[service.type]}  `,
    `        STATE              : ${stateWords[service.state]} `,
    `                                ${controls}`,
    '        WIN32_EXIT_CODE    : 0  (0x0)',
    '        SERVICE_EXIT_CODE  : 0  (0x0)',
    '        CHECKPOINT         : 0x0',
    '        WAIT_HINT          : 0x0',
  ];
}

const typeWords: Readonly<Record<WorldService['type'], string>> = {
  own: '10  WIN32_OWN_PROCESS',
  share: '30  WIN32',
  driver: '1  KERNEL_DRIVER',
};

const stateWords: Readonly<Record<ServiceState, string>> = {
  stopped: '1  STOPPED',
  'start-pending': '2  START_PENDING',
  'stop-pending': '3  STOP_PENDING',
  running: '4  RUNNING',
  'continue-pending': '5  CONTINUE_PENDING',
  'pause-pending': '6  PAUSE_PENDING',
  paused: '7  PAUSED',
};

const startWords: Readonly<Record<StartType, string>> = {
  boot: '0   BOOT_START',
  system: '1   SYSTEM_START',
  automatic: '2   AUTO_START',
  manual: '3   DEMAND_START',
  disabled: '4   DISABLED',
};

const startTypes: Readonly<Record<string, StartType>> = {
  boot: 'boot',
  system: 'system',
  demand: 'manual',
  auto: 'automatic',
  'delayed-auto': 'automatic',
  disabled: 'disabled',
};
