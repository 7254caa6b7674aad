/**
 * The real program as a process, killed with SIGKILL at three points of every command of the plan. The stop points belong
 * to the world's file; nothing in the product knows of them. Whatever was under way, the next start offers the choice, and
 * finishing and undoing both leave each service in its recorded prior state or in the plan's goal.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StopPoint, World } from '../../src/host/simulated/world.js';
import { practice, stopAt, type Practice } from './program.js';

const remedy = 'reset-network-stack';
const services = ['hns', 'vmcompute', 'nvagent', 'CmService'];
const points: readonly StopPoint['at'][] = ['before', 'during', 'after'];
const ways = ['resume', 'undo'] as const;

interface PlannedCommand {
  /** What the stop point looks for. */
  readonly match: string;
  readonly step: string;
}

let killed = 0;
let ended = 0;

describe(`SIGKILL at every command of ${remedy}`, async () => {
  const { commands, fresh } = await plannedCommands();

  it('finds the commands of the issue in the plan', () => {
    const shown = commands.map(({ match }) => match).join('\n');
    for (const command of [
      'wsl.exe --shutdown',
      'net.exe stop hns /y',
      'net.exe stop vmcompute /y',
      'netsh.exe int ip reset',
      'netsh.exe winsock reset',
      'net.exe start vmcompute',
      'net.exe start hns',
    ]) {
      expect(shown).toContain(command);
    }
  });

  describe.concurrent('and gone on with', () => {
    const matches = [...new Set(commands.map((command) => command.match))];
    for (const [index, match] of matches.entries()) {
      for (const at of points) {
        for (const way of waysAfter(at, index)) {
          it(`${match}, ${at}, ${way}`, async (context) => {
            const machine = practice('classic-80041002', 'instant', fresh);
            try {
              await killAt(machine, match, at);
              killed += 1;
              await goOn(machine, way);
              context.expect(servicesOf(machine.world())).toEqual(running);
              ended += 1;
            } finally {
              machine.remove();
            }
          });
        }
      }
    }
  });

  afterAll(() => {
    console.log(
      `killed ${killed} times at ${points.length} points of ${commands.length} commands, every service as promised ${ended} times`,
    );
  });
});

/**
 * A half-run command is gone on with in both ways, the others in turn: a process takes its time, and all remedies, points and
 * ways are tried without one (test/workflow/killed-remedies.test.ts).
 */
function waysAfter(at: StopPoint['at'], index: number): readonly (typeof ways)[number][] {
  const inTurn = ways[(index + (at === 'before' ? 0 : 1)) % 2];
  return at === 'during' || inTurn === undefined ? ways : [inTurn];
}

/** Everything that the plan runs, from a dry run of the same machine. */
async function plannedCommands(): Promise<{
  readonly commands: readonly PlannedCommand[];
  /** The machine as it is entered, for every test anew. */
  readonly fresh: World;
}> {
  const machine = practice('classic-80041002');
  try {
    const { stdout } = await machine.run('fix', remedy, '--dry-run', '--json');
    const { plan } = JSON.parse(stdout) as { plan: { step: string; commands: string[][] }[] };
    // Where the reset waits for the restart, as here, nothing has to be given back before it.
    const runs = plan.filter(({ step }) => !step.startsWith('keep-address'));
    const all = runs.flatMap(({ step, commands }) =>
      commands.map((argv) => ({ step, match: matchOf(argv) })),
    );
    return { commands: all, fresh: machine.world() };
  } finally {
    machine.remove();
  }
}

/** Without the path of a backup, which is another in each session. */
function matchOf(argv: readonly string[]): string {
  const [file = '', ...args] = argv;
  if (file === 'powershell') return `ask ${args.join(' ')}`;
  const known = args.filter(
    (argument) =>
      (!argument.includes('{backup}') && argument !== '/y') || (argument === '/y' && args[0] === 'stop'),
  );
  return [file.split('\\').at(-1), ...known].join(' ');
}

/** Sets the stop point so that it hits the plan's command and not a probe that asks the same before. */
async function killAt(machine: Practice, match: string, at: StopPoint['at']): Promise<void> {
  for (let occurrence = 1; occurrence <= 4; occurrence += 1) {
    machine.changeWorld(stopAt(match, occurrence, at));
    const { signal } = await machine.run('fix', remedy, '--yes');
    expect(signal, `nothing was killed at ${match}`).toBe('SIGKILL');
    const { stdout } = await machine.run('sessions', '--json');
    const { sessions } = JSON.parse(stdout) as { sessions: { state: string }[] };
    if (sessions.some(({ state }) => state === 'interrupted' || state === 'awaiting-restart')) return;
  }
  throw new Error(`${match} was never reached inside the plan`);
}

async function goOn(machine: Practice, way: (typeof ways)[number]): Promise<void> {
  machine.changeWorld((world) => {
    world.stopPoints = [];
  });
  const offered = await machine.run('diagnose', '--json');
  const { unfinished } = JSON.parse(offered.stdout) as { unfinished: string | null };
  expect(unfinished, 'the next start must offer the choice').not.toBeNull();
  if (way === 'undo') {
    const { exitCode, stderr } = await machine.run('undo', '--yes');
    expect([0, 5], stderr).toContain(exitCode);
    return;
  }
  const first = await machine.run('resume', '--yes');
  expect(first.exitCode, first.stdout + first.stderr).toBe(3);
}

const running = Object.fromEntries(services.map((service) => [service, 'running']));

function servicesOf(world: World): Record<string, string> {
  return Object.fromEntries(
    services.map((name) => [
      name,
      world.services.find((service) => service.name === name)?.state ?? 'missing',
    ]),
  );
}

beforeAll(() => {
  killed = 0;
  ended = 0;
});
