/** What takes a fault away: the state that was wrong, by the program that changes it, and a restart where it takes one. */
import { describe, expect, test } from 'vitest';
import { deviceInstallBlocked, restrictions } from '../../../src/host/simulated/device-policy.js';
import { hasRoomForMirroring } from '../../../src/host/simulated/port-ranges.js';
import type { World } from '../../../src/host/simulated/world.js';
import { makeWorld, rawCommand, simulate } from './simulate.js';

type Machine = ReturnType<typeof simulate>;
/** A program's file below System32 with its arguments, or a change that no program makes here. */
type Cure = string | ((world: World) => void);

const notifyObject = 'HKLM\\SOFTWARE\\Classes\\CLSID\\{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b}';
const start = (service: string, value: number) =>
  `reg.exe add HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service} /v Start /t REG_DWORD /d ${value} /f`;
const enable = (service: string) => `sc.exe config ${service} start= demand`;
const dism = (verb: string, feature: string) =>
  `dism.exe /English /Online /${verb}-Feature /FeatureName:${feature} ${verb === 'Enable' ? '/All ' : ''}/NoRestart`;
const restart = 'shutdown.exe /r /t 0';

const cures: readonly (readonly [id: string, cures: readonly Cure[], network: string])[] = [
  ['vmware-upgrade', [(world) => (world.files[moved] = ''), restart], 'nat'],
  ['home-vmware-zh', [`reg.exe delete ${notifyObject} /f`, restart], 'nat'],
  ['comodo-filter', [(world) => drop(world, 'inspect'), restart], 'nat'],
  ['device-policy-de', [`reg.exe delete ${restrictions} /f`], 'nat'],
  ['network-setup-disabled', [enable('NetSetupSvc')], 'nat'],
  ['debloated', [enable('NetSetupSvc'), enable('DeviceInstall')], 'nat'],
  [
    'hyperv-damaged-ja',
    [dism('Disable', 'Microsoft-Hyper-V-All'), restart, dism('Enable', 'Microsoft-Hyper-V-All'), restart],
    'nat',
  ],
  ['wmi-broken', ['wbem\\mofcomp.exe C:\\Windows\\System32\\WindowsVirtualization.V2.mof'], 'nat'],
  ['network-bridge-de', [(world) => (world.devices = [])], 'nat'],
  ['hns-disabled-de', [enable('hns')], 'nat'],
  ['hns-hangs', [restart], 'nat'],
  ['hns-phantom-es', [restart], 'nat'],
  ['hns-lost-port', ['reg.exe delete HKLM\\SYSTEM\\CurrentControlSet\\Services\\hns\\State /f'], 'mirrored'],
  ['hns-denied-ja', ['net.exe stop hns /y', 'net.exe start hns', 'net.exe stop hns /y'], 'nat'],
  ['hns-denied-ja', [restart], 'nat'],
  ['ics-disabled-server', [enable('SharedAccess')], 'nat'],
  ['firewall-off-zh', [start('mpssvc', 2), restart], 'nat'],
  ['dhcp-client-disabled', [enable('Dhcp')], 'nat'],
  ['platform-off-es', [dism('Enable', 'VirtualMachinePlatform'), restart], 'nat'],
  ['port-53-taken', ['net.exe stop DnsService'], 'nat'],
  [
    'ports-fragmented-zh',
    ['netsh.exe interface ipv4 set dynamicport tcp start=20000 num=40000', restart],
    'mirrored',
  ],
  ['netnat-leftover-ru', [(world) => (world.netNats = [])], 'nat'],
  [
    'interface-constraint',
    [
      'reg.exe delete HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss /v ExternalInterfaceConstraint /f',
    ],
    'nat',
  ],
  ['winsock-provider-zh', ['netsh.exe winsock reset', restart], 'nat'],
  ['wsl-service-disabled-ru', [enable('WSLService')], 'nat'],
  ['inbox-wsl', ['wsl.exe --update'], 'nat'],
  ['hypervisor-off-de', ['bcdedit.exe /set {current} hypervisorlaunchtype auto', restart], 'nat'],
  ['update-regression', [(world) => (world.windows.revision = 9400)], 'mirrored'],
  ['update-half-done-es', [restart], 'nat'],
  ['two-vmware-netsetup', [`reg.exe delete ${notifyObject} /f`, enable('NetSetupSvc'), restart], 'nat'],
  ['two-vmware-ics', [`reg.exe delete ${notifyObject} /f`, enable('SharedAccess'), restart], 'nat'],
];

