import type { Clock } from '../../host.js';

export type NextLine =
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'ended'; readonly startError: string | undefined }
  | { readonly type: 'timed-out' }
  | { readonly type: 'cancelled' };

export interface LineSource {
  onOutput(listener: (bytes: Uint8Array) => void): void;
  onEnd(listener: (startError: string | undefined) => void): void;
}

/** A line longer than this is no answer; the process counts as ended then. */
const longestAnswer = 32 * 1024 * 1024;

/** The lines of a process, to be waited for one at a time; lines that nobody waits for are kept in order. */
export function createLineQueue(source: LineSource, clock: Clock, longestLine = longestAnswer) {
  const ready: string[] = [];
  let parts: string[] = [];
  let length = 0;
  let end: NextLine | undefined;
  let waiting: ((next: NextLine) => void) | undefined;

  const give = () => {
    if (waiting === undefined) return;
    const text = ready.shift();
    const next: NextLine | undefined = text === undefined ? end : { type: 'line', text };
    if (next !== undefined) waiting(next);
  };

  source.onOutput((bytes) => {
    if (end !== undefined) return;
    const [first = '', ...rest] = Buffer.from(bytes).toString('latin1').split('\n');
    parts.push(first);
    length += first.length;
    for (const part of rest) {
      ready.push(parts.join('').replace(/\r$/, ''));
      parts = [part];
      length = part.length;
    }
    if (length > longestLine) end = { type: 'ended', startError: undefined };
    give();
  });
  source.onEnd((startError) => {
    end ??= { type: 'ended', startError };
    give();
  });

  return {
    hasEnded: () => end !== undefined,
    /** The next line, or why there is none. */
    async next(timeoutMs: number, signal: AbortSignal | undefined): Promise<NextLine> {
      if (signal?.aborted === true) return { type: 'cancelled' };
      const over = new AbortController();
      const cancel = () => waiting?.({ type: 'cancelled' });
      signal?.addEventListener('abort', cancel, { once: true });
      const next = await new Promise<NextLine>((resolve) => {
        waiting = resolve;
        give();
        void clock.sleep(timeoutMs, over.signal).then(() => resolve({ type: 'timed-out' }));
      });
      waiting = undefined;
      over.abort();
      signal?.removeEventListener('abort', cancel);
      return next;
    },
  };
}
