import { describe, expect, test } from 'vitest';
import type { World } from '../../../../src/host/simulated/world.js';
import { command, makeWorld, simulate } from '../simulate.js';

const wslconfig = (mode: string) => (world: World) => {
  const text = `# mine\r\n[WSL2]\r\nNetworkingMode = ${mode} # for now\r\nnetworkingMode=nat\r\n`;
  world.files[`${world.user.profile}\\.wslconfig`] = Buffer.from(text).toString('base64');
};
const ofVersion = (version: string) => (world: World) => (world.wsl.version = version);
const mode = ['-e', 'wslinfo', '--networking-mode'];

describe('the encoding of wsl.exe', () => {
  test('is UTF-16LE without a mark, or UTF-8 with WSL_UTF8=1', async () => {
    const machine = simulate('healthy');
    const plain = await machine.start({ ...command('wsl', ['--version']), env: {} });
    expect(Buffer.from(plain.stdoutBytes).toString('utf16le')).toMatch(/^WSL version: 2\.2\.4\.0\r\n/);
    const utf8 = await machine.run('wsl', '--version');
    expect(utf8.stdout.split('\r\n')).toHaveLength(8);
    expect(utf8.stdout).toMatch(/^WSL version: 2\.2\.4\.0\r\n/);
  });

  test('is UTF-16LE whatever is asked for where WSL is in-box, which knows no --version', async () => {
    const machine = simulate(makeWorld('healthy', (world) => (world.wsl.flavour = 'inbox')));
    const ran = await machine.run('wsl', '--version');
    expect(ran.exitCode).toBe(-1);
    expect(Buffer.from(ran.stdoutBytes).toString('utf16le')).toContain('--version');
  });

  test('leaves the output of a Linux program in UTF-8', async () => {
    const machine = simulate('healthy');
    const ran = await machine.start({ ...command('wsl', mode), env: {} });
    expect(Buffer.from(ran.stdoutBytes).toString('utf8')).toBe('nat\n');
  });
});

describe('lists', () => {
  test('name the distros with English states in every language', async () => {
    const ran = await simulate('classic-80041002-zh').line('wsl -l -v');
    expect(ran.stdout).toMatch(/^ {2}NAME +STATE +VERSION\r\n\* Ubuntu +Stopped +2\r\n$/);
  });

  test('of nothing: quiet ones are empty with 0, others end with -1', async () => {
    const machine = simulate(makeWorld('healthy', (world) => (world.wsl.distros = [])));
    expect(await machine.line('wsl -l -q')).toMatchObject({ exitCode: 0, stdout: '' });
    expect((await machine.line('wsl -l -v')).exitCode).toBe(-1);
    expect((await machine.line('wsl -e true')).exitCode).toBe(-1);
  });

  test('show a distro running until it has been idle for 15 seconds', async () => {
    const machine = simulate('healthy');
    await machine.line('wsl -e true');
    expect((await machine.line('wsl -l --running -q')).stdout).toBe('Ubuntu\r\n');
    machine.clock.advance(15_000);
    expect((await machine.line('wsl -l --running -q')).stdout).toBe('');
  });
});

