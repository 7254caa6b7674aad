import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/domain/facts.js';
import type { Plan } from '../../src/domain/plan.js';
import type { SessionSummary } from '../../src/journal/record.js';
import { makePlan, planRemainder } from '../../src/remedies/make-plan.js';
import { resetNetworkStack } from '../../src/remedies/reset-network-stack.js';
import { contextOf, ethernet, machine, paths, wifi } from './facts.js';

const linesOf = (plan: Plan) =>
  plan.steps.flatMap(({ actions }) =>
    actions.flatMap((action) =>
      action.kind === 'run'
        ? [[action.command.file.replace(/^.*\\/, ''), ...action.command.args].join(' ')]
        : [],
    ),
  );
const plan = makePlan(resetNetworkStack, contextOf());
const idsOf = ({ steps }: Plan) => steps.map(({ id }) => id);

describe('the reset sequence', () => {
  test('runs exactly these commands in exactly this order, and then Windows restarts', () => {
    expect(linesOf(plan)).toEqual([
      'wsl.exe --shutdown',
      'net.exe stop hns /y',
      'net.exe stop vmcompute /y',
      'netsh.exe int ip reset',
      'netsh.exe winsock reset',
      'net.exe start vmcompute',
      'net.exe start hns',
      'net.exe start nvagent',
      'net.exe start CmService',
      // Only where the reset took them away at once.
      'netsh.exe interface ipv4 set address name=7 source=static address=192.168.1.20 mask=255.255.255.0 gateway=192.168.1.1',
      'netsh.exe interface ipv4 add address name=7 address=10.0.0.5 mask=255.255.240.0',
      'netsh.exe interface ipv4 set dnsservers name=7 source=static address=192.168.1.1 register=primary validate=no',
      'netsh.exe interface ipv4 add dnsservers name=7 address=9.9.9.9 index=2 validate=no',
      'netsh.exe interface ipv4 set interface interface=7 metric=15',
    ]);
    expect(plan).toMatchObject({ restart: true, half: 'before-restart' });
  });

  test('saves everything that it takes away before the first stop', () => {
    expect(idsOf(plan).slice(0, 3)).toEqual(['shut-wsl-down', 'save-network-settings', 'stop-hns']);
    const saved = plan.steps[1]?.actions.map((action) => ('name' in action ? action.name : ''));
    expect(saved).toEqual([
      'netsh-interface-dump.txt',
      'winsock-catalog.txt',
      'tcpip.reg',
      'tcpip6.reg',
      'netbt.reg',
      'winsock2.reg',
      'network-configuration.json',
    ]);
    expect(plan.memory.adapters).toEqual([ethernet]);
  });

  test('has each destructive step confirmed, the network-wide ones by a typed word', () => {
    const destructive = plan.steps.filter(({ effect }) => effect === 'destructive');
    expect(destructive.map(({ id, confirmation }) => `${id} ${confirmation}`)).toEqual([
      'stop-hns answer',
      'stop-vmcompute answer',
      'reset-tcpip typed-word',
      'reset-winsock typed-word',
    ]);
  });

  test('asks for the typed word at every network step of a remote session', () => {
    const remote: Facts = { ...machine, elevation: { elevated: true, remoteSession: true } };
    const steps = makePlan(resetNetworkStack, contextOf(remote)).steps;
    expect(
      steps.filter(({ effect }) => effect === 'destructive').map(({ confirmation }) => confirmation),
    ).toEqual(Array(5).fill('typed-word'));
  });

  test('promises the services their states, and starts again what stopped along', () => {
    expect(plan.services).toEqual([
      { service: 'hns', before: 'running', goal: 'running' },
      { service: 'vmcompute', before: 'running', goal: 'running' },
      { service: 'nvagent', before: 'running', goal: 'running' },
      { service: 'CmService', before: 'running', goal: 'running' },
    ]);
    const stop = plan.steps.find(({ id }) => id === 'stop-hns');
    expect(stop?.undo.kind).toBe('exact');
    expect(stop?.undo.actions).toMatchObject([
      { command: { args: ['start', 'hns'] }, unless: { service: 'hns', state: 'running' } },
      { command: { args: ['start', 'nvagent'] } },
    ]);
  });

  test('says honestly which undo is exact, equivalent or none', () => {
    const undo = (id: string) => plan.steps.find((step) => step.id === id)?.undo.kind;
    expect([undo('reset-tcpip'), undo('reset-winsock')]).toEqual(['equivalent', 'none']);
    const leased: Facts = { ...machine, networkConfiguration: { adapters: [wifi] } };
    const without = makePlan(resetNetworkStack, contextOf(leased));
    expect(without.steps.find(({ id }) => id === 'reset-tcpip')?.undo).toEqual({ kind: 'none', actions: [] });
  });

  test('takes exit code 1 of netsh int ip reset for what it is', () => {
    expect(plan.steps.find(({ id }) => id === 'reset-tcpip')?.checks).toEqual([
      { kind: 'exit-code', allowed: [0, 1] },
    ]);
  });

  test.each([
    ['no hns', { services: { services: [] } }, { code: 'service-missing', service: 'hns' }],
    ['no WSL', { wsl: { flavour: 'none', version: null, kernel: null } }, { code: 'needs-wsl' }],
  ] satisfies readonly (readonly [string, Facts, unknown])[])('is refused with %s', (_, facts, reason) => {
    expect(resetNetworkStack.refusal({ ...machine, ...facts })).toEqual(reason);
  });

  test('is offered to a program that is not elevated: Windows is asked before it begins', () => {
    const facts: Facts = { ...machine, elevation: { elevated: false, remoteSession: false } };
    expect(resetNetworkStack.refusal(facts)).toBeNull();
    expect(resetNetworkStack.needs).toContain('elevation');
  });

  test('is refused where the addresses to save are not known', () => {
    const { elevation, wsl, services } = machine;
    const facts = { elevation, wsl, services } as Facts;
    expect(resetNetworkStack.refusal(facts)).toEqual({
      code: 'fact-missing',
      probe: 'network-configuration',
    });
  });
});

