/**
 * The program killed in every remedy (issue 4): before, in the middle of and after each command of each plan, the restarts
 * of Windows included, and at each record of its journal. Whatever was under way, the next start finishes, undoes or
 * forgets it, and each service is as it was or as a plan wanted it.
 */
import { afterAll, describe, expect, test } from 'vitest';
import type { RemedyId } from '../../src/domain/ids.js';
import type { Plan } from '../../src/domain/plan.js';
import { restartWindows } from '../../src/host/simulated/restart.js';
import type { World } from '../../src/host/simulated/world.js';
import { listSessionIds, readJournal } from '../../src/journal/journal.js';
import { remedies } from '../../src/remedies/registry.js';
import { findUnfinishedFor } from '../../src/workflow/recovery.js';
import { carryOutRemedy, type Course, type PracticeMachine } from './carry-out-remedy.js';
import { differingParts, exceptions } from './comparable-world.js';
import { createLife, type Deed, type RecordDeath } from './mortal-host.js';
import { expectFileWhole, expectServicesKept, remember } from './promises.js';
import { openHome } from './remedy-homes.js';

/** Where one life ends. */
type Death =
  | {
      readonly kind: 'command';
      readonly match: string;
      readonly occurrence: number;
      readonly at: 'before' | 'during' | 'after';
    }
  | { readonly kind: 'record'; readonly death: RecordDeath; readonly what: string };

const total = { deaths: 0, begun: 0, ways: 0 };
const table: string[] = [];

describe.each(remedies.map(({ id }) => id))('%s', (id) => {
  test('killed at every point, it is finished, undone or forgotten', async () => {
    const whole = await liveWhole(id);
    const deaths = deathsIn(whole.deeds);
    for (const [at, death] of deaths.entries()) await killAndRecover(id, death, waysAfter(death, at), whole);
    total.deaths += deaths.length;
    table.push(`${id.padEnd(32)} ${String(deaths.length).padStart(4)}`);
  }, 300_000);
});

afterAll(() => {
  console.log(
    `${table.join('\n')}\n${total.deaths} deaths, ${total.begun} of them with something begun, ${total.ways} ways on`,
  );
  // Only where all were tried.
  if (table.length === remedies.length) expect(total.deaths).toBeGreaterThan(950);
});

/** A life without death, and the machine after it. */
interface Whole {
  readonly course: Course;
  readonly deeds: readonly Deed[];
  readonly world: World;
}

async function liveWhole(id: RemedyId): Promise<Whole> {
  const machine = await openHome(id);
  const life = createLife(machine.host);
  const course = await carryOutRemedy(
    machine,
    machine.start(() => life.host),
    id,
  );
  machine.dispose();
  expect(course.plans.length, id).toBeGreaterThan(0);
  return { course, deeds: life.deeds, world: structuredClone(machine.host.world) };
}

function deathsIn(deeds: readonly Deed[]): readonly Death[] {
  const commands = deeds.filter(({ kind }) => kind === 'command');
  const atCommands = commands.flatMap(({ match, planned }, place): Death[] => {
    if (!planned && !match.includes('shutdown.exe')) return [];
    const occurrence = commands.slice(0, place + 1).filter((each) => each.match.includes(match)).length;
    return (['before', 'during', 'after'] as const).map((at) => ({ kind: 'command', match, occurrence, at }));
  });
  const atRecords = deeds
    .filter(({ kind }) => kind === 'record')
    .flatMap(({ match }, record): Death[] => {
      // Before an intent and after an outcome is between two commands, which is not the same as beside one.
      const moments =
        match === 'intent' || match === 'outcome' ? (['torn'] as const) : (['torn', 'after'] as const);
      return moments.map((at) => ({ kind: 'record', what: match, death: { record, at } }));
    });
  return [...atCommands, ...atRecords];
}

interface Dead {
  readonly machine: PracticeMachine;
  readonly before: World;
  readonly plans: readonly Plan[];
  readonly story: string;
}

type Way = (id: RemedyId, dead: Dead, situation: Situation) => Promise<void>;

/** What is unknown of a command that was under way is looked at on all ways; of the rest each death has one, in turns. */
function waysAfter(death: Death, at: number): readonly Way[] {
  const ways: readonly Way[] = [finish, undo, forget];
  if (death.kind === 'command' && death.at === 'during') return ways;
  // Every command has three deaths: without the second part each moment would always have the same way.
  const turn = (at + Math.floor(at / ways.length)) % ways.length;
  return ways.slice(turn, turn + 1);
}

