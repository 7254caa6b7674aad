/** Rules of time: what is due happens, and what a restart of Windows does. */
import { applyFeatures } from './features.js';
import { enterState, findService, startNow, stopWsl } from './services.js';
import { notifyObjectDlls, removeValue, runOnceFullKey, runOnceValues } from './registry.js';
import { ensureDefaultSwitch } from './vswitch.js';
import type { DueTransition, World } from './world.js';
import { services } from './base-services.js';

/** Carries out what was due until `now`, in its order. True where anything happened. */
export function applyDue(world: World, now: number): boolean {
  let happened = false;
  for (;;) {
    const next = world.due
      .filter((due) => due.at <= now)
      .reduce<DueTransition | undefined>(
        (first, due) => (first && first.at <= due.at ? first : due),
        undefined,
      );
    if (next === undefined) return happened;
    world.due = world.due.filter((due) => due !== next);
    apply(world, next);
    happened = true;
  }
}

function apply(world: World, due: DueTransition): void {
  switch (due.kind) {
    case 'service': {
      const service = findService(world, due.service);
      if (service !== undefined) enterState(world, service, due.state);
      return;
    }
    case 'distro-stops': {
      const distro = world.wsl.distros.find((candidate) => candidate.name === due.distro);
      if (distro !== undefined && !distro.keptOpen) distro.running = false;
      return;
    }
    case 'vm-stops':
      if (!world.wsl.distros.some((distro) => distro.running && distro.version === 2)) world.wsl.vm = null;
      return;
    case 'restart':
      restartWindows(world, due.at);
      return;
  }
}

/**
 * Ends everything, applies what was waiting for a restart, starts what starts with Windows, and signs the person in again.
 * Returns the command lines that Windows would start then, once.
 */
export function restartWindows(world: World, now: number): readonly string[] {
  stopWsl(world);
  world.due = [];
  world.hnsNetworks = world.hnsNetworks.filter((network) => network.persistent);
  // A clock that was set back must not make a restart look as if there had been none.
  world.bootTime = Math.max(now, world.bootTime + 60_000);
  applyTcpipReset(world);
  applyWinsockReset(world);
  rebuildSwitchMetadata(world);
  applyFeatures(world, services);
  world.ports.loaded = world.ports.dynamic['ipv4 tcp'] ?? world.ports.loaded;
  // What programs and Hyper-V reserved for themselves is made anew, elsewhere.
  world.ports.excluded = world.ports.excluded.filter(({ administered }) => administered);
  world.hypervisor.running = hypervisorStarts(world);
  forgetHnsTrouble(world);
  world.pendingRestart = { componentServicing: false, windowsUpdate: false };
  world.faults.loadedNotifyObjects = notifyObjectDlls(world);
  startServices(world);
  ensureDefaultSwitch(world);
  return signIn(world);
}

/** A value is taken away before its command line runs, so that it never runs twice. */
function signIn(world: World): readonly string[] {
  return runOnceValues(world).map(([name, line]) => {
    removeValue(world, runOnceFullKey, name);
    return line;
  });
}

/** `netsh int ip reset` takes static addresses, gateways, name servers, metrics and routes (commands.md R7). */
function applyTcpipReset(world: World): void {
  const { resetPending } = world.tcpip;
  world.tcpip.resetPending = 'no';
  if (resetPending === 'no') return;
  for (const adapter of world.adapters) {
    adapter.dhcp = true;
    adapter.addresses = [];
    adapter.gateways = [];
    // A reset that was cut short had not come to these yet.
    if (resetPending === 'half') continue;
    adapter.nameServers = [];
    adapter.metric = null;
  }
  if (resetPending === 'whole') world.tcpip.routes = [];
}

function applyWinsockReset(world: World): void {
  if (world.winsock.resetPending !== 'no')
    world.winsock.providers = world.winsock.providers.filter((provider) => !provider.layered);
  world.winsock.resetPending = 'no';
}

/** Invented for practice (issue 2): nobody reported that the reset sequence rebuilds anything. */
function rebuildSwitchMetadata(world: World): void {
  const { rebuild } = world.faults;
  if (rebuild.tcpip && rebuild.winsock) world.faults.switchMetadata = 'consistent';
  world.faults.rebuild = { tcpip: false, winsock: false };
}

const hypervisorStarts = ({ hypervisor, features }: World): boolean =>
  hypervisor.firmwareEnabled &&
  hypervisor.launchType !== 'off' &&
  ['VirtualMachinePlatform', 'Microsoft-Hyper-V', 'HypervisorPlatform'].some(
    (feature) => features[feature] === 'enabled',
  );

/** A restart of Windows was the way out of these (cases wsl-10089, mimikun-ja-eaccess). */
function forgetHnsTrouble({ faults }: World): void {
  faults.updateHalfDone = false;
  faults.hns.denials = 0;
  if (faults.hns.state === 'phantom-network') faults.hns.state = 'consistent';
}

function startServices(world: World): void {
  for (const service of world.services) service.state = 'stopped';
  for (const service of world.services) {
    const starts =
      service.startType === 'boot' ||
      service.startType === 'system' ||
      service.startType === 'automatic' ||
      service.startsWithWindows;
    if (starts) startNow(world, service.name);
  }
}
