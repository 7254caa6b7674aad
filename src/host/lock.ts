import { uptime } from 'node:os';
import type { StateFolder } from './host.js';
import { errorCode } from './replace-file.js';

export interface LockOwner {
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** What the program is doing, for the message to a second one. */
  readonly what: string;
}

export type Lock =
  { readonly ok: true; release(): Promise<void> } | { readonly ok: false; readonly holder: LockOwner };

/** What the file holds; `takenAt` is this machine's clock, `startedAt` the owner's own word. */
export interface LockRecord extends LockOwner {
  readonly takenAt: number;
}

/**
 * Takes the lock file `name` in our folder, so that two programs do not repair one machine. A lock whose process is gone,
 * or whose file cannot be read, is stale and is taken over.
 */
export async function acquireLock(
  state: StateFolder,
  name: string,
  owner: LockOwner,
  isAlive: (record: LockRecord) => boolean = isStillHeld,
): Promise<Lock> {
  const record: LockRecord = {
    pid: owner.pid,
    startedAt: owner.startedAt,
    what: owner.what,
    takenAt: Date.now(),
  };
  const mine = JSON.stringify(record);
  for (;;) {
    if (await state.create(name, mine)) return held(state, name, mine);
    const theirs = await readText(state, name);
    if (theirs === undefined) continue;
    const holder = readRecord(theirs);
    if (holder !== undefined && isAlive(holder)) return { ok: false, holder };
    const successor = await takeOver(state, name, theirs, mine, isAlive);
    if (successor === 'me') return held(state, name, mine);
    if (successor !== 'unknown') return { ok: false, holder: successor };
  }
}

/**
 * Two programs may find the same stale lock. Only the one that creates the file beside it may replace it, and only while
 * it still says what was found stale.
 */
async function takeOver(
  state: StateFolder,
  name: string,
  stale: string,
  mine: string,
  isAlive: (record: LockRecord) => boolean,
): Promise<'me' | 'unknown' | LockRecord> {
  const turn = `${name}.takeover`;
  if (!(await state.create(turn, mine))) {
    const other = readRecord(await readText(state, turn));
    if (other !== undefined && isAlive(other)) return other;
    await state.remove(turn);
    return 'unknown';
  }
  try {
    if ((await readText(state, name)) !== stale) return 'unknown';
    await state.write(name, mine);
    return (await readText(state, name)) === mine ? 'me' : 'unknown';
  } finally {
    await state.remove(turn);
  }
}

function held(state: StateFolder, name: string, mine: string): Lock {
  return {
    ok: true,
    async release() {
      if ((await readText(state, name)) === mine) await state.remove(name);
    },
  };
}

/** Whether the process of a lock runs. A process id from before the last start of the machine is someone else's now. */
export function isStillHeld(record: LockRecord): boolean {
  const machineStartedAt = Date.now() - uptime() * 1000;
  const slackMs = 60_000;
  if (record.takenAt < machineStartedAt - slackMs) return false;
  try {
    process.kill(record.pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as someone else.
    return errorCode(error) !== 'ESRCH';
  }
}

async function readText(state: StateFolder, name: string): Promise<string | undefined> {
  const bytes = await state.read(name);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

function readRecord(text: string | undefined): LockRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { pid, startedAt, what, takenAt } = value as Partial<Record<keyof LockRecord, unknown>>; // checked below
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return undefined;
  if (typeof startedAt !== 'number' || typeof what !== 'string' || typeof takenAt !== 'number')
    return undefined;
  return { pid, startedAt, what, takenAt };
}