describe('a start on a machine that cannot create switches', () => {
  test('up to 2.3.11 ends with the old message on stdout and -1, and logs the three events', async () => {
    const machine = simulate('classic-80041002');
    const ran = await machine.line('wsl -e true');
    expect(ran).toMatchObject({ exitCode: -1, stderr: '' });
    expect(ran.stdout).toContain('networkingMode Nat');
    expect(ran.stdout).toContain(
      'Error code: Wsl/Service/CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002',
    );
    const { eventLogs } = machine.store.look();
    expect(eventLogs['Microsoft-Windows-Hyper-V-VMMS-Admin']?.filter(({ id }) => id === 16000)).toHaveLength(
      4,
    );
    const hns = eventLogs['Microsoft-Windows-Host-Network-Service-Admin']?.slice(-2).map(({ id }) => id);
    expect(hns).toEqual([1000, 1013]);
  });

  test.each([
    ['2.3.24.0', 'none', /falling back to no networking/, true],
    ['2.3.26.0', 'none', /networkingMode Nat\), falling back to networkingMode None/, true],
    ['2.4.11.0', 'virtioproxy', /falling back to networkingMode VirtioProxy/, false],
    ['2.8.12.0', 'virtioproxy', /falling back to networkingMode VirtioProxy/, false],
    ['2.9.4.0', 'consomme', /falling back to networkingMode Consomme/, false],
  ])('of version %s starts with %s and warns on stderr', async (version, network, warning, printsCode) => {
    const machine = simulate(makeWorld('classic-80041002', ofVersion(version)));
    const ran = await machine.run('wsl', ...mode);
    expect(ran).toMatchObject({ exitCode: 0, stdout: `${network}\n` });
    expect(ran.stderr).toMatch(/^wsl: /);
    expect(ran.stderr).toMatch(warning);
    expect(ran.stderr.includes('CreateInstance/CreateVm/ConfigureNetworking/HNS/0x80041002')).toBe(
      printsCode,
    );
    expect(ran.stderr).not.toContain('Wsl/Service/');
    // The VM runs: no second warning.
    expect((await machine.line('wsl -e true')).stderr).toBe('');
  });

  test.each([
    ['virtioproxy', 'virtioproxy'],
    ['None', 'none'],
  ])('works with networkingMode=%s, which needs no switch', async (written, shown) => {
    const machine = simulate(makeWorld('unknown-80041002', wslconfig(written)));
    expect(await machine.run('wsl', ...mode)).toMatchObject({
      exitCode: 0,
      stdout: `${shown}\n`,
      stderr: '',
    });
  });

  test('works as WSL 1', async () => {
    const world = makeWorld('unknown-80041002', ({ wsl }) => {
      for (const distro of wsl.distros) distro.version = 1;
    });
    expect((await simulate(world).run('wsl', ...mode)).stdout).toBe('wsl1\n');
  });

  test('cannot convert to WSL 1 either, for the conversion starts the VM', async () => {
    const ran = await simulate('unknown-80041002').line('wsl --set-version Ubuntu 1');
    expect(ran.exitCode).toBe(-1);
    expect(ran.stdout).toContain('Wsl/Service/CreateVm/ConfigureNetworking/HNS/0x80041002');
  });
});

describe('what else keeps WSL from its network', () => {
  const disabled = (name: string) => (world: World) => {
    for (const service of world.services)
      if (service.name === name) Object.assign(service, { startType: 'disabled', state: 'stopped' });
  };
  test.each([
    ['SharedAccess', 'ConfigureNetworking/HNS/0x80070422'],
    ['mpssvc', 'ConfigureNetworking/HNS/0x800706d9'],
    ['hns', 'ConfigureNetworking/HNS/0x800706d9'],
    ['vmcompute', 'HCS/HCS_E_SERVICE_NOT_AVAILABLE'],
    ['WSLService', 'Wsl/0x80070422'],
  ])('%s disabled', async (service, code) => {
    const ran = await simulate(makeWorld('healthy', disabled(service))).line('wsl -e true');
    expect(ran.exitCode).toBe(-1);
    expect(ran.stdout).toContain(code);
  });

  test('a stopped hns is started', async () => {
    const machine = simulate('healthy');
    await machine.line('net stop hns /y');
    expect((await machine.run('wsl', ...mode)).stdout).toBe('nat\n');
    expect(machine.stateOf('hns')).toBe('running');
  });
});

describe('.wslconfig', () => {
  test('is read when the VM is created and at no other time', async () => {
    const machine = simulate('healthy');
    await machine.line('wsl -e true');
    machine.store.change(wslconfig('none'));
    expect((await machine.run('wsl', ...mode)).stdout).toBe('nat\n');
    await machine.line('wsl --shutdown');
    expect((await machine.run('wsl', ...mode)).stdout).toBe('none\n');
  });
});

