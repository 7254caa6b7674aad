import type { Step } from '../domain/plan.js';
import type { Host } from '../host/host.js';
import type { Journal } from '../journal/journal.js';
import type { JournalRecord } from '../journal/record.js';
import { readCourse, settleStepId, type SessionCourse } from '../journal/session-course.js';
import type { ActionContext, SavedBackup } from './apply-action.js';
import { runActions } from './run-actions.js';
import { settleServices, type SettleOptions, type UnsettledService } from './settle-services.js';

/** One session on one machine, with its journal open. */
export interface SessionContext {
  readonly host: Host;
  readonly journal: Journal;
  /** Told after a backup was saved and journalled. */
  readonly onBackup?: (backup: SavedBackup) => void;
}

type Append = (record: JournalRecord) => Promise<void>;

/** What the journal says so far. */
export function courseOf(journal: Journal): SessionCourse {
  const course = readCourse(journal.records());
  if (course === undefined) throw new Error(`The journal of ${journal.session} has no beginning.`);
  return course;
}

/** What actions of a step need. */
export function actionContext(context: SessionContext, step: Step | null, append: Append): ActionContext {
  const { host, journal } = context;
  return {
    host,
    session: journal.session,
    backups: courseOf(journal).backups,
    async recordBackup(backup) {
      await append({ kind: 'backup', at: host.clock.now(), step: step?.id ?? settleStepId, ...backup });
      context.onBackup?.(backup);
    },
    bytesLeft(path) {
      const written = step?.actions.findLast(
        (action) => action.kind === 'write-file' && action.path === path,
      );
      return written?.kind === 'write-file' ? Buffer.from(written.contentBase64, 'base64') : undefined;
    },
  };
}

/** Brings services to a promised state, journalled like every other change. */
export function settleAndJournal(
  context: SessionContext,
  append: Append,
  options: Omit<SettleOptions, 'run'>,
): Promise<readonly UnsettledService[]> {
  const planHash = courseOf(context.journal).lastPlan.plan.hash;
  return settleServices(context.host, {
    ...options,
    async run(action) {
      await runActions(actionContext(context, null, append), {
        planHash,
        step: settleStepId,
        phase: 'undo',
        actions: [action],
        append,
        goesOn: () => true,
      });
    },
  });
}
