import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, makeWorld, simulate } from '../simulate.js';

const currentVersion = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const clsid = 'HKLM\\SOFTWARE\\Classes\\CLSID\\{3D09C1CA-2BCC-40B7-B9BB-3F3EC143A87B}';

describe('reg query', () => {
  test('finds keys and values that follow from the machine, in any case', async () => {
    const machine = simulate('healthy');
    const ran = await machine.run('reg', 'query', currentVersion.toLowerCase(), '/v', 'currentbuild');
    expect(ran).toMatchObject({ exitCode: 0, stderr: '' });
    expect(ran.stdout).toMatch(/REG_SZ {4}22631\r\n/);
    const start = await machine.run(
      'reg',
      'query',
      'HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess',
      '/v',
      'Start',
    );
    expect(start.stdout).toMatch(/Start {4}REG_DWORD {4}0x3\r\n/);
  });

  test('of something absent exits 1 with the error on stderr', async () => {
    const machine = simulate('healthy');
    expect(await machine.run('reg', 'query', clsid)).toMatchObject({ exitCode: 1, stdout: '' });
    const value = await machine.run('reg', 'query', currentVersion, '/v', 'nosuch');
    expect(value).toMatchObject({ exitCode: 1, stdout: '' });
    expect(value.stderr).toMatch(/^ERROR: /);
  });

  test('reads the default value of the VMware notify object', async () => {
    const ran = await simulate('vmware-leftover').run('reg', 'query', `${clsid}\\InprocServer32`, '/ve');
    expect(ran.stdout).toContain('(Default)    REG_SZ    D:\\VMware\\vmnetbridge.dll');
    const whole = await simulate('vmware-leftover').run('reg', 'query', clsid, '/s');
    expect(whole.stdout).toContain('ThreadingModel');
  });
});

describe('reg add and delete', () => {
  test('change what is state of the machine', async () => {
    const machine = simulate('healthy');
    const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\mpssvc';
    const ran = await machine.run('reg', 'add', key, '/v', 'Start', '/t', 'REG_DWORD', '/d', '4', '/f');
    expect(ran.exitCode).toBe(0);
    expect((await machine.line('sc qc mpssvc')).stdout).toMatch(/START_TYPE\s+: 4/);
  });

  test('need elevation below HKLM', async () => {
    const machine = simulate(makeWorld('vmware-leftover', (world) => (world.elevated = false)));
    expect((await machine.run('reg', 'delete', clsid, '/f')).exitCode).toBe(1);
    expect((await machine.run('reg', 'query', clsid)).exitCode).toBe(0);
  });
});

describe('reg export and import', () => {
  test('keep a key through its deletion, in UTF-16LE with a byte order mark', async () => {
    const stateRoot = folder();
    const file = join(stateRoot, 'bridge.reg');
    const machine = simulate('vmware-leftover', { stateRoot });
    const before = (await machine.run('reg', 'query', clsid, '/s')).stdout;
    expect((await machine.run('reg', 'export', clsid, file, '/y')).exitCode).toBe(0);
    expect([...readFileSync(file).subarray(0, 4)]).toEqual([0xff, 0xfe, 0x57, 0x00]);
    expect((await machine.run('reg', 'delete', clsid, '/f')).exitCode).toBe(0);
    expect((await machine.run('reg', 'query', clsid)).exitCode).toBe(1);
    expect((await machine.run('reg', 'import', file)).exitCode).toBe(0);
    expect((await machine.run('reg', 'query', clsid, '/s')).stdout).toBe(before);
  });

  test('bring TCP/IP and Winsock settings back', async () => {
    const stateRoot = folder();
    const machine = simulate('healthy', { stateRoot });
    const before = structuredClone(machine.store.look());
    const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
    for (const name of ['Tcpip', 'WinSock2'])
      await machine.run(
        'reg',
        'export',
        `${services}\\${name}\\Parameters`,
        join(stateRoot, `${name}.reg`),
        '/y',
      );
    await machine.line('netsh int ip reset');
    await machine.line('netsh winsock reset');
    await machine.line('shutdown /r /t 0');
    expect(machine.store.look().winsock.providers).not.toEqual(before.winsock.providers);
    for (const name of ['Tcpip', 'WinSock2'])
      await machine.run('reg', 'import', join(stateRoot, `${name}.reg`));
    expect(machine.store.look().adapters).toEqual(before.adapters);
    expect(machine.store.look().winsock.providers).toEqual(before.winsock.providers);
  });

  test('write nowhere but in the state folder', async () => {
    const outside = join(folder(), 'x.reg');
    const ran = await simulate('healthy', { stateRoot: folder() }).run(
      'reg',
      'export',
      currentVersion,
      outside,
      '/y',
    );
    expect(ran.end.ended).toBe('not-started');
    expect(existsSync(outside)).toBe(false);
  });
});
