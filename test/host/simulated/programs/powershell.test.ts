import { describe, expect, test } from 'vitest';
import type { World } from '../../../../src/host/simulated/world.js';
import { makeWorld, rawCommand, simulate, startOfTime } from '../simulate.js';

const preferences = "$ProgressPreference='SilentlyContinue'; $ErrorActionPreference='Stop'; ";

function script(machine: ReturnType<typeof simulate>, text: string) {
  const encoded = Buffer.from(preferences + text, 'utf16le').toString('base64');
  return machine.start(
    rawCommand('WindowsPowerShell\\v1.0\\powershell.exe', ['-NoProfile', '-EncodedCommand', encoded]),
  );
}
const on = (id: string, change?: (world: World) => void) => simulate(makeWorld(id, change));

const removeNetwork =
  "Get-HnsNetwork | Where-Object { $_.ID -eq '790E58B4-7939-4434-9358-89AE7DDBE87E' } | Remove-HnsNetwork";

describe('a script that changes the machine', () => {
  test('removes the network of WSL, which a running distro misses until its VM is made anew', async () => {
    const machine = on('healthy');
    await machine.run('wsl', '-e', 'true');
    expect((await script(machine, removeNetwork)).exitCode).toBe(0);
    expect(machine.store.look().hnsNetworks.map(({ name }) => name)).toEqual(['Default Switch']);
    expect((await machine.run('wsl', '-e', 'getent', 'hosts', 'bing.com')).exitCode).toBe(2);
    await machine.line('wsl --shutdown');
    expect((await machine.run('wsl', '-e', 'wslinfo', '--networking-mode')).stdout).toBe('nat\n');
  });

  test('fails with 1 and CLIXML while hns does not run', async () => {
    const ran = await script(on('hns-disabled-de'), removeNetwork);
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toMatch(/^#< CLIXML\r\n<Objs .*<S S="Error">/);
  });

  test('removes a NAT network and makes it again', async () => {
    const machine = on('netnat-leftover-ru');
    expect((await script(machine, "Remove-NetNat -Name 'LabNAT' -Confirm:$false")).exitCode).toBe(0);
    expect(machine.store.look().netNats).toEqual([]);
    expect((await script(machine, "Remove-NetNat -Name 'LabNAT' -Confirm:$false")).exitCode).toBe(1);
    const again = "New-NetNat -Name 'LabNAT' -InternalIPInterfaceAddressPrefix '172.20.0.0/16'";
    expect((await script(machine, again)).exitCode).toBe(0);
    expect(machine.store.look().netNats).toEqual([{ name: 'LabNAT', prefix: '172.20.0.0/16' }]);
  });

  test('needs elevation', async () => {
    const machine = on('netnat-leftover-ru', (world) => (world.elevated = false));
    expect((await script(machine, "Remove-NetNat -Name 'LabNAT' -Confirm:$false")).exitCode).toBe(1);
    expect(machine.store.look().netNats).toHaveLength(1);
  });

  test('that nobody knows is not started', async () => {
    expect((await script(on('healthy'), 'Remove-Item C:\\')).end.ended).toBe('not-started');
  });
});

describe('a restore point', () => {
  const create = "Checkpoint-Computer -Description 'wsl-netfix' -RestorePointType MODIFY_SETTINGS";
  const frequency =
    'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore|/v|SystemRestorePointCreationFrequency|/t|REG_DWORD|/d|0|/f';
  const newest = (machine: ReturnType<typeof simulate>) =>
    machine.store.look().restore.points.at(-1)?.sequence;

  test('is not made twice a day, and that is no error', async () => {
    const machine = on('healthy');
    expect((await script(machine, create)).exitCode).toBe(0);
    expect(newest(machine)).toBe(42);
    expect((await script(machine, create)).exitCode).toBe(0);
    expect(newest(machine)).toBe(42);
    await machine.run('reg', 'add', ...frequency.split('|'));
    await script(machine, create);
    expect(newest(machine)).toBe(43);
  });

  test('cannot be made where protection is off, nor on a server', async () => {
    const unprotected = on('healthy', ({ restore }) => (restore.protection = false));
    expect((await script(unprotected, create)).exitCode).toBe(1);
    expect((await script(on('ics-disabled-server'), create)).exitCode).toBe(1);
    expect(unprotected.store.look().restore.points.at(-1)?.timeMs).toBeLessThan(startOfTime);
  });
});
