/** Registry keys that are removed: exported first, and brought back from the export. */
import type { Action, Step, StepText } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { MachinePaths } from '../host/host.js';

/** `reg export` skips what it may not read and ends with 0 all the same: the file that it wrote is looked at (commands.md R7). */
export function saveKey(paths: MachinePaths, id: string, key: string, name: string): Step {
  return {
    id,
    text: { key: 'save-registry-key', data: { key } },
    effect: 'safe',
    actions: [
      { kind: 'save-file', command: makeCommand(paths, 'reg', ['export', key, '{backup}', '/y']), name },
    ],
    checks: [],
    undo: { kind: 'exact', actions: [] },
    confirmation: 'none',
  };
}

export interface RemovedKey {
  readonly id: string;
  readonly key: string;
  /** Name of the export among the session's backups. */
  readonly backup: string;
  readonly text: StepText;
  readonly confirmation: Step['confirmation'];
  /** What has to be so before the key is brought back. */
  readonly beforeImport?: readonly Action[];
}

export function removeKey(paths: MachinePaths, removed: RemovedKey): Step {
  const { id, key, backup, text, confirmation, beforeImport = [] } = removed;
  const command = makeCommand(paths, 'reg', ['delete', key, '/f']);
  const bringBack: Action = {
    kind: 'run',
    command: makeCommand(paths, 'reg', ['import', '{backup}']),
    unless: { kind: 'registry-key', key, exists: true },
    backup,
  };
  return {
    id,
    text,
    effect: command.effect,
    actions: [{ kind: 'run', command, unless: { kind: 'registry-key', key, exists: false } }],
    checks: [{ kind: 'registry-key', key, exists: false }],
    undo: { kind: 'exact', actions: [...beforeImport, bringBack] },
    confirmation,
  };
}
