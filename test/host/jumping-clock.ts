import { createManualClock } from './manual-clock.js';

/** Time that jumps to the next sleeper as soon as nothing else happens: hours pass in no time, in their order. */
export function createJumpingClock() {
  const { clock, advance, untilNext } = createManualClock(1_800_000_000_000);

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
      if (Number.isFinite(untilNext())) advance(untilNext());
    }
  }

  return { clock, untilDone };
}

/** Everything that could go on without time passing has gone on. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}
