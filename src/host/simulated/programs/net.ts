/**
 * net.exe: `start <service>` and `stop <service> [/y]` (commands.md section 0 and R7). Success goes to stdout, refusals
 * to stderr with exit 2; with dependents and no `/y` it asks, gets the end of standard input, and ends with -1.
 */
import { type ProgramCall, type SimulatedProgram, lines, unknownArgv } from '../program.js';
import {
  beginStart,
  beginStop,
  dependenciesOf,
  findService,
  isPending,
  runningDependentsOf,
} from '../services.js';
import { localized } from '../texts/languages.js';
import type { WorldService } from '../world.js';

export const net: SimulatedProgram = { encoding: () => 'oem', run };

async function run(call: ProgramCall): Promise<number> {
  const [verb = '', name, ...rest] = call.args.filter((arg) => arg.toLowerCase() !== '/y');
  const yes = call.args.some((arg) => arg.toLowerCase() === '/y');
  if (name === undefined || rest.length > 0) throw unknownArgv('net.exe', call.args);
  await call.wait(150);
  switch (verb.toLowerCase()) {
    case 'start':
      return start(call, name);
    case 'stop':
      return stop(call, name, yes);
    default:
      throw unknownArgv('net.exe', call.args);
  }
}

async function start(call: ProgramCall, name: string): Promise<number> {
  const service = findService(call.look(), name);
  if (service === undefined) return helped(call, call.text.net.invalidName, 2185);
  if (!call.look().elevated) return systemError(call, 5);
  if (isPending(service)) return helped(call, call.text.net.starts, 2189);
  if (service.state === 'running') return helped(call, call.text.net.alreadyStarted, 2182);
  const failure = await bringUp(call, service.name);
  if (failure !== null) return systemError(call, failure);
  return 0;
}

/** Starts what is needed first, silently, as the service control manager does; the Win32 error or null. */
async function bringUp(call: ProgramCall, name: string): Promise<number | null> {
  const world = call.look();
  const service = findService(world, name);
  if (service === undefined) return 1060;
  if (service.startType === 'disabled') return 1058;
  for (const needed of dependenciesOf(world, service))
    if (needed.state !== 'running' && !(await startQuietly(call, needed))) return 1068;
  const display = localized(world, service.displayName);
  begin(call, service.name, 'start');
  call.say('stdout', call.text.net.starting(display));
  call.midway();
  await settle(call, service.name);
  call.say('stdout', `\r\n${lines(call.text.net.started(display), '')}`);
  return null;
}

async function startQuietly(call: ProgramCall, service: WorldService): Promise<boolean> {
  if (service.startType === 'disabled') return false;
  for (const needed of dependenciesOf(call.look(), service))
    if (needed.state !== 'running' && !(await startQuietly(call, needed))) return false;
  if (service.state === 'stopped') begin(call, service.name, 'start');
  for (let polls = 0; polls < longestPolls && stateOf(call, service.name) !== 'running'; polls++)
    await call.wait(pollMs);
  return stateOf(call, service.name) === 'running';
}

async function stop(call: ProgramCall, name: string, yes: boolean): Promise<number> {
  const world = call.look();
  const service = findService(world, name);
  if (service === undefined) return helped(call, call.text.net.invalidName, 2185);
  const display = localized(world, service.displayName);
  if (!world.elevated) return systemError(call, 5);
  if (service.state === 'stopped') return helped(call, call.text.net.notStarted(display), 3521);
  if (isPending(service)) return helped(call, call.text.net.starts, 2189);
  const dependents = runningDependentsOf(world, service.name);
  if (dependents.length > 0) {
    const names = dependents.map((each) => `   ${localized(world, each.displayName)}`);
    call.say('stdout', lines(...call.text.net.dependents(display), '', ...names, ''));
    if (!yes) return refuseWithoutAnswer(call);
  }
  for (const [at, dependent] of dependents.entries()) {
    if (dependents.length > 1 && at === Math.ceil(dependents.length / 2)) call.midway();
    if (!(await stopOne(call, dependent))) return 2;
  }
  return (await stopOne(call, service, true)) ? 0 : 2;
}

function refuseWithoutAnswer(call: ProgramCall): number {
  call.say('stdout', call.text.net.goOn);
  call.say('stderr', lines('', call.text.net.noValidAnswer));
  return -1;
}

async function stopOne(call: ProgramCall, service: WorldService, isTarget = false): Promise<boolean> {
  const display = localized(call.look(), service.displayName);
  if (stateOf(call, service.name) === 'running') begin(call, service.name, 'stop');
  call.say('stdout', call.text.net.stopping(display));
  if (isTarget) call.midway();
  const stopped = await settle(call, service.name);
  const { net: text } = call.text;
  call.say('stdout', `\r\n${lines(stopped ? text.stopped(display) : text.couldNotStop(display), '')}`);
  return stopped;
}

/** One look at the service every 0.8 s; net.exe gives up after about half a minute. */
const pollMs = 800;
const longestPolls = 40;

/** Prints a dot for every look until the service has come to rest; false where it never does. */
async function settle(call: ProgramCall, name: string): Promise<boolean> {
  for (let polls = 0; polls < longestPolls; polls++) {
    await call.wait(pollMs);
    call.say('stdout', '.');
    const state = stateOf(call, name);
    if (state === 'running' || state === 'stopped') return true;
  }
  return false;
}

function begin(call: ProgramCall, name: string, verb: 'start' | 'stop'): void {
  call.change((world, now, scale) => {
    const service = findService(world, name);
    if (service === undefined) return;
    if (verb === 'start') beginStart(world, service, now, scale(service.startMs));
    else beginStop(world, service, now, scale(service.stopMs));
  });
}

const stateOf = (call: ProgramCall, name: string) => findService(call.look(), name)?.state;

function helped(call: ProgramCall, sentence: string, number: number): number {
  call.say('stderr', lines(sentence, '', call.text.net.moreHelp(number), ''));
  return 2;
}

function systemError(call: ProgramCall, code: number): number {
  call.say('stderr', lines(call.text.net.systemError(code), '', call.text.error(code), ''));
  return 2;
}
