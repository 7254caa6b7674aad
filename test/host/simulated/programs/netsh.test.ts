import { describe, expect, test } from 'vitest';
import { encodeCodePage } from '../../../../src/host/code-pages.js';
import { restartWindows } from '../../../../src/host/simulated/restart.js';
import { command, makeWorld, simulate } from '../simulate.js';

describe('netsh resets', () => {
  test('a healthy elevated int ip reset exits 1 with exactly one refusal', async () => {
    const ran = await simulate('healthy').line('netsh int ip reset');
    expect(ran).toMatchObject({ exitCode: 1, stderr: '' });
    expect(ran.stdout.match(/failed\.\r\nAccess is denied\.\r\n/g)).toHaveLength(1);
    expect(ran.stdout.match(/failed/g)).toHaveLength(1);
    expect(ran.stdout.match(/OK!/g)?.length).toBeGreaterThan(15);
  });

  test('without elevation it refuses much and changes nothing', async () => {
    const machine = simulate(makeWorld('healthy', (world) => (world.elevated = false)));
    const ran = await machine.line('netsh int ip reset');
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout.match(/requires elevation/g)?.length).toBeGreaterThan(2);
    expect(machine.store.look().tcpip.resetPending).toBe('no');
    expect((await machine.line('netsh winsock reset')).exitCode).toBe(1);
    expect(machine.store.look().winsock.resetPending).toBe('no');
  });

  test('one that is cut short is half done: the next start of Windows takes the addresses and leaves the name servers', async () => {
    const machine = simulate('classic-80041002');
    const stop = new AbortController();
    let lines = 0;
    const end = await machine.spawn(command('netsh', ['int', 'ip', 'reset']), {
      signal: stop.signal,
      onBytes: () => {
        if (++lines === 10) stop.abort();
      },
    });
    expect(end).toEqual({ ended: 'cancelled' });
    expect(machine.store.look().tcpip.resetPending).toBe('half');
    machine.store.change(restartWindows);
    expect(machine.store.look().adapters[0]).toMatchObject({ dhcp: true, addresses: [] });
    expect(machine.store.look().adapters[0]?.nameServers).not.toEqual([]);
  });

  test('winsock reset exits 0, and neither reset acts before a restart', async () => {
    const machine = simulate('healthy');
    const before = structuredClone(machine.store.look().adapters);
    await machine.line('netsh int ip reset');
    expect((await machine.line('netsh winsock reset')).exitCode).toBe(0);
    expect(machine.store.look().adapters).toEqual(before);
    expect((await machine.line('netsh winsock show catalog')).stdout).toContain('Example VPN');
  });
});

describe('netsh interface', () => {
  test('dump is a script that begins with reset and holds the static address', async () => {
    const ran = await simulate('classic-80041002-zh').line('netsh interface dump');
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toMatch(/pushd interface ipv4\r\n\r\nreset\r\n/);
    expect(ran.stdout).toContain('add address name="以太网" address=192.168.1.20 mask=255.255.255.0');
    expect(Buffer.from(ran.stdoutBytes).includes(Buffer.from(encodeCodePage('以太网', 936)))).toBe(true);
  });

  test('a world can declare that its netsh writes UTF-8', async () => {
    const machine = simulate(makeWorld('classic-80041002-zh', (world) => (world.netshEncoding = 'utf-8')));
    const ran = await machine.line('netsh interface dump');
    expect(Buffer.from(ran.stdoutBytes).toString('utf8')).toContain('以太网');
  });

  test('gives static settings back, by alias or by index', async () => {
    const machine = simulate('healthy');
    const give = ['interface', 'ipv4'];
    const static1 = [
      'source=static',
      'address=10.0.0.5',
      'mask=255.255.0.0',
      'gateway=10.0.0.1',
      'gwmetric=1',
    ];
    expect(await machine.run('netsh', ...give, 'set', 'address', 'name=12', ...static1)).toMatchObject({
      exitCode: 0,
    });
    const dns = ['name=Wi-Fi', 'source=static', 'address=9.9.9.9', 'validate=no'];
    expect(await machine.run('netsh', ...give, 'set', 'dnsservers', ...dns)).toMatchObject({ exitCode: 0 });
    const more = ['name=Wi-Fi', 'address=1.1.1.1', 'index=2', 'validate=no'];
    expect(await machine.run('netsh', ...give, 'add', 'dnsservers', ...more)).toMatchObject({ exitCode: 0 });
    const second = ['name=Wi-Fi', 'address=10.0.0.6', 'mask=255.255.0.0'];
    expect(await machine.run('netsh', ...give, 'add', 'address', ...second)).toMatchObject({ exitCode: 0 });
    expect(await machine.run('netsh', ...give, 'add', 'address', ...second)).toMatchObject({ exitCode: 1 });
    const route = ['prefix=10.9.0.0/16', 'interface=12', 'nexthop=10.0.0.9', 'store=persistent'];
    expect(await machine.run('netsh', ...give, 'add', 'route', ...route)).toMatchObject({ exitCode: 0 });
    expect(machine.store.look().adapters[1]).toMatchObject({
      dhcp: false,
      addresses: [
        { address: '10.0.0.5', prefixLength: 16 },
        { address: '10.0.0.6', prefixLength: 16 },
      ],
      gateways: ['10.0.0.1'],
      nameServers: ['9.9.9.9', '1.1.1.1'],
    });
    expect(machine.store.look().tcpip.routes).toHaveLength(1);
  });

  test('refuses an unknown adapter and an unelevated caller with exit 1', async () => {
    const set = ['interface', 'ipv4', 'set', 'address', 'name=nosuch', 'source=dhcp'];
    expect((await simulate('healthy').run('netsh', ...set)).exitCode).toBe(1);
    const unelevated = simulate(makeWorld('healthy', (world) => (world.elevated = false)));
    const known = set.with(4, 'name=Ethernet');
    expect((await unelevated.run('netsh', ...known)).exitCode).toBe(1);
    expect(unelevated.store.look().adapters[0]?.dhcp).toBe(false);
  });
});
