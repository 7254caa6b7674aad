/** What earlier runs left: found, judged, and opened to be finished or undone. */
import type { Unfinished } from '../../machines/troubleshooter-setup.js';
import { nearestNames } from '../domain/nearest.js';
import type { Plan, PlanMemory, StaysChanged, Step } from '../domain/plan.js';
import type { Host } from '../host/host.js';
import { JournalDamaged, listSessionIds, reopenJournal, type Journal } from '../journal/journal.js';
import type { JournalRecord, SessionSummary } from '../journal/record.js';
import {
  memoryOf,
  promisesOf,
  readCourse,
  type BackupRecord,
  type MergedPromise,
  type PlanCourse,
  type SessionCourse,
  type StepCourse,
} from '../journal/session-course.js';
import { findUnfinished, summaryOf, type UnfinishedSession } from '../journal/session-summary.js';

export interface FoundUnfinished {
  readonly unfinished: Unfinished;
  /** Null exactly where `unfinished` is `none`. */
  readonly session: UnfinishedSession | null;
}

/** The newest session of this machine that waits for something. */
export async function findUnfinishedFor(host: Host): Promise<FoundUnfinished> {
  const session = await findUnfinished(host.state, { machineId: host.machineId, now: host.clock.now() });
  if (session === undefined) return { unfinished: 'none', session: null };
  if (session.summary.state !== 'awaiting-restart') return { unfinished: 'interrupted', session };
  const { awaitingRestart, lastPlan } = session.course;
  const before = (awaitingRestart ?? lastPlan).bootTime;
  const restarted = hasRestarted(before, await host.bootTime());
  return { unfinished: restarted ? 'restarted' : 'awaiting-restart', session };
}

/** Windows tells its start to some seconds only. */
const bootToleranceMs = 30_000;

/** Where it cannot be told the person may go on: the verification is the judge then, and nobody waits for ever. */
export function hasRestarted(before: number | null, now: number | null): boolean {
  return before === null || now === null || Math.abs(now - before) > bootToleranceMs;
}

/** What is left of a session, for planning the rest of it anew (`planRemainder` in src/remedies). */
export interface RemainingWork {
  readonly session: string;
  readonly remedy: Plan['remedy'];
  readonly target: string | null;
  /** Whose last step was done or not; earlier ones first. */
  readonly plans: readonly PlanCourse[];
  /** With the steps of earlier plans for the same half: what was undone since has to be done again. */
  readonly lastPlan: Plan;
  /** Steps of the last plan with how far each came: done, skipped, begun (unknown effect), failed, planned … */
  readonly steps: readonly StepCourse[];
  /** Every step of the last plan is done or skipped. */
  readonly allDone: boolean;
  /** `due`: the last plan ends with a restart of Windows and is done; whether it came, `findUnfinishedFor` says. */
  readonly restart: 'none' | 'due';
  /** What all plans wanted remembered; an adapter as the first plan saw it. */
  readonly memory: PlanMemory;
  /** Services as they were before anything ran, with every goal since. */
  readonly services: readonly MergedPromise[];
  readonly backups: readonly BackupRecord[];
}

/** What no undo brings back, of that which really happened: a step that never began changed nothing. */
export function changedForGood(course: SessionCourse, bootTime: number | null): readonly StaysChanged[] {
  const began = course.plans
    .flatMap(({ steps }) => steps)
    .filter(({ touched }) => touched)
    .map(({ step }) => step);
  const restarted = bootTime !== null && hasRestarted(course.opened.bootTime, bootTime);
  const lasting = began.some(({ undo }) => undo.kind !== 'exact');
  return memoryOf(course).staysChanged.filter((key) => {
    if (key === 'boot-time') return restarted;
    const step = stepBehind[key];
    return step === undefined ? lasting : began.some(({ id }) => id === step);
  });
}

/** Where a plan has several steps that last, which one each is. */
const stepBehind: Partial<Record<StaysChanged, string>> = { tcpip: 'reset-tcpip', winsock: 'reset-winsock' };

export function remainingWork(records: readonly JournalRecord[]): RemainingWork | undefined {
  const course = readCourse(records);
  return course === undefined ? undefined : remainingWorkOf(course);
}

export function remainingWorkOf(course: SessionCourse): RemainingWork {
  const { opened, plans, lastPlan, backups } = course;
  const allDone = lastPlan.steps.every(({ standing }) => standing === 'done' || standing === 'skipped');
  return {
    session: opened.session,
    remedy: opened.plan.remedy,
    target: opened.plan.target,
    plans,
    lastPlan: { ...lastPlan.plan, steps: stepsOfHalf(course) },
    steps: lastPlan.steps,
    allDone,
    restart: allDone && lastPlan.plan.restart ? 'due' : 'none',
    memory: memoryOf(course),
    services: promisesOf(course),
    backups,
  };
}

/** In the order in which they were first planned; where a later plan has a step too, as that has it. */
function stepsOfHalf({ plans, lastPlan }: SessionCourse): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const { plan } of plans.filter(({ plan: { half } }) => half === lastPlan.plan.half)) {
    for (const step of plan.steps) steps.set(step.id, step);
  }
  return [...steps.values()];
}

/** A session cannot be undone. `nearest` are ids that may have been meant. */
export class UndoRefused extends Error {
  override readonly name = 'UndoRefused';
  constructor(
    readonly reason:
      'unknown-session' | 'no-session' | 'other-machine' | 'already-undone' | 'journal-damaged',
    readonly session: string | null,
    readonly nearest: readonly string[] = [],
  ) {
    super(`The session ${session ?? ''} cannot be undone: ${reason}.`);
  }
}

/** Opens a session to undo it, the newest of this machine where none is named. Throws `UndoRefused`. */
export async function openForUndo(host: Host, session: string | null): Promise<Journal> {
  const ids = (await listSessionIds(host.state)).toReversed();
  if (session !== null) return openNamed(host, session, ids);
  for (const id of ids) {
    const journal = await reopen(host, id);
    const summary = journal === undefined ? undefined : summaryOfJournal(journal);
    if (journal !== undefined && summary !== undefined && refusalOf(host, summary) === null) return journal;
  }
  throw new UndoRefused('no-session', null);
}

async function openNamed(host: Host, session: string, ids: readonly string[]): Promise<Journal> {
  if (!ids.includes(session)) {
    const near = nearestNames(session, ids);
    throw new UndoRefused('unknown-session', session, near.length > 0 ? near : ids.slice(0, 3));
  }
  const journal = await reopen(host, session);
  const summary = journal === undefined ? undefined : summaryOfJournal(journal);
  if (journal === undefined || summary === undefined) throw new UndoRefused('journal-damaged', session);
  const refusal = refusalOf(host, summary);
  if (refusal !== null) throw new UndoRefused(refusal, session);
  return journal;
}

function refusalOf(host: Host, summary: SessionSummary): UndoRefused['reason'] | null {
  if (summary.machineId !== host.machineId) return 'other-machine';
  return summary.state === 'rolled-back' ? 'already-undone' : null;
}

async function reopen(host: Host, session: string): Promise<Journal | undefined> {
  try {
    return await reopenJournal(host.state, session);
  } catch (error) {
    if (error instanceof JournalDamaged) return undefined;
    throw error;
  }
}

function summaryOfJournal(journal: Journal): SessionSummary | undefined {
  const course = readCourse(journal.records());
  return course === undefined ? undefined : summaryOf(course);
}
