import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, makeWorld, rawCommand, simulate } from '../simulate.js';

const unelevated = (id: string) => simulate(makeWorld(id, (world) => (world.elevated = false)));
const run = (machine: ReturnType<typeof simulate>, file: string, ...args: readonly string[]) =>
  machine.start(rawCommand(file, args));

describe('bcdedit', () => {
  test('shows the launch type where one is set, and changes it for the next start', async () => {
    const machine = simulate('hypervisor-off-de');
    expect((await run(machine, 'bcdedit.exe', '/enum', '{current}')).stdout).toMatch(
      /^hypervisorlaunchtype {4}Off$/m,
    );
    expect(
      (await run(machine, 'bcdedit.exe', '/set', '{current}', 'hypervisorlaunchtype', 'auto')).exitCode,
    ).toBe(0);
    expect(machine.store.look().hypervisor).toMatchObject({ launchType: 'auto', running: false });
    await machine.line('shutdown /r /t 0');
    expect(machine.store.look().hypervisor.running).toBe(true);
  });

  test('says nothing of it on a machine where nobody ever set it', async () => {
    const ran = await run(simulate('healthy'), 'bcdedit.exe', '/enum', '{current}');
    expect(ran.stdout).toContain('{current}');
    expect(ran.stdout).not.toContain('hypervisorlaunchtype');
  });

  test('needs elevation', async () => {
    expect((await run(unelevated('healthy'), 'bcdedit.exe', '/enum', '{current}')).exitCode).toBe(1);
  });
});

describe('the tools of WMI', () => {
  const verify = (id: string) => run(simulate(id), 'wbem\\winmgmt.exe', '/verifyrepository');

  test('tell by exit code whether the repository is whole', async () => {
    expect((await verify('healthy')).exitCode).toBe(0);
    expect((await verify('wmi-broken')).exitCode).not.toBe(0);
  });

  test('salvage makes it whole', async () => {
    const machine = simulate('wmi-broken');
    expect((await run(machine, 'wbem\\winmgmt.exe', '/salvagerepository')).exitCode).toBe(0);
    expect((await run(machine, 'wbem\\winmgmt.exe', '/verifyrepository')).exitCode).toBe(0);
  });

  test('mofcomp finds no file of Hyper-V on Home', async () => {
    const mof = 'C:\\Windows\\System32\\WindowsVirtualization.V2.mof';
    expect((await run(simulate('healthy-ja'), 'wbem\\mofcomp.exe', mof)).exitCode).not.toBe(0);
    expect((await run(simulate('healthy'), 'wbem\\mofcomp.exe', mof)).stdout).toContain('Done!');
  });
});

describe('dism', () => {
  const feature = (verb: string, name: string) =>
    ['/English', '/Online', `/${verb}-Feature`, `/FeatureName:${name}`, '/NoRestart'] as const;

  test('turns a feature on with the next start, ends with 3010, and a restart is pending', async () => {
    const machine = simulate('platform-off-es');
    expect((await run(machine, 'dism.exe', ...feature('Enable', 'VirtualMachinePlatform'))).exitCode).toBe(
      3010,
    );
    expect(machine.store.look()).toMatchObject({
      features: { VirtualMachinePlatform: 'disabled' },
      pendingRestart: { componentServicing: true },
    });
    expect(machine.stateOf('vfpext')).toBeUndefined();
    await machine.line('shutdown /r /t 0');
    expect(machine.stateOf('vfpext')).toBe('running');
  });

  test('takes Hyper-V and its service away', async () => {
    const machine = simulate('healthy');
    await run(machine, 'dism.exe', ...feature('Disable', 'Microsoft-Hyper-V-All'));
    await machine.line('shutdown /r /t 0');
    expect(machine.stateOf('vmms')).toBeUndefined();
    expect(machine.store.look().eventLogs).not.toHaveProperty('Microsoft-Windows-Hyper-V-VMMS-Admin');
    // The Virtual Machine Platform still brings these.
    expect(machine.stateOf('hns')).toBe('running');
  });

  test('does not know Hyper-V on Home', async () => {
    const ran = await run(simulate('healthy-ja'), 'dism.exe', ...feature('Enable', 'Microsoft-Hyper-V-All'));
    expect(ran.exitCode).toBe(0x800f080c | 0);
  });

  test('needs elevation, and would ask without /NoRestart', async () => {
    const args = feature('Enable', 'Containers');
    expect((await run(unelevated('healthy'), 'dism.exe', ...args)).exitCode).toBe(740);
    expect((await run(simulate('healthy'), 'dism.exe', ...args.slice(0, -1))).end.ended).toBe('not-started');
  });
});

test('sfc writes UTF-16 and ends with 0', async () => {
  const ran = await run(simulate('healthy-de'), 'sfc.exe', '/scannow');
  expect(ran.exitCode).toBe(0);
  expect(Buffer.from(ran.stdoutBytes).toString('utf16le')).toContain('Windows-Ressourcenschutz');
});

test('explorer opens windows and nothing else', async () => {
  const explorer = (argument: string) =>
    simulate('healthy').start({ ...rawCommand('', [argument]), file: 'C:\\Windows\\explorer.exe' });
  expect((await explorer('ms-settings:recovery')).end.ended).toBe('exited');
  expect((await explorer('/select')).end.ended).toBe('not-started');
});

test('an export of a distro into our own folder lies on the real disk', async () => {
  const stateRoot = folder();
  const file = join(stateRoot, 'Ubuntu.tar');
  expect((await simulate('healthy', { stateRoot }).run('wsl', '--export', 'Ubuntu', file)).exitCode).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('Ubuntu');
});

describe('the dynamic ports', () => {
  test.each(['healthy-de', 'healthy-ru', 'healthy-zh'])('are shown in digits on %s', async (id) => {
    const ran = await simulate(id).run('netsh', 'interface', 'ipv4', 'show', 'dynamicport', 'tcp');
    expect(
      [
        ...Buffer.from(ran.stdoutBytes)
          .toString('latin1')
          .matchAll(/: (\d+)/g),
      ].map(([, found]) => found),
    ).toEqual(['49152', '16384']);
  });

  test('can be moved, which counts from the next start on', async () => {
    const machine = simulate('ports-fragmented-zh');
    const set = (start: string) =>
      machine.run('netsh', 'interface', 'ipv4', 'set', 'dynamicport', 'tcp', start, 'num=40000');
    expect((await set('start=40000')).exitCode).toBe(1);
    expect((await set('start=20000')).exitCode).toBe(0);
    expect(machine.store.look().ports.loaded.start).toBe(49152);
    await machine.line('shutdown /r /t 0');
    expect(machine.store.look().ports.loaded).toEqual({ start: 20000, count: 40000 });
  });

  test('with a star at the reserved ones that somebody manages', async () => {
    const ran = await simulate('ports-fragmented-zh').run(
      'netsh',
      'interface',
      'ipv4',
      'show',
      'excludedportrange',
      'tcp',
    );
    expect(ran.stdout).toMatch(/^ +52000 +52099 +\*\r$/m);
    expect(ran.stdout).toMatch(/^ +53200 +53299\r$/m);
  });
});
