import type { StateFolder } from '../host/host.js';
import { emptyFault, listSessionIds, readJournal, type JournalContent } from './journal.js';
import type { JournalRecord, SessionSummary } from './record.js';
import { readCourse, type SessionCourse } from './session-course.js';

/** Where a session stands; undefined for records without a beginning. */
export function summarise(records: readonly JournalRecord[]): SessionSummary | undefined {
  const course = readCourse(records);
  return course === undefined ? undefined : summaryOf(course);
}

export function summaryOf(course: SessionCourse): SessionSummary {
  const { opened, plans, lastPlan } = course;
  return {
    session: opened.session,
    remedy: opened.plan.remedy,
    target: opened.plan.target,
    startedAt: opened.at,
    state: stateOf(course),
    // Steps that an earlier plan never came to were planned anew in the later one.
    steps: plans
      .flatMap((plan) =>
        plan === lastPlan ? plan.steps : plan.steps.filter(({ standing }) => standing !== 'planned'),
      )
      .map(({ step, standing }) => ({ step: step.id, outcome: standing })),
    verdict: course.verdict,
    machineId: opened.host.machineId,
  };
}

export interface SessionList {
  /** Newest first. */
  readonly sessions: readonly SessionSummary[];
  /** Sessions whose journal cannot be trusted: shown, and never acted upon. */
  readonly damaged: readonly DamagedSession[];
}

export interface DamagedSession {
  readonly session: string;
  readonly line: number;
  readonly fault: string;
  /** Null where the damage is before the line that says it. */
  readonly machineId: string | null;
}

export async function listSessions(state: StateFolder): Promise<SessionList> {
  const sessions: SessionSummary[] = [];
  const damaged: DamagedSession[] = [];
  for (const session of (await listSessionIds(state)).toReversed()) {
    const content = await readJournal(state, session);
    // Killed before the first record was whole: there was no plan yet, and nothing ran.
    if (content === undefined || content.damage?.fault === emptyFault) continue;
    const summary = content.damage === null ? summarise(content.records) : undefined;
    if (summary !== undefined) sessions.push(summary);
    else damaged.push(damagedSession(session, content));
  }
  return { sessions, damaged };
}

function damagedSession(session: string, { records, damage }: JournalContent): DamagedSession {
  const [first] = records;
  const machineId = first?.kind === 'opened' ? first.host.machineId : null;
  return { session, line: damage?.line ?? 1, fault: damage?.fault ?? '.', machineId };
}

/**
 * The newest session that may belong to this machine and whose journal cannot be trusted. What it left cannot be known, so
 * that nothing is begun before a person looked at it.
 */
export async function findDamaged(
  state: StateFolder,
  machineId: string,
): Promise<DamagedSession | undefined> {
  const { damaged } = await listSessions(state);
  return damaged.find((each) => each.machineId === null || each.machineId === machineId);
}

/** Why a session is shown, and not simply gone on with. */
export type SessionAge = 'recent' | 'old';

export interface UnfinishedSession {
  readonly summary: SessionSummary;
  readonly course: SessionCourse;
  /** `old`: older than seven days, so that the machine has probably changed since. */
  readonly age: SessionAge;
}

export const oldAfterMs = 7 * 24 * 60 * 60 * 1000;

/**
 * The newest session of this machine that changed something and was not closed. Sessions of other machines do not
 * count; damaged ones are in `listSessions`.
 */
export async function findUnfinished(
  state: StateFolder,
  machine: { readonly machineId: string; readonly now: number },
): Promise<UnfinishedSession | undefined> {
  for (const session of (await listSessionIds(state)).toReversed()) {
    const content = await readJournal(state, session);
    const course = content?.damage === null ? readCourse(content.records) : undefined;
    if (course === undefined || !isUnfinished(course) || course.opened.host.machineId !== machine.machineId) {
      continue;
    }
    const age = machine.now - course.opened.at > oldAfterMs ? 'old' : 'recent';
    return { summary: summaryOf(course), course, age };
  }
  return undefined;
}

/** Nothing needs recovery where nothing was about to run yet. */
export function isUnfinished(course: SessionCourse): boolean {
  return course.closed === null && course.plans.some(({ steps }) => steps.some(({ touched }) => touched));
}

function stateOf(course: SessionCourse): SessionSummary['state'] {
  if (course.closed !== null) return course.closed;
  const { plan, steps } = course.lastPlan;
  const allDone = steps.every(({ standing }) => standing === 'done' || standing === 'skipped');
  // Killed between a plan's last step and the record that says so: the steps tell as much.
  if (allDone && plan.restart) return 'awaiting-restart';
  return allDone ? 'awaiting-verification' : 'interrupted';
}
