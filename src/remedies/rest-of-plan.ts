import type { Step } from '../domain/plan.js';
import type { PlanContext } from './remedy.js';
import { shutWslDown } from './shut-wsl-down.js';

/**
 * The steps of a plan; where an interrupted session goes on, those of its own plan that are left. The facts have moved because
 * of us by then, so that a plan made from them anew would have forgotten what was half done.
 */
export function stepsOrRest(
  { earlier, facts, paths }: PlanContext,
  make: () => readonly Step[],
): readonly Step[] {
  if (earlier === undefined) return make();
  return earlier.plan.steps
    .filter(({ id }) => !earlier.done.has(id))
    .map((step) => (isShutDown(step) ? { ...shutWslDown(facts, paths), id: step.id } : step));
}

/** Somebody may have started a distro since, who has to be asked then. */
const isShutDown = ({ text }: Step): boolean => text.key === 'shut-wsl-down';

/** Of these steps, those that an earlier run of the session did not end. */
export function stillToDo({ earlier }: PlanContext, steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ id }) => earlier?.done.has(id) !== true);
}
