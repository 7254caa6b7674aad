import type { ServiceState } from '../domain/facts.js';
import type { Action, DiffLine } from '../domain/plan.js';
import { commandLine } from '../host/host.js';
import type { JournalText } from '../text/journal.js';
import type { ChangedSetting } from './changed-meanwhile.js';

/** What an undo leaves to the person. */
export type Leftover =
  /**
   * `offered`: makes things equivalent, not identical, so that it was not run by itself. `after-restart`: what it would bring
   * back still stands, and goes at the next start of Windows.
   */
  | {
      readonly kind: 'commands';
      readonly step: string;
      readonly why: 'failed' | 'offered' | 'after-restart';
      readonly actions: readonly Action[];
    }
  /** Somebody changed the file since; `difference` is from what we left to what is there now. */
  | {
      readonly kind: 'file-changed';
      readonly step: string;
      readonly path: string;
      readonly difference: readonly DiffLine[];
    }
  /** Somebody changed the setting since. `actions` set it back all the same. */
  | ({
      readonly kind: 'setting-changed';
      readonly step: string;
      readonly actions: readonly Action[];
    } & ChangedSetting)
  | { readonly kind: 'file-not-written'; readonly step: string; readonly path: string }
  | { readonly kind: 'backup-damaged'; readonly step: string; readonly name: string }
  | { readonly kind: 'not-ours'; readonly step: string }
  | {
      readonly kind: 'service';
      readonly service: string;
      readonly state: ServiceState | null;
      readonly wanted: ServiceState;
    }
  | { readonly kind: 'journal-not-written' };

export function describeLeftover(leftover: Leftover, text: JournalText): readonly string[] {
  switch (leftover.kind) {
    case 'commands':
      return [...introOf(leftover.why, text), ...commandLines(leftover.actions)];
    case 'file-changed':
      return [
        text.fileChanged(leftover.path),
        ...leftover.difference.map(({ sign, line, text: content }) => `${sign} ${line}: ${content}`),
      ];
    case 'setting-changed':
      return [
        text.settingChanged(leftover.setting),
        text.leftAs(leftover.left),
        text.isNow(leftover.now),
        text.setBackAnyway,
        ...commandLines(leftover.actions),
      ];
    case 'file-not-written':
      return [text.fileNotRestored(leftover.path)];
    case 'backup-damaged':
      return [text.backupDamaged(leftover.name)];
    case 'not-ours':
      return [text.notOurs(leftover.step)];
    case 'service':
      return [text.serviceLeft(leftover.service, leftover.state ?? '?', leftover.wanted)];
    case 'journal-not-written':
      return [text.journalNotWritten];
  }
}

function introOf(
  why: Extract<Leftover, { readonly kind: 'commands' }>['why'],
  text: JournalText,
): readonly string[] {
  switch (why) {
    case 'failed':
      return [];
    case 'offered':
      return [text.equivalent];
    case 'after-restart':
      return [text.afterRestart];
  }
}

const commandLines = (actions: readonly Action[]): readonly string[] =>
  actions.flatMap((action) => ('command' in action ? [commandLine(action.command)] : []));
