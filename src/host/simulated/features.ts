/** What Windows' optional features bring with them, and the change of them while Windows restarts. */
import { findService } from './find-service.js';
import { fileExists, isDisabled } from './network-components.js';
import { logs } from './vswitch.js';
import type { World, WorldService } from './world.js';

/** Services and drivers by the features of which any one brings them. */
const parts: readonly { readonly features: readonly string[]; readonly services: readonly string[] }[] = [
  { features: ['Microsoft-Hyper-V'], services: ['vmms'] },
  { features: ['VirtualMachinePlatform'], services: ['vfpext'] },
  {
    features: ['VirtualMachinePlatform', 'Microsoft-Hyper-V', 'Containers'],
    services: ['hns', 'nvagent', 'vmcompute', 'CmService', 'hvsocketcontrol', 'wcifs', 'vmsmp'],
  },
];

/** Takes away what no feature that is on brings, for a machine that is made. */
export function removeUnneededParts(world: World): void {
  const unneeded = parts
    .filter(({ features }) => !features.some((feature) => world.features[feature] === 'enabled'))
    .flatMap(({ services }) => services);
  world.services = world.services.filter(({ name }) => !unneeded.includes(name));
  for (const service of world.services)
    service.dependencies = service.dependencies.filter((name) => !unneeded.includes(name));
  if (findService(world, 'hns') === undefined) world.hnsNetworks = [];
  if (findService(world, 'vmms') !== undefined) return;
  world.eventLogs = Object.fromEntries(Object.entries(world.eventLogs).filter(([log]) => log !== logs.vmms));
  world.hnsNetworks = world.hnsNetworks.filter(({ name }) => name !== 'Default Switch');
}

/**
 * Carries out what is pending. Servicing takes the change back where a network component cannot be set up, as behind a
 * dead notify object (case jishuzhan-cbs-rollback-vmnetbridge).
 */
export function applyFeatures(world: World, fresh: () => readonly WorldService[]): void {
  const pending = Object.entries(world.featuresPending);
  world.featuresPending = {};
  if (pending.length === 0 || rollsBack(world)) return;
  const turnedOn = pending.flatMap(([feature, state]) =>
    state === 'enabled' && world.features[feature] !== 'enabled' ? [feature] : [],
  );
  for (const [feature, state] of pending) world.features[feature] = state;
  addParts(world, turnedOn, fresh);
  removeUnneededParts(world);
}

const rollsBack = (world: World): boolean =>
  isDisabled(world, 'NetSetupSvc') || world.faults.loadedNotifyObjects.some((dll) => !fileExists(world, dll));

/** What a feature brings is put in place when it is turned on, and at no other time. */
function addParts(world: World, turnedOn: readonly string[], fresh: () => readonly WorldService[]): void {
  const needed = parts
    .filter(({ features }) => features.some((feature) => turnedOn.includes(feature)))
    .flatMap(({ services }) => services);
  const missing = needed.filter((name) => findService(world, name) === undefined);
  world.services.push(...fresh().filter(({ name }) => missing.includes(name)));
  if (missing.includes('vmms')) {
    world.wmi.switchService = 'present';
    world.eventLogs[logs.vmms] ??= [];
  }
}
