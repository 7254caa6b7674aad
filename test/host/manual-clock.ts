import type { Clock } from '../../src/host/host.js';

/** Time stands still until it is moved; sleepers wake when their time has come. */
export function createManualClock(start = 1_000) {
  let now = start;
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
  const advance = (ms: number) => {
    now += ms;
    for (const sleeper of [...sleepers]) if (sleeper.at <= now) sleeper.wake();
  };
  /** Milliseconds until somebody wakes; infinite where nobody sleeps. */
  const untilNext = () => Math.max(0, Math.min(...[...sleepers].map(({ at }) => at)) - now);
  return { clock, advance, untilNext, sleeping: () => sleepers.size };
}
