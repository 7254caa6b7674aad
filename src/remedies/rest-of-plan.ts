import type { Step } from '../domain/plan.js';
import type { PlanContext } from './remedy.js';

/**
 * The steps of a plan; where an interrupted session goes on, those of its own plan that are left. The facts have moved because
 * of us by then, so that a plan made from them anew would have forgotten what was half done.
 */
export function stepsOrRest({ earlier }: PlanContext, make: () => readonly Step[]): readonly Step[] {
  return earlier === undefined ? make() : earlier.plan.steps.filter(({ id }) => !earlier.done.has(id));
}

/** Of these steps, those that an earlier run of the session did not end. */
export function stillToDo({ earlier }: PlanContext, steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ id }) => earlier?.done.has(id) !== true);
}
