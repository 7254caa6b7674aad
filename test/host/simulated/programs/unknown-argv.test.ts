import { expect, test } from 'vitest';
import { command, makeWorld, simulate } from '../simulate.js';

test.each([
  'net use',
  'net stop',
  'net stop hns vmcompute',
  'sc failure hns',
  'sc config hns start=demand',
  'sc query',
  'netsh advfirewall reset',
  'netsh interface ipv6 reset',
  'netsh interface ipv4 set address name=Ethernet colour=red',
  'reg copy HKLM\\A HKLM\\B',
  'reg delete HKLM\\SOFTWARE\\Classes\\X',
  'wsl --unregister Ubuntu',
  'wsl ls',
  'wsl -e sh -c reboot',
  'whoami /priv',
  'shutdown /s /t 0',
])('%s is not started, and nothing changes', async (line) => {
  const machine = simulate('healthy');
  const before = structuredClone({ ...machine.store.look(), wsl: null, due: null });
  const ran = await machine.line(line);
  expect(ran.end).toMatchObject({
    ended: 'not-started',
    startError: expect.stringContaining('practice world') as string,
  });
  const services = { ...machine.store.look(), wsl: null, due: null };
  expect({ ...services, hnsNetworks: before.hnsNetworks }).toEqual(before);
});

test('a program that the machine does not have is not started', async () => {
  const machine = simulate(makeWorld('healthy'));
  for (const file of ['C:\\Windows\\System32\\msiexec.exe', 'C:\\Windows\\net.exe', 'net.exe'])
    expect((await machine.start({ ...command('net', ['start', 'hns']), file })).end.ended).toBe(
      'not-started',
    );
});
