import { describe, expect, test } from 'vitest';
import { encodeCodePage } from '../../../../src/host/code-pages.js';
import { command, makeWorld, simulate } from '../simulate.js';

describe('net stop', () => {
  test('prints its progress and success on stdout, and waits until the service has stopped', async () => {
    const machine = simulate('healthy');
    const before = machine.clock.now();
    const ran = await machine.line('net stop vmms');
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    expect(ran.stdout).toMatch(
      /^The Hyper-V Virtual Machine Management service is stopping\.+\r\nThe .* was stopped successfully\.\r\n\r\n$/,
    );
    expect(machine.clock.now() - before).toBeGreaterThan(2000);
    expect(machine.stateOf('vmms')).toBe('stopped');
  });

  test('of a stopped service refuses with 3521 on stderr and exit 2', async () => {
    const ran = await simulate('healthy').line('net stop NetSetupSvc');
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('HELPMSG 3521');
  });

  test('of an unknown service refuses with 2185', async () => {
    const ran = await simulate('healthy').line('net stop nosuch');
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('HELPMSG 2185');
  });

  test('without elevation refuses with system error 5', async () => {
    const machine = simulate(makeWorld('healthy', (world) => (world.elevated = false)));
    const ran = await machine.line('net stop hns /y');
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('System error 5');
    expect(machine.stateOf('nvagent')).toBe('running');
  });

  test('with dependents and no /y asks, gets no answer, and stops nothing', async () => {
    const machine = simulate('healthy');
    const ran = await machine.line('net stop hns');
    expect(ran.exitCode).toBe(-1);
    expect(ran.stdout).toContain('Network Virtualization Service');
    expect(ran.stdout).toMatch(/\(Y\/N\) \[N\]: $/);
    expect(ran.stderr).not.toBe('');
    expect([machine.stateOf('hns'), machine.stateOf('nvagent')]).toEqual(['running', 'running']);
  });

  test('with /y stops the dependents first, and net start leaves them stopped', async () => {
    const machine = simulate('healthy');
    const ran = await machine.line('net stop hns /y');
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout.indexOf('Virtualization Service service was stopped')).toBeLessThan(
      ran.stdout.indexOf('Host Network Service service was stopped'),
    );
    expect((await machine.line('net start hns')).exitCode).toBe(0);
    expect([machine.stateOf('hns'), machine.stateOf('nvagent')]).toEqual(['running', 'stopped']);
  });

  test('gives up on a service that hangs and leaves it in STOP_PENDING', async () => {
    const world = makeWorld('healthy', ({ services }) => {
      for (const service of services) if (service.name === 'vmms') service.onStop = 'hangs';
    });
    const machine = simulate(world, { pace: 'instant' });
    expect((await machine.line('net stop vmms')).exitCode).toBe(2);
    expect(machine.stateOf('vmms')).toBe('stop-pending');
    const again = await machine.line('net start vmms');
    expect(again).toMatchObject({ exitCode: 2 });
    expect(again.stderr).toContain('2189');
  });

  test('that is cancelled leaves the stop going on by itself', async () => {
    const machine = simulate('healthy');
    const stop = new AbortController();
    const spawned = machine.spawn(command('net', ['stop', 'vmms']), {
      signal: stop.signal,
      onBytes: (_stream, bytes) => {
        if (Buffer.from(bytes).includes('stopping')) stop.abort();
      },
    });
    expect(await spawned).toEqual({ ended: 'cancelled' });
    expect(machine.stateOf('vmms')).toBe('stop-pending');
    machine.clock.advance(2600);
    expect(machine.stateOf('vmms')).toBe('stopped');
  });
});

describe('net start', () => {
  test('of a running service refuses with 2182 and exit 2', async () => {
    const ran = await simulate('healthy').line('net start hns');
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('HELPMSG 2182');
  });

  test('without elevation refuses with system error 5', async () => {
    const machine = simulate(makeWorld('healthy', (world) => (world.elevated = false)));
    const ran = await machine.line('net start NetSetupSvc');
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('System error 5');
  });

  test('of a disabled service is system error 1058', async () => {
    const machine = simulate('healthy');
    await machine.run('sc', 'config', 'NetSetupSvc', 'start=', 'disabled');
    const ran = await machine.line('net start NetSetupSvc');
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('1058');
  });

  test('starts what the service needs first', async () => {
    const machine = simulate('healthy');
    await machine.line('net stop hns /y');
    expect((await machine.line('net start nvagent')).exitCode).toBe(0);
    expect(machine.stateOf('hns')).toBe('running');
  });
});

test('on Chinese Windows net writes code page 936, cut within characters', async () => {
  const ran = await simulate('classic-80041002-zh').line('net stop hns /y');
  expect(ran.stdout).toContain('主机网络服务 服务已成功停止。');
  expect(Buffer.from(ran.stdoutBytes).includes(Buffer.from(encodeCodePage('主机网络服务', 936)))).toBe(true);
  const halves = ran.chunks.filter((chunk) => (chunk.at(-1) ?? 0) > 0x80 && chunk.length === 61);
  expect(halves.length).toBeGreaterThan(0);
});
