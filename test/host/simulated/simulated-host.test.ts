import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/host/clock.js';
import type { LogEvent, Question } from '../../../src/host/host.js';
import { addEvent } from '../../../src/host/simulated/event-log.js';
import { type SimulatedHostOptions, openSimulatedHost } from '../../../src/host/simulated/simulated-host.js';
import { readStoredWorldId } from '../../../src/host/simulated/stored-world.js';
import type { StopPoint } from '../../../src/host/simulated/world.js';
import { command, folder, makeWorld, sleepingClock } from './simulate.js';

const open = (options: Partial<SimulatedHostOptions> = {}) =>
  openSimulatedHost({ world: 'healthy', pace: 'instant', stateRoot: join(folder(), 'state'), ...options });

const question = (id: string, rest: Partial<Question> = {}): Question => ({
  id,
  args: {},
  script: 'Get-Something',
  worker: 'shared',
  elevation: 'none',
  timeoutMs: 15_000,
  ...rest,
});

const vmms = 'Microsoft-Windows-Hyper-V-VMMS-Admin';

describe('a simulated host', () => {
  test('decodes what the machine prints, through the same runner as a real one', async () => {
    const host = await open({ world: 'classic-80041002-zh' });
    const ran = await host.run(command('net', ['stop', 'hns', '/y']));
    expect(ran).toMatchObject({ ended: 'exited', exitCode: 0 });
    expect(ran.stdout).toContain('主机网络服务 服务已成功停止。');
    expect((await host.run(command('wsl', ['--version']))).stdout).toContain('内核版本');
  });

  test('says that an unknown command was not started', async () => {
    const ran = await (await open()).run(command('net', ['use']));
    expect(ran).toMatchObject({ ended: 'not-started', exitCode: null });
    expect(ran.startError).toContain('net.exe use');
  });

  test('rejects an unknown world', async () => {
    await expect(open({ world: 'nosuch' })).rejects.toThrow(/no practice world named nosuch/);
  });

  test('leads a new process to the same machine', async () => {
    const worldState = folder();
    const host = await open({ worldState });
    expect(host.reopenArgs).toEqual([
      '--simulate',
      'healthy',
      '--world-state',
      worldState,
      '--pace',
      'instant',
    ]);
    expect((await open({ pace: 'quick' })).reopenArgs).toEqual(['--simulate', 'healthy']);
  });

  test('keeps the files of the machine under any spelling of their path', async () => {
    const host = await open();
    const path = `${host.paths.profile}\\.wslconfig`;
    expect(await host.files.read(path)).toBeUndefined();
    await host.files.write(path, new Uint8Array([1, 2, 255]));
    expect(await host.files.read(path.toUpperCase())).toEqual(new Uint8Array([1, 2, 255]));
    await host.files.remove(path.toLowerCase());
    expect(await host.files.exists(path)).toBe(false);
    expect(Object.keys(host.world.files).filter((each) => each.endsWith('.wslconfig'))).toEqual([]);
  });
});

describe('a world in a file', () => {
  test('is the same machine for every host, and what is due goes on without us', async () => {
    const worldState = folder();
    const clock = sleepingClock();
    const first = await open({ worldState, clock });
    // Not run to its end: the next host finds the service stopping.
    const spawnTime = clock.now();
    const world = structuredClone(first.world);
    for (const service of world.services) if (service.name === 'vmms') service.state = 'stop-pending';
    world.due.push({ kind: 'service', service: 'vmms', state: 'stopped', at: spawnTime + 2000 });
    writeFileSync(join(worldState, 'world.json'), JSON.stringify(world));
    const second = await open({ worldState, clock });
    expect(second.machineId).toBe(first.machineId);
    const state = () => second.world.services.find(({ name }) => name === 'vmms')?.state;
    expect(state()).toBe('stop-pending');
    clock.advance(2000);
    expect(state()).toBe('stopped');
    expect(readFileSync(join(worldState, 'world.json'), 'utf8')).toContain('"due": []');
  });

  test('carries changes of one host to another', async () => {
    const worldState = folder();
    const first = await open({ worldState });
    await first.run(command('net', ['stop', 'vmms']));
    const second = await open({ worldState });
    expect((await second.run(command('net', ['stop', 'vmms']))).exitCode).toBe(2);
    await second.restartMachine();
    expect((await first.run(command('net', ['start', 'vmms']))).exitCode).toBe(2);
  });

  test('that is damaged or of another world is refused with a clear message', async () => {
    const worldState = folder();
    writeFileSync(join(worldState, 'world.json'), '{"schema":"wsl-netfix/world/1","services":');
    await expect(open({ worldState })).rejects.toThrow(/world\.json is damaged/);
    const other = folder();
    await open({ worldState: other });
    await expect(open({ worldState: other, world: 'vmware-leftover' })).rejects.toThrow(
      /holds the world healthy/,
    );
  });

  test('without a file every host is a machine of its own', async () => {
    expect((await open()).machineId).not.toBe((await open()).machineId);
  });
});