async function killAndRecover(id: RemedyId, death: Death, ways: readonly Way[], whole: Whole): Promise<void> {
  const dead = await killAt(id, death);
  const { machine } = dead;
  const begun = await hasBegun(machine);
  if (begun) total.begun++;
  const { unfinished } = await findUnfinishedFor(machine.host);
  for (const way of ways) {
    const next = await machine.fork();
    total.ways++;
    await way(
      id,
      { ...dead, machine: next, story: `${dead.story}, then ${way.name}` },
      { whole, unfinished, begun },
    );
    expect((await findUnfinishedFor(next.host)).unfinished, dead.story).toBe('none');
    if (begun) await expectNoHalfCopies(next, dead.story);
    next.dispose();
  }
  machine.dispose();
}

/** Of a distro; every other backup is small, and may have been written before its record. */
async function expectNoHalfCopies({ host: { state } }: PracticeMachine, story: string): Promise<void> {
  const [session = ''] = (await listSessionIds(state)).slice(-1);
  const records = (await readJournal(state, session))?.records ?? [];
  const known = records.flatMap((record) => (record.kind === 'backup' ? [record.file] : []));
  const copies = (await state.list(`sessions/${session}/backups`)).filter((name) =>
    /\.tar$|-disk$/.test(name),
  );
  expect(known, story).toEqual(expect.arrayContaining(copies.map((name) => `backups/${name}`)));
}

async function killAt(id: RemedyId, death: Death): Promise<Dead> {
  const machine = await openHome(id);
  const before = structuredClone(machine.host.world);
  const life = createLife(machine.host, death.kind === 'record' ? death.death : null);
  const plans: Plan[] = [];
  if (death.kind === 'command') {
    const { match, occurrence, at } = death;
    machine.host.world.stopPoints.push({ match, occurrence, at });
    machine.onStopPoint = () => life.kill();
  }
  const course = carryOutRemedy(
    machine,
    machine.start(() => life.host),
    id,
    { onPlan: (plan) => plans.push(plan) },
  );
  const story = `${id}: ${JSON.stringify(death)}`;
  expect(await Promise.race([life.died, course.then(({ state }) => state)]), story).toBe('died');
  machine.host.world.stopPoints.splice(0);
  return { machine, before, plans, story };
}

async function hasBegun({ host }: PracticeMachine): Promise<boolean> {
  const [session = ''] = (await listSessionIds(host.state)).slice(-1);
  const records = (await readJournal(host.state, session))?.records ?? [];
  return records.some(({ kind }) => kind === 'intent');
}

interface Situation {
  readonly whole: Whole;
  readonly unfinished: string;
  readonly begun: boolean;
}

/** Parts that hold times. */
const variable: ReadonlySet<string> = new Set(['restore', 'machineId']);

/** Ends as if nothing had happened. */
async function finish(
  id: RemedyId,
  { machine, before, plans, story }: Dead,
  { whole, unfinished, begun }: Situation,
) {
  const program = machine.start();
  const course = await carryOutRemedy(machine, program, id, begun ? { earlier: 'FINISH' } : {});
  await program.close();
  const remainder = course.view.steps.flatMap((step) => step.remainder);
  expectServicesKept(machine, [...plans, ...course.plans], remainder, story);
  expectFileWhole(
    machine,
    remember({ host: { ...machine.host, world: before } }),
    [...plans, ...course.plans],
    story,
  );
  if (unfinished === 'none') return;
  const { state, verdict } = course;
  const differs = differingParts(whole.world, machine.host.world).filter((part) => !variable.has(part));
  const wanted = { story, state: whole.course.state, verdict: whole.course.verdict, differs: [] };
  expect({ story, state, verdict, differs }).toEqual(wanted);
}

/** As `undo` does: the machine is as it was, or it says what is left. */
async function undo(id: RemedyId, { machine, before, plans, story }: Dead, { begun }: Situation) {
  const program = machine.start();
  const result = begun ? await program.treatment.undo(null, 'run') : { complete: true, remainder: [] };
  await program.close();
  expectServicesKept(machine, plans, result.remainder, story);
  expect(result.complete, `${story}: ${result.remainder.join(' | ')}`).toBe(result.remainder.length === 0);
  const wanted = structuredClone(before);
  if (plans.some(({ restart }) => restart)) {
    restartWindows(wanted, Date.now());
    await machine.host.restartMachine();
  }
  const parts = exceptions[id]?.parts ?? [];
  const differs = differingParts(wanted, machine.host.world).filter((part) => !parts.includes(part));
  if (result.complete) expect({ story, differs }).toEqual({ story, differs: [] });
  else expect(result.remainder.length, story).toBeGreaterThan(0);
}

/** The machine stays as it is, but for services. */
async function forget(_: RemedyId, { machine, before, plans, story }: Dead, { unfinished }: Situation) {
  const program = machine.start();
  await program.treatment.findUnfinished();
  if (unfinished !== 'none') await program.treatment.forget();
  await program.close();
  expectServicesKept(machine, plans, [], story);
  expectFileWhole(machine, remember({ host: { ...machine.host, world: before } }), plans, story);
}
