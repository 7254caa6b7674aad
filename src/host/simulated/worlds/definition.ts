import type { World, WorldAbout } from '../world.js';

/** One practice world: what is told about it, and how the machine is when it is entered. */
export interface WorldDefinition extends WorldAbout {
  /** `now` in milliseconds since 1970; the world's own times are counted from it. */
  readonly make: (now: number) => World;
}

const minute = 60_000;

export const minutes = (count: number): number => count * minute;
export const hours = (count: number): number => count * 60 * minute;
export const days = (count: number): number => count * 24 * 60 * minute;
