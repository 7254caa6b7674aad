/** What was done on this machine, session by session, and whether it can still be taken back. */
import type { UndoObstacle } from '../domain/ids.js';
import type { HostKind, StateFolder } from '../host/host.js';
import { listSessionIds, readJournal, sessionFolder } from '../journal/journal.js';
import type { SessionSummary } from '../journal/record.js';
import { readCourse, type SessionCourse, type StepCourse } from '../journal/session-course.js';
import { summaryOf } from '../journal/session-summary.js';

export interface HistoryEntry {
  readonly summary: SessionSummary;
  /** Of all its plans, in the order in which they were carried out. */
  readonly steps: readonly StepCourse[];
  /** Where each backup lies, by its name: what `{backup}` in a command stands for. */
  readonly backups: Readonly<Record<string, string>>;
  /** Null where it can be undone. */
  readonly obstacle: UndoObstacle | null;
}

export interface WhoseHistory {
  readonly kind: HostKind;
  readonly machineId: string;
  readonly state: StateFolder;
}

/**
 * Newest first. On a real machine those of another one are listed too: a folder that was copied, or a Windows that got a
 * new identity. Damaged journals are not here; they are told of before anything begins.
 */
export async function readHistory({
  kind,
  machineId,
  state,
}: WhoseHistory): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  for (const session of (await listSessionIds(state)).toReversed()) {
    const content = await readJournal(state, session);
    const course = content?.damage === null ? readCourse(content.records) : undefined;
    if (course === undefined) continue;
    const { host } = course.opened;
    const isOwn = host.machineId === machineId;
    if (!isOwn && !(kind === 'windows' && host.kind === 'windows')) continue;
    entries.push(entryOf(course, isOwn, state));
  }
  return entries;
}

function entryOf(course: SessionCourse, isOwn: boolean, state: StateFolder): HistoryEntry {
  const steps = course.plans.flatMap((plan) => plan.steps);
  const folder = sessionFolder(course.opened.session);
  const backups = course.backups.flatMap(({ name, file }) =>
    file === null ? [] : [[name, state.path(`${folder}/${file}`)] as const],
  );
  return {
    summary: summaryOf(course),
    steps,
    // Of two with one name the first is that of the untouched machine.
    backups: Object.fromEntries(backups.toReversed()),
    obstacle: isOwn ? obstacleOf(course, steps) : 'other-machine',
  };
}

function obstacleOf(course: SessionCourse, steps: readonly StepCourse[]): UndoObstacle | null {
  if (course.closed === 'rolled-back') return 'already-undone';
  return steps.some(canBeUndone) ? null : 'nothing-to-undo';
}

/** What an undo would do something about: it began, was not undone since, and there is a way back. */
export function canBeUndone({ step, touched, standing }: StepCourse): boolean {
  return touched && standing !== 'undone' && step.undo.kind !== 'none' && step.undo.actions.length > 0;
}
