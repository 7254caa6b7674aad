/** What holds however a plan ends (design.md section 7): services, and `.wslconfig` whole. */
import { expect } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import type { PracticeMachine } from './carry-out-remedy.js';

/** The machine as it was before anything ran. */
export interface Before {
  /** `.wslconfig` as base64. */
  readonly wslconfig: string | undefined;
}

const wslconfigOf = ({ host }: Pick<PracticeMachine, 'host'>): string | undefined =>
  host.world.files[`${host.world.user.profile}\\.wslconfig`];

export function remember(machine: Pick<PracticeMachine, 'host'>): Before {
  return { wslconfig: wslconfigOf(machine) };
}

/** Each is as it was or as a plan wanted it, or it is named in what is left. */
export function expectServicesKept(
  { host }: Pick<PracticeMachine, 'host'>,
  plans: readonly Plan[],
  remainder: readonly string[],
  story: string,
): void {
  const promises = plans.flatMap(({ services }) => services);
  for (const { service } of promises) {
    const now = host.world.services.find(({ name }) => name.toLowerCase() === service.toLowerCase());
    const isKept = promises
      .filter((promise) => promise.service === service)
      .some(({ before, goal }) => now?.state === before || now?.state === goal);
    const isTold = remainder.some((line) => line.toLowerCase().includes(service.toLowerCase()));
    expect(isKept || isTold, `${story}: ${service} is ${now?.state ?? 'gone'}`).toBe(true);
  }
}

/** It is the old one or the new one. */
export function expectFileWhole(
  machine: Pick<PracticeMachine, 'host'>,
  before: Before,
  plans: readonly Plan[],
  story: string,
): void {
  const written = plans
    .flatMap(({ steps }) => steps)
    .flatMap(({ actions }) => actions)
    .flatMap((action) => (action.kind === 'write-file' ? [action.contentBase64] : []));
  expect([before.wslconfig, ...written], story).toContain(wslconfigOf(machine));
}