const moved = 'C:\\Program Files (x86)\\VMware\\VMware Workstation\\vmnetbridge.dll';

describe('a fault that is taken away', () => {
  test.each(cures)('%s', async (id, steps, network) => {
    expect(await networkAfter(id, [])).not.toBe(network);
    expect(await networkAfter(id, steps)).toBe(network);
    // None of the steps is for show.
    for (const [at, step] of steps.entries())
      if (step !== restart)
        expect(await networkAfter(id, steps.toSpliced(at, 1)), describeStep(step)).not.toBe(network);
  });

  test('in half leaves the other half of a world with two causes', async () => {
    expect(await networkAfter('two-vmware-ics', [enable('SharedAccess')])).toBe('none');
    expect(await networkAfter('two-vmware-netsetup', [enable('NetSetupSvc'), restart])).toBe('none');
  });
});

test('features do not come on behind a dead notify object: servicing takes them back', async () => {
  const world = makeWorld('vmware-leftover', ({ features }) => (features.HypervisorPlatform = 'disabled'));
  const machine = simulate(world);
  const ran = await runLine(machine, dism('Enable', 'HypervisorPlatform'));
  expect(ran.exitCode).toBe(3010);
  await runLine(machine, restart);
  expect(machine.store.look().features.HypervisorPlatform).toBe('disabled');
});

test('a hanging hns is stopping for ever, until Windows restarts', async () => {
  const machine = simulate('hns-hangs');
  expect((await machine.line('net stop hns /y')).exitCode).toBe(2);
  machine.clock.advance(3_600_000);
  expect(machine.stateOf('hns')).toBe('stop-pending');
  expect((await machine.line('net start hns')).exitCode).toBe(2);
  expect((await machine.run('wsl', '-e', 'true')).stdout).toContain('HNS/0x800706d9');
  await runLine(machine, restart);
  expect(machine.stateOf('hns')).toBe('running');
});

test.each([
  [{}, {}, false],
  [{ DenyUnspecified: 1 }, {}, true],
  [{ DenyDeviceClasses: 1 }, { DenyDeviceClasses: true }, true],
  [{ DenyDeviceClasses: 0 }, { DenyDeviceClasses: true }, false],
  [{ DenyUnspecified: 1, AllowDeviceClasses: 1 }, { AllowDeviceClasses: true }, false],
  [{ DenyUnspecified: 1, AllowDeviceClasses: 1 }, {}, true],
])('device policy %j with network adapters in %j blocks: %s', (switches, lists, blocks) => {
  const world = makeWorld('healthy', ({ registry }) => {
    registry[restrictions] = Object.fromEntries(
      Object.entries(switches).map(([name, data]) => [name, { type: 'REG_DWORD', data }]),
    );
    for (const list of Object.keys(lists))
      registry[`${restrictions}\\${list}`] = {
        1: { type: 'REG_SZ', data: '{4D36E972-E325-11CE-BFC1-08002BE10318}' },
      };
  });
  expect(deviceInstallBlocked(world)).toBe(blocks);
});

test.each([
  [49152, 16384, [], true],
  [49152, 4096, [], true],
  [49152, 4095, [], false],
  [49152, 8192, [[53247, 53247]], true],
  [49152, 8191, [[53247, 53247]], false],
  [49152, 9000, [[1000, 2000]], true],
])('%i ports from %i on, without %j, hold 4096 in a row: %s', (first, count, taken, room) => {
  const world = makeWorld('healthy', ({ ports }) => {
    ports.loaded = { start: first, count };
    ports.excluded = taken.map(([begin = 0, end = 0]) => ({ start: begin, end, administered: true }));
  });
  expect(hasRoomForMirroring(world)).toBe(room);
});

async function networkAfter(id: string, steps: readonly Cure[]): Promise<string> {
  const machine = simulate(id);
  for (const step of steps) {
    if (typeof step === 'function') machine.store.change(step);
    else expect((await runLine(machine, step)).end.ended, step).toBe('exited');
  }
  await machine.run('wsl', '-e', 'true');
  return machine.store.look().wsl.vm?.network ?? 'none';
}

function runLine(machine: Machine, line: string) {
  const [file = '', ...args] = line.split(' ');
  return machine.start(rawCommand(file, args));
}

const drop = (world: World, service: string): void => {
  world.services = world.services.filter(({ name }) => name !== service);
};

const describeStep = (step: Cure): string => (typeof step === 'string' ? step : 'a change');
