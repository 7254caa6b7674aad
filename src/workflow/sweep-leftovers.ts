import type { Host } from '../host/host.js';
import { sweepBackups } from '../journal/backups.js';
import type { SessionCourse } from '../journal/session-course.js';
import { wslconfigPath } from '../remedies/wslconfig-mode.js';

/**
 * What a program that was killed in the middle of a file left half written: beside `.wslconfig`, the only file of the machine
 * that we write, and in the session's backups, where half a distro may fill the disk. Never rejects: what stays is only in the
 * way.
 */
export async function sweepLeftovers(host: Host, { opened, plans, backups }: SessionCourse): Promise<void> {
  const actions = plans
    .flatMap(({ plan }) => plan.steps)
    .flatMap((step) => [...step.actions, ...step.undo.actions]);
  const isWritten = actions.some(({ kind }) => kind === 'write-file' || kind === 'restore-file');
  if (isWritten) await host.files.sweep(wslconfigPath(host.paths));
  const large = actions.flatMap((action) =>
    action.kind === 'save-file' && action.large === true ? [action.name] : [],
  );
  const whole = backups.flatMap(({ file }) => (file === null ? [] : [file]));
  await sweepBackups(host.state, opened.session, large, whole).catch(() => undefined);
}
