import { describe, expect, test } from 'vitest';
import { queryArguments, registerArguments } from '../../../src/host/run-once.js';
import { restartWindows } from '../../../src/host/simulated/restart.js';
import { startOfTime, makeWorld, simulate } from './simulate.js';

const sequence = [
  'wsl --shutdown',
  'net stop hns /y',
  'net stop vmcompute /y',
  'netsh int ip reset',
  'netsh winsock reset',
  'net start vmcompute',
  'net start hns',
  'shutdown /r /t 0',
] as const;

/** `nat`, or the exit code with which WSL failed. */
async function networkAfter(id: string, lines: readonly string[]): Promise<string | number | null> {
  const machine = simulate(id);
  for (const line of lines) expect((await machine.line(line)).end.ended).toBe('exited');
  const ran = await machine.line('wsl -e wslinfo --networking-mode');
  return ran.exitCode === 0 ? ran.stdout.trim() : ran.exitCode;
}

describe('the classic world', () => {
  test('is cured by the whole sequence and a restart', async () => {
    expect(await networkAfter('classic-80041002', sequence)).toBe('nat');
    expect(await networkAfter('classic-80041002-zh', sequence)).toBe('nat');
  });

  test.each([
    'net stop hns /y',
    'net stop vmcompute /y',
    'netsh int ip reset',
    'netsh winsock reset',
    'shutdown /r /t 0',
  ])('is not cured without %s', async (left) => {
    const rest = sequence.filter(
      (line) => line !== left && !(left.includes('hns') && line === 'net start hns'),
    );
    const without = left.includes('vmcompute') ? rest.filter((line) => line !== 'net start vmcompute') : rest;
    expect(await networkAfter('classic-80041002', without)).toBe(-1);
  });

  test('is not cured by a restart alone', async () => {
    expect(await networkAfter('classic-80041002', ['shutdown /r /t 0'])).toBe(-1);
  });
});

test('the unknown world is cured by nothing', async () => {
  expect(await networkAfter('unknown-80041002', [...sequence, ...sequence])).toBe(-1);
});

describe('the VMware leftover', () => {
  const removal = 'reg delete HKLM\\SOFTWARE\\Classes\\CLSID\\{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b} /f';

  test('is not cured by the reset', async () => {
    expect(await networkAfter('vmware-leftover', sequence)).toBe(-1);
  });

  test('is cured by removing the registration and restarting, and only by both', async () => {
    expect(await networkAfter('vmware-leftover', [removal])).toBe(-1);
    expect(await networkAfter('vmware-leftover', [removal, 'shutdown /r /t 0'])).toBe('nat');
  });
});

describe('a restart of Windows', () => {
  test('carries out pending resets: static settings and layered providers are gone', () => {
    const world = makeWorld('healthy', ({ tcpip, winsock }) => {
      tcpip.resetPending = 'whole';
      winsock.resetPending = 'whole';
    });
    restartWindows(world, startOfTime);
    expect(world.adapters[0]).toMatchObject({ dhcp: true, addresses: [], gateways: [], nameServers: [] });
    expect(world.winsock.providers.some(({ layered }) => layered)).toBe(false);
    expect([world.tcpip.resetPending, world.winsock.resetPending]).toEqual(['no', 'no']);
  });

  test('keeps them where no reset is pending', () => {
    const world = makeWorld('healthy');
    const before = structuredClone(world.adapters);
    restartWindows(world, startOfTime);
    expect(world.adapters).toEqual(before);
  });

  test('starts automatic and triggered services, not disabled or manual ones', () => {
    const world = makeWorld('healthy', ({ services }) => {
      for (const service of services) {
        if (service.name === 'CmService') service.startType = 'disabled';
        if (service.name === 'NetSetupSvc') service.state = 'running';
        if (service.name === 'nvagent') service.state = 'stopped';
      }
    });
    restartWindows(world, startOfTime);
    const states = Object.fromEntries(world.services.map(({ name, state }) => [name, state]));
    expect(states).toMatchObject({
      CmService: 'stopped',
      NetSetupSvc: 'stopped',
      nvagent: 'running',
      vmms: 'running',
    });
  });

  test('ends WSL, forgets what was due and pending, and moves the boot time by a minute at least', () => {
    const world = makeWorld('healthy', (fresh) => {
      fresh.wsl.vm = { network: 'nat', networkLost: false };
      fresh.hnsNetworks.push({
        id: 'B95D0C5E-57D4-412B-B571-18A81A16E005',
        name: 'WSL',
        type: 'ICS',
        switchName: 'WSL',
        persistent: false,
      });
      fresh.pendingRestart.componentServicing = true;
      fresh.due = [{ kind: 'service', service: 'vmms', state: 'stopped', at: startOfTime + 1000 }];
    });
    const { bootTime } = world;
    restartWindows(world, bootTime - 5000);
    expect(world.wsl.vm).toBeNull();
    expect(world.due).toEqual([]);
    expect(world.hnsNetworks.map(({ name }) => name)).toEqual(['Default Switch']);
    expect(world.pendingRestart.componentServicing).toBe(false);
    expect(world.bootTime).toBe(bootTime + 60_000);
  });

  test('starts once at the sign-in what is registered for it, and takes it away before', async () => {
    const machine = simulate('healthy');
    const file = '/home/li/resume-1.cmd';
    const register = registerArguments({ system32: 'C:\\Windows\\System32' }, file);
    expect((await machine.run('reg', ...register)).exitCode).toBe(0);
    expect((await machine.run('reg', ...queryArguments)).exitCode).toBe(0);
    const started = machine.store.change(restartWindows);
    expect(started).toEqual([`C:\\Windows\\System32\\cmd.exe /d /s /c "start "" "${file}""`]);
    expect((await machine.run('reg', ...queryArguments)).exitCode).toBe(1);
    expect(machine.store.change(restartWindows)).toEqual([]);
  });

  test('by shutdown comes when its time has come, and can be called off', async () => {
    const machine = simulate('healthy');
    const { bootTime } = machine.store.look();
    expect((await machine.run('shutdown', '/r', '/t', '30', '/c', 'to finish the repair')).exitCode).toBe(0);
    expect((await machine.line('shutdown /r /t 30')).exitCode).toBe(1190);
    expect((await machine.line('shutdown /a')).exitCode).toBe(0);
    machine.clock.advance(60_000);
    expect(machine.store.look().bootTime).toBe(bootTime);
    await machine.line('shutdown /r /t 30');
    machine.clock.advance(30_000);
    expect(machine.store.look().bootTime).toBeGreaterThan(bootTime);
  });
});
