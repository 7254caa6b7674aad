import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Depth } from '../../src/domain/diagnosis.js';
import type { Host } from '../../src/host/host.js';
import { effectOf } from '../../src/host/commands.js';
import { openSimulatedHost } from '../../src/host/simulated/simulated-host.js';
import { sweepTestSwitchesScript, testSwitchScript } from '../../src/host/test-switch-scripts.js';
import { elevationProbe } from '../../src/probes/elevation.js';
import { runProbes } from '../../src/probes/run-probes.js';
import { servicesProbe } from '../../src/probes/services.js';
import { Skip } from '../../src/probes/probe.js';
import { parseTestSwitch, sweepTestSwitches, testSwitchProbe } from '../../src/probes/test-switch.js';

const live = () => new AbortController().signal;

async function open(world: string) {
  const stateRoot = mkdtempSync(join(tmpdir(), 'wsl-netfix-switch-'));
  onTestFinished(() => {
    rmSync(stateRoot, { recursive: true, force: true });
  });
  return openSimulatedHost({ world, pace: 'instant', stateRoot });
}

async function look(host: Host, depth: Depth = 'test-switch') {
  const probes = [elevationProbe, servicesProbe, testSwitchProbe];
  const run = await runProbes({ host, probes, signal: live(), depth });
  return { result: run.results[2]?.result, fact: run.facts.testSwitch, findings: run.findings };
}

test('it is made only when it was asked for', async () => {
  const host = await open('unknown-80041002');
  const commands: string[] = [];
  host.onLog((event) => {
    if (event.type === 'started') commands.push(event.title);
  });
  expect((await look(host, 'deeper')).result).toMatchObject({ reason: { code: 'asked-for-only' } });
  expect(commands.some((title) => title.includes('powershell'))).toBe(false);
});

test('the fault shows without WSL, by the code in the error', async () => {
  const { fact, findings } = await look(await open('unknown-80041002'));
  expect(fact).toMatchObject({ outcome: 'failed', hresult: '0x80041002', removed: true });
  expect(findings.map(({ id }) => id)).toContain('test-switch-failed');
});

test('where it can be made it is removed again, and no note of it is left', async () => {
  const host = await open('healthy');
  const before = structuredClone(host.world.hnsNetworks);
  const { fact, findings } = await look(host);
  expect(fact).toMatchObject({ outcome: 'created', removed: true });
  expect(findings.filter(({ probe }) => probe === 'test-switch').map(({ id }) => id)).not.toContain(
    'test-switch-left',
  );
  expect(host.world.hnsNetworks).toEqual(before);
  expect(await host.state.list('test-switches')).toEqual([]);
});

test('Home has no such cmdlets, which is no fault', async () => {
  const { result } = await look(await open('home-vmware-zh'));
  expect(result).toMatchObject({ status: 'skipped', reason: { code: 'not-on-this-edition' } });
  const missing = JSON.stringify({
    created: false,
    removed: true,
    errorId: 'CommandNotFoundException',
    codes: [],
  });
  expect(parseTestSwitch(missing, 'wslnetfix-00000000')).toBeInstanceOf(Skip);
});

test('its name is noted before it is made, and stays noted where nobody saw it removed', async () => {
  const host = await open('healthy');
  const killed: Host = {
    ...host,
    async run(command, options) {
      if (!command.file.endsWith('powershell.exe')) return host.run(command, options);
      const noted = await host.state.list('test-switches');
      expect(noted).toEqual([expect.stringMatching(/^wslnetfix-[0-9a-f]{8}$/)]);
      const empty = new Uint8Array();
      return {
        ended: 'timed-out',
        exitCode: null,
        stdout: '',
        stderr: '',
        stdoutBytes: empty,
        stderrBytes: empty,
        durationMs: 1,
      };
    },
  };
  expect((await look(killed)).result).toMatchObject({ status: 'timed-out' });
  expect(await host.state.list('test-switches')).toHaveLength(1);
});

test('the next start sweeps what was noted, and runs nothing where nothing was', async () => {
  const host = await open('healthy');
  const titles: string[] = [];
  host.onLog((event) => {
    if (event.type === 'started') titles.push(event.title);
  });
  expect(await sweepTestSwitches(host, live())).toBe(true);
  expect(titles).toEqual([]);
  await host.state.write('test-switches/wslnetfix-0a1b2c3d', 'x');
  host.world.hnsNetworks.push({
    id: '',
    name: 'wslnetfix-0a1b2c3d',
    type: 'Internal',
    switchName: 'wslnetfix-0a1b2c3d',
    persistent: true,
  });
  expect(await sweepTestSwitches(host, live())).toBe(true);
  expect(host.world.hnsNetworks.some(({ name }) => name.startsWith('wslnetfix-'))).toBe(false);
  expect(await host.state.list('test-switches')).toEqual([]);
});

test('its scripts are known by their effect; a name that is none of ours makes no script', () => {
  expect(effectOf('powershell', [testSwitchScript('wslnetfix-0a1b2c3d')])).toBe('disruptive');
  expect(effectOf('powershell', [sweepTestSwitchesScript])).toBe('disruptive');
  expect(effectOf('powershell', ['Remove-VMSwitch -Name x'])).toBe('destructive');
  expect(() => testSwitchScript("x'; Remove-Item C:\\")).toThrow(/Not a name/);
});
