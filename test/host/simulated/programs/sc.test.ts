import { describe, expect, test } from 'vitest';
import { makeWorld, simulate } from '../simulate.js';

describe('sc', () => {
  test('query tells the state by its number, also on Chinese Windows', async () => {
    for (const id of ['healthy', 'classic-80041002-zh']) {
      const ran = await simulate(id).line('sc query hns');
      expect(ran.exitCode).toBe(0);
      expect(ran.stdout).toMatch(/SERVICE_NAME: hns/);
      expect(ran.stdout).toMatch(/STATE\s+: 4\s+RUNNING/);
    }
  });

  test.each([
    ['query', 'EnumQueryServicesStatus:OpenService'],
    ['queryex', 'EnumQueryServicesStatus:OpenService'],
    ['qc', 'OpenService'],
    ['enumdepend', 'OpenService'],
    ['stop', 'OpenService'],
  ])('%s of a missing service prints on stdout and exits with 1060', async (verb, step) => {
    const ran = await simulate('healthy').line(`sc ${verb} nosuch`);
    expect(ran).toMatchObject({ exitCode: 1060, stderr: '' });
    expect(ran.stdout).toContain(`[SC] ${step} FAILED 1060:`);
  });

  test('queryex adds the process, qc the start type and the dependencies', async () => {
    const machine = simulate('healthy');
    expect((await machine.line('sc queryex hns')).stdout).toMatch(/PID\s+: [1-9]\d*/);
    const { stdout } = await machine.line('sc qc vmcompute');
    expect(stdout).toMatch(/START_TYPE\s+: 3\s+DEMAND_START/);
    expect(stdout).toMatch(/DEPENDENCIES\s+: rpcss\r\n\s+: wcifs\r\n\s+: hvsocketcontrol\r\n\s+: condrv/);
  });

  test('enumdepend needs a buffer that is large enough', async () => {
    const machine = simulate('healthy');
    const small = await machine.line('sc enumdepend hns 60');
    expect(small.exitCode).toBe(234);
    const large = await machine.line('sc enumdepend rpcss 65536');
    expect(large.exitCode).toBe(0);
    expect(large.stdout).toMatch(/entriesread = \d+/);
    for (const name of ['vmcompute', 'CmService', 'hns', 'nvagent'])
      expect(large.stdout).toContain(`SERVICE_NAME: ${name}\r\n`);
  });

  test('config changes the start type, and is refused without elevation and by protected services', async () => {
    const machine = simulate('healthy');
    expect((await machine.run('sc', 'config', 'SharedAccess', 'start=', 'disabled')).exitCode).toBe(0);
    expect((await machine.line('sc qc SharedAccess')).stdout).toMatch(/START_TYPE\s+: 4/);
    expect((await machine.run('sc', 'config', 'mpssvc', 'start=', 'disabled')).exitCode).toBe(5);
    const unelevated = simulate(makeWorld('healthy', (world) => (world.elevated = false)));
    expect((await unelevated.run('sc', 'config', 'SharedAccess', 'start=', 'auto')).exitCode).toBe(5);
  });

  test('stop does not wait and does not stop what others need; due time ends it', async () => {
    const machine = simulate('healthy');
    expect((await machine.line('sc stop hns')).exitCode).toBe(1051);
    const ran = await machine.line('sc stop vmms');
    expect(ran.exitCode).toBe(0);
    expect(ran.stdout).toMatch(/STATE\s+: 3\s+STOP_PENDING/);
    expect((await machine.line('sc stop vmms')).exitCode).toBe(1061);
    machine.clock.advance(2600);
    expect((await machine.line('sc stop vmms')).exitCode).toBe(1062);
    expect((await machine.line('sc start vmms')).stdout).toMatch(/STATE\s+: 2\s+START_PENDING/);
    expect((await machine.line('sc start vmms')).exitCode).toBe(1056);
  });
});
