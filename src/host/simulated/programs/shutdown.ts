/** shutdown.exe: `/r /t <seconds> [/c <comment>]` restarts Windows when the time has come, `/a` calls it off. */
import { type ProgramCall, type SimulatedProgram, lines, unknownArgv } from '../program.js';

export const shutdown: SimulatedProgram = { encoding: () => 'oem', run };

async function run(call: ProgramCall): Promise<number> {
  const args = call.args.map((arg) => arg.toLowerCase());
  await call.wait(200);
  if (args.length === 1 && args[0] === '/a') return abort(call);
  const seconds = restartDelay(args);
  if (seconds === undefined) throw unknownArgv('shutdown.exe', call.args);
  const planned = call.look().due.some((due) => due.kind === 'restart');
  if (planned) {
    call.say('stderr', lines(call.text.shutdown.alreadyPlanned));
    return 1190;
  }
  call.change((world, now, scale) => {
    world.due.push({ kind: 'restart', at: now + scale(seconds * 1000) });
  });
  call.midway();
  return 0;
}

function restartDelay(args: readonly string[]): number | undefined {
  const comment = args.indexOf('/c');
  const rest = comment < 0 ? args : args.toSpliced(comment, 2);
  if (!rest.includes('/r')) return undefined;
  const others = rest.filter((arg) => arg !== '/r' && arg !== '/f');
  if (others.length === 0) return 30;
  const seconds = Number(others[1]);
  return others[0] === '/t' && others.length === 2 && Number.isInteger(seconds) ? seconds : undefined;
}

function abort(call: ProgramCall): number {
  const aborted = call.change((world) => {
    const before = world.due.length;
    world.due = world.due.filter((due) => due.kind !== 'restart');
    return world.due.length < before;
  });
  if (aborted) return 0;
  call.say('stderr', lines(call.text.shutdown.notPlanned));
  return 1116;
}
