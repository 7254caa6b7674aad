/** How a machine changed while a session waited, in words. */
import type { MachineChange } from '../domain/machine-mark.js';
import type { Text } from '../text/text.js';

export function changeLines(changes: readonly MachineChange[], text: Text): readonly string[] {
  const { comma, recovering: say } = text.screens;
  return changes.flatMap((change) => {
    if (change.kind === 'build') return [say.changes.build(change.before, change.now)];
    const words = say.changes[change.kind];
    return [
      ...(change.gone.length === 0 ? [] : [words.gone(change.gone.join(comma))]),
      ...(change.added.length === 0 ? [] : [words.added(change.added.join(comma))]),
    ];
  });
}
