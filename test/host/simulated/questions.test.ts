import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '../../../src/host/host.js';
import { answerQuestion } from '../../../src/host/simulated/questions.js';
import { en } from '../../../src/host/simulated/texts/en.js';
import type { World } from '../../../src/host/simulated/world.js';
import { makeWorld, startOfTime } from './simulate.js';

const question = (id: string, elevation: Question['elevation'] = 'none'): Question => ({
  id,
  args: {},
  script: '',
  worker: 'shared',
  elevation,
  timeoutMs: 1000,
});

function ask(world: World | string, id: string, elevation?: Question['elevation']): Answer {
  const machine = typeof world === 'string' ? makeWorld(world) : world;
  return answerQuestion(machine, question(id, elevation), en, startOfTime);
}

const list = (answer: Answer): readonly unknown[] =>
  answer.ok && Array.isArray(answer.value) ? answer.value : [];

describe('questions', () => {
  test('about the switch service tell a machine without Hyper-V from one whose class is gone', () => {
    expect(ask('healthy', 'wmi-switch-service')).toEqual({
      ok: true,
      value: [{ Name: 'nvspwmi', Started: true }],
    });
    expect(ask('wmi-broken', 'wmi-switch-service')).toMatchObject({ ok: false, hresult: '0x80041010' });
    expect(ask('healthy-ja', 'wmi-switch-service')).toMatchObject({ ok: false, hresult: '0x8004100e' });
    const unelevated = makeWorld('healthy', (world) => (world.elevated = false));
    expect(ask(unelevated, 'wmi-switch-service', 'admin')).toMatchObject({
      ok: false,
      hresult: '0x80041003',
    });
  });

  test('about adapters show a port that Windows never finished, until the service may finish it', () => {
    const port = { ComponentID: 'vms_mp', Problem: 56 };
    expect(list(ask('network-setup-disabled', 'network-adapters'))).toContainEqual(
      expect.objectContaining(port),
    );
    const allowed = makeWorld('network-setup-disabled', ({ services }) => {
      for (const service of services) if (service.name === 'NetSetupSvc') service.startType = 'manual';
    });
    expect(list(ask(allowed, 'network-adapters'))).not.toContainEqual(expect.objectContaining(port));
  });

  test('about port 53 name a service only while it runs', () => {
    expect(list(ask('port-53-taken', 'port-53'))).toEqual([
      { LocalAddress: '0.0.0.0', OwningProcess: 3344, ProcessName: 'DnsService', ServiceName: 'DnsService' },
    ]);
    const stopped = makeWorld('port-53-taken', ({ services }) => {
      for (const service of services) if (service.name === 'DnsService') service.state = 'stopped';
    });
    expect(list(ask(stopped, 'port-53'))).toEqual([]);
  });

  test('about the processor say nothing of the firmware while the hypervisor runs', () => {
    const value = (id: string) => ask(id, 'hypervisor');
    expect(value('healthy')).toMatchObject({
      value: { HypervisorPresent: true, VirtualizationFirmwareEnabled: false },
    });
    expect(value('hypervisor-off-de')).toMatchObject({
      value: { HypervisorPresent: false, VirtualizationFirmwareEnabled: true },
    });
  });

  test('about the firewall and virtual machines fail where what answers them is missing', () => {
    expect(ask('firewall-off-zh', 'firewall-profiles')).toMatchObject({ ok: false, hresult: '0x800706d9' });
    expect(list(ask('healthy', 'firewall-profiles'))).toHaveLength(3);
    expect(ask('healthy-ja', 'virtual-machines')).toMatchObject({ errorId: 'CommandNotFoundException' });
    expect(list(ask('hyperv-damaged-ja', 'virtual-machines'))).toEqual([
      { Name: 'build-server', State: 'Running' },
    ]);
    expect(ask('ics-disabled-server', 'restore-points')).toMatchObject({ ok: false });
  });

  test('find no WMI where its service is disabled', () => {
    const world = makeWorld('healthy', ({ services }) => {
      for (const service of services) if (service.name === 'winmgmt') service.startType = 'disabled';
    });
    expect(ask(world, 'optional-features')).toMatchObject({ ok: false, hresult: '0x80070422' });
    expect(ask(world, 'adapter-bindings').ok).toBe(true);
  });

  test('are all refused under constrained language', () => {
    for (const id of ['events', 'hns-networks', 'optional-features', 'processes', 'nosuch'])
      expect(ask('constrained-language', id)).toEqual({ ok: false, reason: 'constrained-language' });
  });
});
