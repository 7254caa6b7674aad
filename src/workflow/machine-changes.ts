import { changesBetween, markOf, type MachineChange, type MachineMark } from '../domain/machine-mark.js';
import type { Host } from '../host/host.js';
import type { SessionCourse } from '../journal/session-course.js';
import { readFacts } from './diagnosis.js';

/** How the machine changed since the session's last plan was begun; nothing where that plan did not note what it was. */
export async function machineChanges(host: Host, course: SessionCourse): Promise<readonly MachineChange[]> {
  const before = latestMark(course);
  if (before === null) return [];
  const { signal } = new AbortController();
  const facts = await readFacts(host, ['windows', 'distros', 'networkAdapters'], {}, signal);
  return changesBetween(before, markOf(facts));
}

/** A half that read fewer facts has not forgotten what the one before it knew. */
function latestMark({ plans }: SessionCourse): MachineMark | null {
  const marks = plans.flatMap(({ machine }) => (machine === null ? [] : [machine])).toReversed();
  if (marks.length === 0) return null;
  const latest = <Part extends keyof MachineMark>(part: Part): MachineMark[Part] | null =>
    marks.find((mark) => mark[part] !== null)?.[part] ?? null;
  const mark = { build: latest('build'), distros: latest('distros'), adapters: latest('adapters') };
  return Object.values(mark).every((part) => part === null) ? null : mark;
}