describe('questions', () => {
  test('are shown in the PowerShell pane with their answer', async () => {
    const host = await open();
    const events: LogEvent[] = [];
    host.onLog((event) => events.push(event));
    await host.ask(question('hns-networks', { elevation: 'admin' }));
    await host.run(command('whoami', ['/user', '/fo', 'csv', '/nh']));
    expect(events[0]).toMatchObject({
      type: 'started',
      run: 1,
      pane: 'powershell',
      title: 'PowerShell: hns-networks',
    });
    expect(events[1]).toMatchObject({ type: 'line', run: 1, stream: 'stdout' });
    expect(events[2]).toMatchObject({ type: 'ended', run: 1, exitCode: 0 });
    expect(events[3]).toMatchObject({ type: 'started', run: 2 });
  });

  test('for events give the newest first, by log, age and id', async () => {
    const host = await open({ world: 'classic-80041002' });
    const args = { log: vmms, days: 7, max: 2, ids: '16000,15000' };
    const answer = await host.ask(question('events', { args }));
    expect(answer).toMatchObject({ ok: true, value: [{ id: 16000, level: 2 }, { id: 16000 }] });
    const { value } = answer as {
      value: { timeMs: number; message: string; xml: string; properties: string[] }[];
    };
    expect(value[0]?.timeMs).toBeGreaterThan(value[1]?.timeMs ?? Infinity);
    expect(value[0]?.message).toContain('(0x80041002)');
    expect(value[0]?.xml).toContain('<Data>0x80041002</Data>');
    expect(value[0]?.properties).toContain('0x80041002');
  });

  test('for events leave out those that are older than asked', async () => {
    const world = makeWorld('healthy', (made) => {
      for (const age of [1, 8]) {
        const timeMs = systemClock.now() - age * 86_400_000;
        addEvent(made, vmms, { id: 16000, level: 2, timeMs, provider: 'X', properties: [`${age}`] });
      }
    });
    const args = { log: vmms, days: 7, max: 10, ids: '16000' };
    const answer = await (await open({ world })).ask(question('events', { args }));
    expect(answer).toMatchObject({ ok: true, value: [{ properties: ['1'] }] });
    expect(answer).not.toHaveProperty('value.1');
  });

  test('for events tell an empty log from a missing one', async () => {
    const host = await open();
    const cmdlet = 'Microsoft.PowerShell.Commands.GetWinEventCommand';
    const ask = (log: string) =>
      host.ask(question('events', { args: { log, days: 7, max: 10, ids: '16000' } }));
    expect(await ask(vmms)).toMatchObject({
      ok: false,
      reason: 'error',
      errorId: `NoMatchingEventsFound,${cmdlet}`,
    });
    expect(await ask('No-Such-Log')).toMatchObject({ ok: false, errorId: `NoMatchingLogsFound,${cmdlet}` });
  });

  test('show adapters with leased addresses where DHCP gives them', async () => {
    expect(await (await open()).ask(question('network-configuration'))).toMatchObject({
      ok: true,
      value: [
        {
          InterfaceGuid: '{6E2F0A34-9C1B-4D3E-8A57-21C4B0D7F913}',
          InterfaceAlias: 'Ethernet',
          Dhcp: false,
          Addresses: [{ IPAddress: '192.168.1.20', PrefixLength: 24 }],
          Gateways: ['192.168.1.1'],
          NameServers: ['192.168.1.1', '9.9.9.9'],
          AutomaticMetric: true,
        },
        { InterfaceAlias: 'Wi-Fi', Dhcp: true, Addresses: [{ IPAddress: '192.168.1.77' }], NameServers: [] },
      ],
    });
  });

  test('that need elevation are denied without it, and unknown ones are unavailable', async () => {
    const host = await open({ world: makeWorld('healthy', (world) => (world.elevated = false)) });
    expect(await host.ask(question('hns-networks', { elevation: 'admin' }))).toMatchObject({
      ok: false,
      reason: 'error',
      errorId: 'System.UnauthorizedAccessException',
      hresult: '0x80070005',
    });
    expect(await host.ask(question('nosuch'))).toMatchObject({ ok: false, reason: 'unavailable' });
  });

  test('end when they are cancelled', async () => {
    const host = await open({ pace: 'real' });
    const signal = AbortSignal.abort();
    expect(await host.ask(question('port-53'), { signal })).toMatchObject({ ok: false, reason: 'cancelled' });
  });

  test('may hold an event with hostile text, of which nothing reaches the log', async () => {
    const hostile = 'a\u001b[2Jb\u001b]0;owned\u0007c\u202ed\rE';
    const world = makeWorld('healthy', (made) => {
      const timeMs = systemClock.now() - 1000;
      addEvent(made, vmms, {
        id: 16000,
        level: 2,
        timeMs,
        provider: 'X',
        properties: [hostile],
        message: hostile,
      });
    });
    const host = await open({ world });
    const seen: string[] = [];
    host.onLog((event) => {
      if (event.type === 'line') seen.push(event.text);
    });
    const args = { log: vmms, days: 7, max: 10, ids: '16000' };
    expect(await host.ask(question('events', { args }))).toMatchObject({ value: [{ message: hostile }] });
    expect(seen.join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});

describe('stop points', () => {
  const killed = async (point: StopPoint, ...args: readonly string[]) => {
    const worldState = folder();
    const world = makeWorld('healthy', (made) => (made.stopPoints = [point]));
    const kills: string[] = [];
    const kill = () => kills.push(readFileSync(join(worldState, 'world.json'), 'utf8'));
    const clock = sleepingClock();
    // A sleep that never ends by itself keeps the time limit of the runner out of the way.
    const host = await open({
      world,
      worldState,
      kill,
      pace: 'quick',
      clock: { ...clock, sleep: (ms) => (ms > 9000 ? new Promise(() => undefined) : clock.sleep(ms)) },
    });
    const [name = '', ...rest] = args;
    if (name === 'write')
      await host.files.write(`C:\\x\\${rest[0] ?? ''}`, new Uint8Array([1])).catch(() => undefined);
    else for (const line of args) await host.run(command('net', line.split(' ')));
    return { kills, world: host.world };
  };
  const stateIn = (json: string | undefined, name: string) => {
    const world = JSON.parse(json ?? '{}') as { services: { name: string; state: string }[] };
    return world.services.find((service) => service.name === name)?.state;
  };
  const match = 'net.exe stop hns';

  test('before: nothing has begun, and the point is marked in the file', async () => {
    const { kills } = await killed({ match, occurrence: 1, at: 'before' }, 'stop hns /y');
    expect(kills).toHaveLength(1);
    expect([stateIn(kills[0], 'hns'), stateIn(kills[0], 'nvagent')]).toEqual(['running', 'running']);
    expect(kills[0]).toContain('"consumed": true');
  });

  test('during: the service is STOP_PENDING', async () => {
    const { kills } = await killed({ match, occurrence: 1, at: 'during' }, 'stop hns /y');
    expect([stateIn(kills[0], 'hns'), stateIn(kills[0], 'nvagent')]).toEqual(['stop-pending', 'stopped']);
  });

  test('after: the effect is complete', async () => {
    const { kills } = await killed({ match, occurrence: 1, at: 'after' }, 'stop hns /y');
    expect(stateIn(kills[0], 'hns')).toBe('stopped');
  });

  test('count the runs that match, and strike once', async () => {
    const lines = ['stop hns /y', 'start hns', 'stop hns', 'start hns', 'stop hns', 'start hns'];
    const { kills, world } = await killed({ match, occurrence: 2, at: 'before' }, ...lines);
    expect(kills).toHaveLength(1);
    expect(world.stopPoints[0]).toMatchObject({ consumed: true });
  });

  test('strike at writes of machine files, which leave only a temporary file behind', async () => {
    const { kills } = await killed(
      { match: 'write C:\\x\\.wslconfig', occurrence: 1, at: 'during' },
      'write',
      '.wslconfig',
    );
    const { files } = JSON.parse(kills[0] ?? '{}') as { files: Record<string, string> };
    expect(Object.keys(files).filter((each) => each.startsWith('C:\\x'))).toEqual(['C:\\x\\.wslconfig.tmp']);
  });
});

test('a folder tells which world it holds', async () => {
  const worldState = folder();
  expect(await readStoredWorldId(worldState)).toBeNull();
  await open({ worldState, world: 'vmware-leftover' });
  expect(await readStoredWorldId(worldState)).toBe('vmware-leftover');
  writeFileSync(join(worldState, 'world.json'), '{}');
  await expect(readStoredWorldId(worldState)).rejects.toThrow(/damaged/);
});