describe('after the restart', () => {
  const allDone: SessionSummary['steps'] = plan.steps.map(({ id }) => ({ step: id, outcome: 'done' }));
  const moved = { ...wifi, interfaceIndex: 23, interfaceGuid: ethernet.interfaceGuid, name: '以太网 2' };
  const half = (adapters: readonly (typeof ethernet)[]) =>
    planRemainder({
      remedy: resetNetworkStack,
      context: contextOf({ ...machine, networkConfiguration: { adapters } }),
      last: plan,
      steps: allDone,
      restarted: true,
    });

  test('a static address that is gone is given back, by the index of today', () => {
    const second = half([moved, wifi]);
    expect(second).toMatchObject({ half: 'after-restart', restart: false, memory: plan.memory });
    expect(linesOf(second)).toEqual([
      'netsh.exe interface ipv4 set address name=23 source=static address=192.168.1.20 mask=255.255.255.0 gateway=192.168.1.1',
      'netsh.exe interface ipv4 add address name=23 address=10.0.0.5 mask=255.255.240.0',
      'netsh.exe interface ipv4 set dnsservers name=23 source=static address=192.168.1.1 register=primary validate=no',
      'netsh.exe interface ipv4 add dnsservers name=23 address=9.9.9.9 index=2 validate=no',
      'netsh.exe interface ipv4 set interface interface=23 metric=15',
    ]);
    expect(second.steps[0]).toMatchObject({
      effect: 'disruptive',
      checks: [{ kind: 'adapter', adapter: { interfaceIndex: 23, addresses: ethernet.addresses } }],
    });
  });

  test('nothing is touched where nothing differs, whatever the adapter is called now', () => {
    expect(half([{ ...ethernet, name: 'LAN', interfaceIndex: 99 }]).steps).toEqual([]);
  });

  test('an adapter that is gone gets no commands and stays in memory, to be listed as lost', () => {
    const second = half([wifi]);
    expect(second.steps).toEqual([]);
    expect(second.memory.adapters).toEqual([ethernet]);
  });

  test('only what differs is set', () => {
    expect(linesOf(half([{ ...ethernet, metric: null }]))).toEqual([
      'netsh.exe interface ipv4 set interface interface=7 metric=15',
    ]);
  });
});

