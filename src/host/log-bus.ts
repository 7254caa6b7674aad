import type { LogEvent, LogListener } from './host.js';

/** One host's log: everything that it runs or asks, numbered in one sequence. */
export interface LogBus {
  emit(event: LogEvent): void;
  /** Listens until the returned function is called. */
  onLog(listener: LogListener): () => void;
  /** The number of the next command or question, from 1. */
  nextRun(): number;
}

export function createLogBus(): LogBus {
  const listeners = new Set<LogListener>();
  let lastRun = 0;
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
    },
    onLog(listener) {
      // A function of its own for each call: the same listener may be added twice and leave once.
      const entry: LogListener = (event) => {
        listener(event);
      };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    nextRun: () => ++lastRun,
  };
}
