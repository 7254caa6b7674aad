import { useRef, useState } from 'react';

export interface Shown<T> {
  /** What the screen shows. */
  readonly value: T;
  /** With every key so far, also those that came in one piece with the last and are not on the screen yet. */
  latest(): T;
  set(next: T): void;
  /** Whether the person has seen where their keys led. */
  isSeen(): boolean;
}

/** State that an answer depends on. Keys can arrive several at once: what was not seen yet must not be answered with Yes. */
export function useShown<T>(initial: T): Shown<T> {
  const [value, setValue] = useState(initial);
  const latest = useRef(initial);
  return {
    value,
    latest: () => latest.current,
    set(next) {
      latest.current = next;
      setValue(next);
    },
    isSeen: () => latest.current === value,
  };
}
