/**
 * A fault at every changing command of every remedy (issue 4): it ends rolled back, or not fully with what is left listed;
 * every service is as before or as the plan wants it, and .wslconfig is the old one or the new one.
 */
import { describe, expect, test } from 'vitest';
import type { RemedyId } from '../../src/domain/ids.js';
import type { Command, CommandResult, Host } from '../../src/host/host.js';
import { commandLine } from '../../src/host/host.js';
import { remedies } from '../../src/remedies/registry.js';
import { carryOutRemedy } from './carry-out-remedy.js';
import { expectFileWhole, expectServicesKept, remember } from './promises.js';
import { homeOf, openHome } from './remedy-homes.js';

const faults = ['exit-code', 'access-denied', 'hangs', 'garbage'] as const;
type Fault = (typeof faults)[number];

/** The nth changing command does not do what it should. The machine is left as it is, but where it hangs half-way. */
function faulty(host: Host, at: number, fault: Fault, struck: (line: string) => void): Host {
  let count = 0;
  return {
    ...host,
    async run(command, options) {
      if (command.effect === 'safe' || count++ !== at) return host.run(command, options);
      struck(commandLine(command));
      if (fault === 'hangs') await host.run(command, options);
      return broken(command, fault);
    },
  };
}

function broken(command: Command, fault: Fault): CommandResult {
  const garbage = new Uint8Array([0xff, 0xfe, 0x00, 0x1b, 0x5b, 0x32, 0x4a, 0xc3, 0x28]);
  const isSc = command.file.endsWith('\\sc.exe');
  const exitCode = { 'exit-code': 87, 'access-denied': isSc ? 5 : 2, hangs: null, garbage: 0 }[fault];
  return {
    ended: fault === 'hangs' ? 'timed-out' : 'exited',
    exitCode,
    stdout: fault === 'garbage' ? '\u001b[2J\u00ff' : '',
    stderr: '',
    stdoutBytes: fault === 'garbage' ? garbage : new Uint8Array(),
    stderrBytes: new Uint8Array(),
    durationMs: 1,
  };
}

async function countCommands(id: RemedyId): Promise<number> {
  const machine = await openHome(id);
  let count = 0;
  const program = machine.start((host) => ({
    ...host,
    run: (command, options) => {
      if (command.effect !== 'safe') count++;
      return host.run(command, options);
    },
  }));
  const { plans } = await carryOutRemedy(machine, program, id);
  await program.close();
  machine.dispose();
  expect(plans.length, `${id} in ${homeOf(id)}`).toBeGreaterThan(0);
  return count;
}

describe.each(remedies.map(({ id }) => id))('%s', (id) => {
  test('a fault at every command', async () => {
    const commands = await countCommands(id);
    const ends = new Map<string, number>();
    for (let at = 0; at < commands; at++) {
      for (const fault of faults) {
        const machine = await openHome(id);
        const before = remember(machine);
        let line = '';
        const program = machine.start((host) => faulty(host, at, fault, (struck) => (line = struck)));
        const course = await carryOutRemedy(machine, program, id);
        const remainder = course.view.steps.flatMap((step) => step.remainder);
        await program.close();
        const end = course.state ?? 'left';
        ends.set(end, (ends.get(end) ?? 0) + 1);
        const story = `${id} ${fault} at ${line}: ${end} ${remainder.join(' | ')}`;
        expect(['rolledBack', 'notFullyRolledBack', ...goodEnds], story).toContain(end);
        if (end === 'notFullyRolledBack') expect(remainder.length, story).toBeGreaterThan(0);
        expectServicesKept(machine, course.plans, remainder, story);
        expectFileWhole(machine, before, course.plans, story);
        machine.dispose();
      }
    }
    console.log(`${id}: ${[...ends].map(([end, count]) => `${end} ${count}`).join(', ')}`);
  }, 300_000);
});

/** The command was done all the same, or was not what the plan's success hangs on. */
const goodEnds = ['resolved', 'deciding', 'handedOver', 'awaitingRestart.waiting'];
