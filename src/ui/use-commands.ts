import { use, useEffect, useRef } from 'react';
import { createContext } from 'react';
import { useApp, useInput } from 'ink';
import type { KeyCommand } from './key-binding.js';
import type { KeyScope } from './key-scope.js';
import { commandFor, keyNames } from './read-keys.js';

/** Where the person is, for everything that listens to keys. */
export const KeyScopeContext = createContext<KeyScope | null>(null);

export type CommandHandlers = Partial<Readonly<Record<KeyCommand, () => void>>>;

/** Calls the handler of the command that a key means here and now. Other components may handle the other commands. */
export function useCommands(handlers: CommandHandlers): void {
  const scope = use(KeyScopeContext);
  useInput((input, key) => {
    if (scope === null) return;
    for (const name of keyNames(input, key)) {
      const command = commandFor(name, scope);
      if (command !== undefined) handlers[command]?.();
    }
  });
}

/**
 * Tells whether this component's own first frame has reached the terminal and what was typed before it has been read.
 * Keys that come earlier were meant for another screen. Mount with a key that changes with the question.
 */
export function useDrawn(): () => boolean {
  const { waitUntilRenderFlush } = useApp();
  const drawn = useRef(false);
  useEffect(() => {
    let gone = false;
    void waitUntilRenderFlush()
      .then(readWhatIsBuffered)
      .then(() => {
        drawn.current = !gone;
      });
    return () => {
      gone = true;
    };
  }, [waitUntilRenderFlush]);
  return () => drawn.current;
}

/** Input waiting in the terminal is delivered before a second turn of the event loop ends; until then it is dropped. */
async function readWhatIsBuffered(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
}
