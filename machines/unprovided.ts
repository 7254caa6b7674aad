/** Stands in for every effect: the machines are pure, and `src/workflow` provides the actors. */
export function unprovided(): Promise<never> {
  return Promise.reject(new Error('No actor was provided for this effect.'));
}
