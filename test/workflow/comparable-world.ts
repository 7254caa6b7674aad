import type { World } from '../../src/host/simulated/world.js';

const mayDiffer = new Set(['bootTime', 'eventLogs', 'due', 'hnsNetworks', 'stopPoints']);

/**
 * A practice machine without what may differ after an undo (design.md section 7): boot time, event log, process ids, HNS ids and
 * subnet, VPN and LSP hooks, adapter order; and without what only this moment is: what is due, what runs in WSL.
 */
export function comparable(world: World): Record<string, unknown> {
  const { services, adapters, winsock, faults, wsl, files, ...rest } = world;
  const kept = Object.fromEntries(Object.entries(rest).filter(([part]) => !mayDiffer.has(part)));
  return {
    ...kept,
    // A key whose last value went is no difference.
    registry: Object.fromEntries(
      Object.entries(world.registry)
        .filter(([, values]) => Object.keys(values).length > 0)
        .sort(),
    ),
    services: services.map(({ name, state, startType }) => `${name} ${state} ${startType}`).sort(),
    adapters: adapters.toSorted((left, right) => (left.guid < right.guid ? -1 : 1)),
    // What other software hooks in is lost by a reset, and said to be.
    winsock: winsock.providers.filter(({ layered }) => !layered),
    // The rest of a fault is what a cure takes away.
    notifyObjects: faults.loadedNotifyObjects,
    wsl: {
      ...wsl,
      vm: null,
      distros: wsl.distros.map((distro) => ({ ...distro, running: false, keptOpen: false })),
    },
    files: Object.fromEntries(Object.entries(files).sort()),
  };
}
