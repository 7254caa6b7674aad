/** Rules of the service control manager: who depends on whom, and what a change of state brings with it. */
import { findService } from './find-service.js';
import { ensureDefaultSwitch } from './vswitch.js';
import type { World, WorldService } from './world.js';

export { findService };

/** All services and drivers that need this one, nearest last: the order in which they have to stop. */
export function dependentsOf(world: World, name: string): WorldService[] {
  const direct = world.services.filter((service) =>
    service.dependencies.some((dependency) => dependency.toLowerCase() === name.toLowerCase()),
  );
  const all = direct.flatMap((service) => [...dependentsOf(world, service.name), service]);
  return [...new Set(all)];
}

export function runningDependentsOf(world: World, name: string): WorldService[] {
  return dependentsOf(world, name).filter((service) => service.state !== 'stopped');
}

export function dependenciesOf(world: World, service: WorldService): WorldService[] {
  return service.dependencies.flatMap((name) => findService(world, name) ?? []);
}

export const isPending = (service: WorldService): boolean => service.state.endsWith('-pending');

/** Asks it to stop; it ends `ms` later, whoever waits. */
export function beginStop(world: World, service: WorldService, now: number, ms: number): void {
  service.state = 'stop-pending';
  if (service.onStop === 'hangs') return;
  world.due.push({ kind: 'service', service: service.name, state: 'stopped', at: now + ms });
}

/** Asks it to start; it runs `ms` later, whoever waits. */
export function beginStart(world: World, service: WorldService, now: number, ms: number): void {
  service.state = 'start-pending';
  world.due.push({ kind: 'service', service: service.name, state: 'running', at: now + ms });
}

/** Starts it and what it needs at once; false where one of them is disabled or missing. */
export function startNow(world: World, name: string): boolean {
  const service = findService(world, name);
  if (service === undefined || service.startType === 'disabled') return false;
  if (service.state === 'running') return true;
  // One that hangs while it stops neither runs nor can be started.
  if (service.state === 'stop-pending' && service.onStop === 'hangs') return false;
  const needed = service.dependencies.every((dependency) => startNow(world, dependency));
  if (!needed) return false;
  world.due = world.due.filter((due) => due.kind !== 'service' || due.service !== service.name);
  enterState(world, service, 'running');
  return true;
}

/** The end of a transition, with what it does to the rest of the machine. */
export function enterState(world: World, service: WorldService, state: 'running' | 'stopped'): void {
  service.state = state;
  const name = service.name.toLowerCase();
  if (name === 'hns') {
    if (state === 'running') enterHns(world);
    else loseHns(world);
  }
  if ((name === 'vmcompute' || name === 'wslservice') && state === 'stopped') stopWsl(world);
}

/** WSL 2's VM ends, and every distro with it. */
export function stopWsl(world: World): void {
  world.wsl.vm = null;
  for (const distro of world.wsl.distros) {
    distro.running = false;
    distro.keptOpen = false;
  }
  world.due = world.due.filter((due) => due.kind !== 'distro-stops' && due.kind !== 'vm-stops');
}

function enterHns(world: World): void {
  const { hns } = world.faults;
  hns.denials = Math.max(0, hns.denials - 1);
  hns.cleared = false;
  ensureDefaultSwitch(world);
}

function loseHns(world: World): void {
  world.hnsNetworks = world.hnsNetworks.filter((network) => network.persistent);
  const vm = world.wsl.vm;
  // microsoft/WSL#9634: restarting HNS under a running WSL leaves it without network.
  if (vm !== null && (vm.network === 'nat' || vm.network === 'mirrored')) vm.networkLost = true;
}