describe('Linux programs', () => {
  test('find the network in NAT mode', async () => {
    const machine = simulate('healthy');
    const route = await machine.run('wsl', '-d', 'Ubuntu', '-e', 'sh', '-c', 'cat /proc/net/route');
    expect(route.stdout).toMatch(/^eth0\t00000000\t011014AC\t/m);
    expect((await machine.run('wsl', '-e', 'getent', 'ahosts', 'bing.com')).exitCode).toBe(0);
    const http = ['curl', '-sS', '-o', '/dev/null', '-m', '10', '-w', '%{http_code}', 'http://example.com/'];
    expect(await machine.run('wsl', '-e', ...http)).toMatchObject({ exitCode: 0, stdout: '200' });
  });

  test('find no network in mode none, nor while the host is offline', async () => {
    const none = simulate(makeWorld('healthy', wslconfig('none')));
    expect((await none.run('wsl', '-e', 'cat', '/proc/net/route')).stdout).not.toContain('eth0');
    expect((await none.run('wsl', '-e', 'getent', 'ahosts', 'bing.com')).exitCode).toBe(2);
    const offline = simulate(makeWorld('healthy', (world) => (world.online = false)));
    expect((await offline.run('wsl', '-e', 'cat', '/proc/net/route')).stdout).toContain('eth0');
    expect(await offline.run('wsl', '-e', 'curl', 'http://example.com')).toMatchObject({
      exitCode: 6,
      stdout: '',
    });
    expect(await offline.run('wsl', '-e', 'wget', '-qO-', 'http://example.com')).toMatchObject({
      exitCode: 4,
    });
  });

  test('bash opens a connection of its own', async () => {
    const script = 'exec 3<>/dev/tcp/example.com/80; head -c 15 <&3';
    const ran = await simulate('healthy').run('wsl', '-e', 'bash', '-c', script);
    expect(ran).toMatchObject({ exitCode: 0, stdout: 'HTTP/1.1 200 OK\n' });
  });

  test('that are not there end with 127', async () => {
    expect((await simulate('healthy').line('wsl -e ip route')).exitCode).toBe(127);
  });

  test('lose the network when hns stops under them', async () => {
    const machine = simulate('healthy');
    await machine.line('wsl -e true');
    await machine.line('net stop hns /y');
    await machine.line('net start hns');
    expect((await machine.run('wsl', '-e', 'getent', 'hosts', 'bing.com')).exitCode).toBe(2);
  });
});

describe('other verbs', () => {
  test('an unknown distro is an error of wsl.exe', async () => {
    const ran = await simulate('healthy').line('wsl -d Nosuch -e true');
    expect(ran.exitCode).toBe(-1);
    expect(ran.stdout).toContain('WSL_E_DISTRO_NOT_FOUND');
  });

  test('--set-default-version is kept and shown by --status', async () => {
    const machine = simulate('healthy');
    expect((await machine.line('wsl --set-default-version 1')).exitCode).toBe(0);
    expect((await machine.line('wsl --status')).stdout).toBe(
      'Default Distribution: Ubuntu\r\nDefault Version: 1\r\n',
    );
  });

  test('--update installs the newest version and stops the distros', async () => {
    const machine = simulate('classic-80041002');
    expect((await machine.line('wsl --update')).exitCode).toBe(0);
    expect((await machine.run('wsl', ...mode)).stdout).toBe('virtioproxy\n');
  });

  test('--shutdown prints nothing and stops everything', async () => {
    const machine = simulate('healthy');
    await machine.line('wsl -e true');
    expect(await machine.line('wsl --shutdown')).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    expect(machine.store.look().wsl.vm).toBeNull();
  });
});