describe('an interrupted reset', () => {
  /** Everything before `id` done, `id` itself begun. */
  const interruptedAt = (id: string): SessionSummary['steps'] => {
    const at = plan.steps.findIndex((step) => step.id === id);
    return plan.steps.map((step, index) => ({
      step: step.id,
      outcome: index < at ? 'done' : index === at ? 'begun' : 'planned',
    }));
  };
  /** As the machine is then: services down, addresses already forgotten. */
  const now: Facts = {
    ...machine,
    services: {
      services: (machine.services?.services ?? []).map((service) => ({
        ...service,
        state: 'stopped',
        dependents: service.dependents.map(({ name }) => ({ name, state: 'stopped' })),
      })),
    },
    networkConfiguration: { adapters: [{ ...wifi, interfaceGuid: ethernet.interfaceGuid }, wifi] },
  };
  const rest = (id: string, restarted = false) =>
    planRemainder({
      remedy: resetNetworkStack,
      context: contextOf(now),
      last: plan,
      steps: interruptedAt(id),
      restarted,
    });

  test('repeats the command whose outcome nobody knows, not the one that is done', () => {
    expect(idsOf(rest('reset-winsock'))).toEqual([
      'shut-wsl-down',
      'stop-hns',
      'stop-vmcompute',
      'reset-winsock',
      'start-vmcompute',
      'start-hns',
      'start-nvagent',
      'start-cmservice',
      'keep-address-6e2f0a34',
    ]);
  });

  test('only starts services where both resets are done, and still restarts Windows', () => {
    const left = rest('start-vmcompute');
    expect(idsOf(left)).toEqual([
      ...['start-vmcompute', 'start-hns', 'start-nvagent', 'start-cmservice'],
      'keep-address-6e2f0a34',
    ]);
    expect(left.restart).toBe(true);
  });

  test('needs no second restart where Windows was restarted meanwhile', () => {
    const left = rest('start-vmcompute', true);
    expect(left.half).toBe('after-restart');
    expect(idsOf(left)).toEqual(['give-address-back-6e2f0a34']);
  });

  test('keeps what was recorded before the first command: adapters and service states', () => {
    const left = rest('reset-tcpip');
    expect(left.memory).toEqual(plan.memory);
    expect(left.services).toEqual(plan.services);
  });

  test('is gone on with once more after a second interruption, without repeating a reset', () => {
    const second = rest('start-vmcompute');
    const third = planRemainder({
      remedy: resetNetworkStack,
      context: contextOf(now),
      last: second,
      // Steps of the first plan, then those of the second.
      steps: [
        ...interruptedAt('start-vmcompute'),
        { step: 'start-vmcompute', outcome: 'done' },
        { step: 'start-hns', outcome: 'begun' },
        { step: 'start-nvagent', outcome: 'planned' },
      ],
      restarted: false,
    });
    expect(idsOf(third)).toEqual(idsOf(second));
    expect(third.services).toEqual(plan.services);
  });

  test('makes the whole way anew where a step was undone', () => {
    const undone = interruptedAt('start-hns').map(({ step }) => ({ step, outcome: 'undone' as const }));
    const left = planRemainder({
      remedy: resetNetworkStack,
      context: contextOf(now),
      last: plan,
      steps: undone,
      restarted: false,
    });
    expect(idsOf(left)).toEqual(idsOf(plan));
  });
});

test('the same machine gives the same plan, another one another hash', () => {
  expect(makePlan(resetNetworkStack, contextOf()).hash).toBe(plan.hash);
  const other = { ...contextOf(), paths: { ...paths, system32: 'D:\\Windows\\System32' } };
  expect(makePlan(resetNetworkStack, other).hash).not.toBe(plan.hash);
});
