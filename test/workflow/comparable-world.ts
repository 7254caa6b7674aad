import type { RemedyId } from '../../src/domain/ids.js';
import type { World } from '../../src/host/simulated/world.js';

const mayDiffer = new Set(['bootTime', 'eventLogs', 'hnsNetworks', 'stopPoints']);

/**
 * A practice machine without what may differ after an undo (design.md section 7): boot time, event log, process ids, HNS ids and
 * subnet, VPN and LSP hooks, adapter order; and without what runs in WSL at this moment. What is due at the next restart counts.
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

/** Where an undo leaves more than design.md section 7 lists, and why. */
export const exceptions: Partial<
  Record<RemedyId, { readonly parts: readonly string[]; readonly why: string }>
> = {
  'wsl-update': {
    parts: ['wsl', 'files', 'services'],
    why: 'WSL installs no older version of itself; said before',
  },
  'restore-point': { parts: ['restore'], why: 'the restore point is what was asked for' },
  'hyperv-mof-recompile': {
    parts: ['wmi'],
    why: 'classes that Windows ships are not taken out again; said before',
  },
  'hyperv-reinstall': {
    parts: ['wmi', 'services'],
    why: 'what came back with the features is what Windows ships: a missing driver, a class, a start type',
  },
  'enable-service': {
    parts: ['services'],
    why: 'a service is not stopped under those that run on it by now, nor is connection sharing (WSL#6646)',
  },
};

/** Names of the parts in which two machines differ, as far as that counts. */
export function differingParts(wanted: World, now: World): readonly string[] {
  const [left, right] = [comparable(wanted), comparable(now)];
  return Object.keys(left).filter((part) => JSON.stringify(left[part]) !== JSON.stringify(right[part]));
}
