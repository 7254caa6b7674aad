import { hashPlan } from '../domain/hash.js';
import type { Plan } from '../domain/plan.js';

/** Plans by their hash. The machines hold hashes only; what runs is the object that was put in here, and was shown. */
export interface PlanRegistry {
  /** Throws where the plan does not have the hash that it carries. */
  add(plan: Plan): void;
  get(hash: string): Plan | undefined;
}

export function createPlanRegistry(): PlanRegistry {
  const plans = new Map<string, Plan>();
  return {
    add(plan) {
      if (hashPlan(plan) !== plan.hash) throw new Error(`A plan for ${plan.remedy} carries a wrong hash.`);
      plans.set(plan.hash, deepFreeze(structuredClone(plan)));
    },
    get: (hash) => plans.get(hash),
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
