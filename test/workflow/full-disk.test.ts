/**
 * The disk is full when a record of the journal, a backup or a way back is written, in every remedy (issue 4): from there on,
 * or for a moment. Without its record nothing runs; what ran is rolled back, or what is left is listed; and once there
 * is room again, the next start clears up what could not be written down.
 */
import { afterAll, describe, expect, test } from 'vitest';
import type { RemedyId } from '../../src/domain/ids.js';
import type { Host } from '../../src/host/host.js';
import { remedies } from '../../src/remedies/registry.js';
import { findUnfinishedFor } from '../../src/workflow/recovery.js';
import { carryOutRemedy, type Course, type PracticeMachine } from './carry-out-remedy.js';
import { differingParts } from './comparable-world.js';
import { expectFileWhole, expectServicesKept, remember } from './promises.js';
import { openHome } from './remedy-homes.js';

/** `still`: there is never room again. */
type Lasts = 'still' | 'for one write';

const ends = new Map<string, number>();
let points = 0;
let tried = 0;

describe.each(remedies.map(({ id }) => id))('%s', (id) => {
  test('a full disk at every write', async () => {
    const writes = await countWrites(id);
    expect(writes, id).toBeGreaterThan(3);
    for (let at = 0; at < writes; at++) {
      for (const lasts of ['still', 'for one write'] as const) await fillAndRecover(id, at, lasts);
    }
    tried++;
  }, 300_000);
});

afterAll(() => {
  const list = [...ends].map(([end, count]) => `${end} ${count}`).join(', ');
  console.log(`${points} full disks: ${list}`);
  // Only where all were tried.
  if (tried === remedies.length) expect(points).toBeGreaterThan(1_100);
});

async function countWrites(id: RemedyId): Promise<number> {
  const machine = await openHome(id);
  const disk = createDisk(machine.host, null);
  const program = machine.start(() => disk.host);
  await carryOutRemedy(machine, program, id);
  await program.close();
  machine.dispose();
  return disk.writes();
}

async function fillAndRecover(id: RemedyId, at: number, lasts: Lasts): Promise<void> {
  const machine = await openHome(id);
  const { host } = machine;
  const before = structuredClone(host.world);
  const wslconfig = remember(machine);
  const disk = createDisk(host, { at, lasts });
  const program = machine.start(() => disk.host);
  const course = await carryOutRemedy(machine, program, id);
  await program.close();
  const story = `${id}, full ${lasts} at ${disk.filledAt()}: ${course.state ?? 'left'}`;
  points++;
  ends.set(course.state ?? 'left', (ends.get(course.state ?? 'left') ?? 0) + 1);
  const remainder = course.view.steps.flatMap((step) => step.remainder);
  expectServicesKept(machine, course.plans, remainder, story);
  expectFileWhole(machine, wslconfig, course.plans, story);
  if (course.state === 'choosing') expect(differingParts(before, host.world), story).toEqual([]);
  // The half after a restart did not begin: the session waits.
  else if (course.state === 'recovering') expect(course.restarts, story).toBeGreaterThan(0);
  else expect(['rolledBack', 'notFullyRolledBack', ...goodEnds], story).toContain(course.state);
  if (course.state === 'notFullyRolledBack') expect(remainder.length, story).toBeGreaterThan(0);
  await clearUp(machine, course, story);
  machine.dispose();
}

/** Where the last records were not for a step. */
const goodEnds = ['resolved', 'deciding', 'handedOver', 'awaitingRestart.waiting'];

/** The next start, with room on the disk. */
async function clearUp(machine: PracticeMachine, course: Course, story: string): Promise<void> {
  const { host } = machine;
  if ((await findUnfinishedFor(host)).unfinished === 'none') return;
  const next = machine.start();
  await next.treatment.findUnfinished();
  const { complete, remainder } = await next.treatment.rollBack('run');
  await next.close();
  expect(complete || remainder.length > 0, story).toBe(true);
  expectServicesKept(machine, course.plans, remainder, story);
  expect((await findUnfinishedFor(host)).unfinished, story).toBe('none');
}

interface Disk {
  readonly host: Host;
  readonly writes: () => number;
  /** What could not be written. */
  readonly filledAt: () => string;
}

/** Of the folder of a session. A record that finds no room may leave its beginning behind. */
function createDisk(host: Host, full: { readonly at: number; readonly lasts: Lasts } | null): Disk {
  const { state } = host;
  let writes = 0;
  let filledAt = '';
  const isFull = (relative: string) => {
    if (!relative.startsWith('sessions/') || relative.endsWith('log.txt')) return false;
    const now = writes++;
    const isIt = full !== null && (full.lasts === 'still' ? now >= full.at : now === full.at);
    if (isIt && filledAt === '') filledAt = `write ${now}, ${relative}`;
    return isIt;
  };
  const refuse = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  return {
    writes: () => writes,
    filledAt: () => filledAt,
    host: {
      ...host,
      state: {
        ...state,
        write: async (relative, bytes) => (isFull(relative) ? refuse() : state.write(relative, bytes)),
        create: async (relative, text) => (isFull(relative) ? refuse() : state.create(relative, text)),
        async append(relative, text) {
          if (!isFull(relative)) return state.append(relative, text);
          await state.append(relative, text.slice(0, text.length / 2));
          return refuse();
        },
      },
    },
  };
}
