/**
 * Every remedy in every practice world (issue 4): forbidden ones are refused with their reason and touch nothing, allowed ones
 * end in the verdict that fits the world, and after their undo the machine is as it was, but for a closed list.
 */
import { afterAll, describe, expect, test } from 'vitest';
import type { RemedyOffer } from '../../src/domain/diagnosis.js';
import type { RemedyId } from '../../src/domain/ids.js';
import { restartWindows } from '../../src/host/simulated/restart.js';
import { worldIds } from '../../src/host/simulated/worlds/worlds.js';
import type { World } from '../../src/host/simulated/world.js';
import { remedies } from '../../src/remedies/registry.js';
import { en } from '../../src/text/remedies.js';
import { PlanRefused, createDiagnosis } from '../../src/workflow/diagnosis.js';
import { carryOutRemedy, openPracticeMachine, type Course } from './carry-out-remedy.js';
import { comparable, differingParts, exceptions } from './comparable-world.js';
import { expectedEnds, handOvers, type End } from './expected-ends.js';

const table: string[] = [];
const note = (world: string, remedy: string, end: string, undo: string) => {
  table.push(`${world.padEnd(24)} ${remedy.padEnd(32)} ${end.padEnd(34)} ${undo}`.trimEnd());
};
afterAll(() => {
  console.log(table.sort().join('\n'));
});

describe.each(worldIds)('%s', (id) => {
  test('every remedy', async () => {
    const offers = await offersIn(id);
    expect(offers.map(({ id: remedy }) => remedy).sort()).toEqual(remedies.map((remedy) => remedy.id).sort());
    const allowed = offers.filter(({ available }) => available).map(({ id: remedy }) => remedy);
    await inTurns(allowed, (remedy) => carryOutAndUndo(id, remedy));
  }, 300_000);
});

async function offersIn(id: string): Promise<readonly RemedyOffer[]> {
  const machine = await openPracticeMachine(id);
  const program = machine.start();
  const work = createDiagnosis({ host: machine.host, caseFile: program.caseFile });
  await work.runProbes({ signal: new AbortController().signal });
  await work.judge();
  const offers = program.caseFile.view().diagnosis?.offers ?? [];
  const before = JSON.stringify(comparable(machine.host.world));
  for (const { id: remedy, available, reason } of offers) {
    if (available || reason === null) continue;
    const refused: unknown = await work
      .makePlanFor({ remedy, target: null })
      .catch((error: unknown) => error);
    expect(refused, `${remedy} in ${id}`).toBeInstanceOf(PlanRefused);
    expect(en.refused(reason, (probe) => probe)).toMatch(/[.]$/);
    note(id, remedy, `refused: ${reason.code}`, '');
  }
  expect(JSON.stringify(comparable(machine.host.world))).toBe(before);
  await program.close();
  machine.dispose();
  return offers;
}

/** They wait for the disk most of the time. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, worker));
}

async function carryOutAndUndo(id: string, remedy: RemedyId): Promise<void> {
  const machine = await openPracticeMachine(id);
  try {
    const before = structuredClone(machine.host.world);
    const program = machine.start();
    const course = await carryOutRemedy(machine, program, remedy);
    const end = endOf(course);
    expect(`${remedy} in ${id}: ${end}`).toBe(`${remedy} in ${id}: ${expectedEnd(id, remedy, course)}`);
    // What was rolled back already has nothing left to undo.
    const remainder = end === 'rolledBack' ? [] : (await program.treatment.undo(null, 'run')).remainder;
    await program.close();
    if (course.restarts > 0) await machine.host.restartMachine();
    const exception = exceptions[remedy];
    const wanted = afterRestarts(before, course.restarts);
    const differs = differingParts(wanted, machine.host.world);
    if (end === 'notFullyRolledBack') expect(remainder.length).toBeGreaterThan(0);
    else {
      expect({ remedy, id, remainder }).toEqual({ remedy, id, remainder: [] });
      expect({
        remedy,
        id,
        differs: differs.filter((part) => exception?.parts.includes(part) !== true),
      }).toEqual({
        remedy,
        id,
        differs: [],
      });
    }
    const undo = end === 'notFullyRolledBack' ? `left: ${remainder.length} lines` : 'as before';
    note(
      id,
      remedy,
      `${end}${course.restarts > 0 ? ` after ${course.restarts} restarts` : ''}`,
      `${undo}${differs.length > 0 && end !== 'notFullyRolledBack' ? ` but for ${differs.join(', ')}: ${exception?.why ?? ''}` : ''}`,
    );
  } finally {
    machine.dispose();
  }
}

function endOf({ state, verdict }: Course): string {
  return verdict ?? state ?? 'left';
}

function expectedEnd(id: string, remedy: RemedyId, { restarts }: Course): End | undefined {
  if (handOvers.has(remedy)) return 'handedOver';
  const expected = expectedEnds[id];
  return expected?.others[remedy] ?? (restarts > 0 ? expected?.restarted : expected?.untouched);
}

function afterRestarts(world: World, count: number): World {
  const copy = structuredClone(world);
  if (count > 0) restartWindows(copy, Date.now());
  return copy;
}
