/** The evidence of case wsl-12019, which several worlds share: three failed starts of WSL today. */
import { logSwitchFailure, switchNotFound } from '../vswitch.js';
import type { World } from '../world.js';
import { hours, minutes } from './definition.js';

const wslNetworkId = '790E58B4-7939-4434-9358-89AE7DDBE87E';

/** No switch can be made, so HNS has no network either. */
export function addSwitchFailures(world: World, now: number): void {
  world.hnsNetworks = [];
  for (const ago of [hours(5), hours(2), minutes(20)])
    logSwitchFailure(world, wslNetworkId, switchNotFound, now - ago);
}
