import type { World, WorldAbout } from '../world.js';

/** One practice world: what is told about it, how the machine is when it is entered, and what is to be found there. */
export interface WorldDefinition extends WorldAbout {
  readonly expected: ExpectedDiagnosis;
  /** `now` in milliseconds since 1970; the world's own times are counted from it. */
  readonly make: (now: number) => World;
}

/** What a diagnosis has to come to. The ids are those of src/domain, which is above this layer; a test compares them. */
export interface ExpectedDiagnosis {
  readonly health: 'healthy' | 'broken' | 'working-by-fallback' | 'unknown';
  /** Causes that have to lead, in any order: none, one, or both of two. */
  readonly causes: readonly string[];
  /** How WSL's start goes where there is something to start. */
  readonly start: ExpectedStart | null;
}

export interface ExpectedStart {
  /** As `wslinfo --networking-mode` says; null where the start ends with an error. */
  readonly network: 'nat' | 'mirrored' | 'virtioproxy' | 'consomme' | 'none' | null;
  /** The code as printed, with its path where there is one; null where none is printed. */
  readonly code: string | null;
}

const minute = 60_000;

export const minutes = (count: number): number => count * minute;
export const hours = (count: number): number => count * 60 * minute;
export const days = (count: number): number => count * 24 * 60 * minute;
