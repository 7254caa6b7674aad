import type { Action } from '../domain/plan.js';
import { isOwnCommand } from '../host/commands.js';
import type { Command, MachinePaths } from '../host/host.js';
import { touchesRunOnce } from '../host/run-once.js';
import { isImport } from '../host/windows/elevated/kept-keys.js';
import { verbFor } from '../host/windows/elevated/verbs.js';
import type { Phase } from '../journal/record.js';

/**
 * Whether an action is one that this program would plan itself: commands from the table of argv shapes, files from the
 * list of files that we write. Plans come back from journals on the disk, and a journal can be altered by hand
 * (issue 4): then nothing of it runs.
 */
export function isOwnAction(paths: MachinePaths, action: Action, phase: Phase): boolean {
  switch (action.kind) {
    case 'run':
      // A placeholder without a backup would be taken for a file name.
      return (
        isOwnCommand(paths, action.command) &&
        isOwnElevated(paths, action.command) &&
        // What opens after the next sign-in is never a plan's to say.
        !touchesRunOnce(action.command.args) &&
        hasPlaceholder(action.command) === (action.backup !== undefined)
      );
    case 'save-output':
    case 'save-file':
      return (
        isOwnCommand(paths, action.command) &&
        isOwnElevated(paths, action.command) &&
        action.command.effect === 'safe'
      );
    case 'save-answer':
      // A script from a journal could be anything; a way back has no questions.
      return phase === 'apply';
    case 'back-up-file':
    case 'write-file':
    case 'restore-file':
      return action.path === `${paths.profile}\\.wslconfig`;
  }
}

const hasPlaceholder = ({ args }: Command): boolean => args.some((arg) => arg.includes('{backup}'));

/** What runs elevated is in the list of verbs, whether a helper runs it or a program that was started elevated. */
function isOwnElevated(paths: MachinePaths, command: Command): boolean {
  return command.elevation === 'none' || isImport(paths, command) || verbFor(paths, command) !== null;
}
