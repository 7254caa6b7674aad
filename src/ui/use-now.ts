import { useEffect, useState } from 'react';
import type { Clock } from '../host/host.js';

const tickMs = 1_000;

/** The time, renewed each second while something runs. */
export function useNow(clock: Clock, isRunning: boolean): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    if (!isRunning) return;
    const stop = new AbortController();
    const tick = async () => {
      while (!stop.signal.aborted) {
        setNow(clock.now());
        await clock.sleep(tickMs, stop.signal);
      }
    };
    void tick();
    return () => stop.abort();
  }, [clock, isRunning]);
  return now;
}
