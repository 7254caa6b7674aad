import type { Clock } from '../../src/host/host.js';

/** Time that jumps to the next sleeper as soon as nothing else happens: hours pass in no time, in their order. */
export function createJumpingClock() {
  let now = 1_800_000_000_000;
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = {
          at: now + ms,
          wake: () => {
            sleepers.delete(sleeper);
            resolve();
          },
        };
        sleepers.add(sleeper);
        if (signal?.aborted === true) sleeper.wake();
        signal?.addEventListener('abort', sleeper.wake, { once: true });
      }),
  };

  /** Lets time pass until the work is done. */
  async function untilDone<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const done = work.finally(() => {
      isDone = true;
    });
    // Whoever waits for the work gets its rejection; this copy is only watched.
    done.catch(() => undefined);
    for (;;) {
      await quiet();
      // A finished promise is seen here, which the compiler cannot know.
      if (isDone as boolean) return done;
      const next = Math.min(...[...sleepers].map(({ at }) => at));
      if (!Number.isFinite(next)) continue;
      now = Math.max(now, next);
      for (const sleeper of [...sleepers]) if (sleeper.at <= now) sleeper.wake();
    }
  }

  return { clock, untilDone };
}

/** Everything that could go on without time passing has gone on. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
