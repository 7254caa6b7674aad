/** The only list of the practice worlds, in the order in which they are offered. */
import { classic80041002zh } from './classic-80041002-zh.js';
import { classic80041002 } from './classic-80041002.js';
import type { WorldDefinition } from './definition.js';
import { healthyDe, healthyEs, healthyJa, healthyRu, healthyZh } from './healthy-languages.js';
import { healthy } from './healthy.js';
import { unknown80041002 } from './unknown-80041002.js';
import { vmwareLeftover } from './vmware-leftover.js';

export const worlds: readonly WorldDefinition[] = [
  healthy,
  classic80041002,
  unknown80041002,
  vmwareLeftover,
  classic80041002zh,
  healthyZh,
  healthyDe,
  healthyJa,
  healthyRu,
  healthyEs,
];

export const worldIds: readonly string[] = worlds.map((world) => world.id);

export function findWorld(id: string): WorldDefinition | undefined {
  return worlds.find((world) => world.id === id);
}
