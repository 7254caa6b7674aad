import { findService, type AdapterConfiguration } from '../domain/facts.js';
import type { ServiceName } from '../domain/ids.js';
import type { ServicePromise, Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { MachinePaths } from '../host/host.js';
import { isSetByHand } from './adapter-settings.js';
import { giveAddressesBack, settingCommands } from './give-address-back.js';
import { firstRefusal, needsElevation, needsFact, needsService, needsWsl } from './refusals.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';
import { saveNetworkSettings } from './save-network-settings.js';
import { runningDependents, startService, stopService } from './service-steps.js';
import { shutWslDown } from './shut-wsl-down.js';

const stopped: readonly ServiceName[] = ['hns', 'vmcompute'];

/** The classic sequence of commands.md R7. No report says that it cured 0x80041002; it does cure faults of layered providers. */
export const resetNetworkStack = {
  id: 'reset-network-stack',
  effect: 'destructive',
  undo: 'none',
  needs: ['elevation', 'restart'],
  seconds: 60,
  reads: ['wsl', 'distros', 'elevation', 'services', 'networkConfiguration'],
  otherwise: 'seldom-helps',
  refusal: (facts) =>
    firstRefusal(
      facts,
      needsWsl,
      needsElevation,
      needsFact('services', 'services'),
      ...stopped.map(needsService),
      needsFact('networkConfiguration', 'network-configuration'),
    ),
  plan: planReset,
  planAfterRestart: ({ facts, paths }, before) => ({
    steps: giveAddressesBack(before.memory.adapters, facts, paths),
    memory: before.memory,
  }),
} as const satisfies Remedy;

function planReset(context: PlanContext): PlanDraft {
  const { facts, paths, earlier } = context;
  const promises = servicePromises(context);
  const adapters =
    earlier?.plan.memory.adapters ?? (facts.networkConfiguration?.adapters ?? []).filter(isSetByHand);
  const isLeft = (step: Step) => earlier?.done.has(step.id) !== true;
  const resets = [resetTcpip(context, adapters), resetWinsock(paths)].filter(isLeft);
  const dependents = promises.map(({ service }) => service).filter((service) => !stopped.includes(service));
  return {
    steps: [
      // What was interrupted after the last reset only has services to start.
      ...(resets.length === 0 ? [] : stepsBefore(context)),
      ...resets,
      ...['vmcompute', 'hns', ...dependents].map((service) => startService(paths, service)),
    ],
    services: promises,
    memory: { adapters, staysChanged: ['tcpip', 'winsock', 'boot-time'] },
  };
}

function stepsBefore(context: PlanContext): readonly Step[] {
  const { facts, paths, earlier } = context;
  const confirmation = facts.elevation?.remoteSession === true ? 'typed-word' : 'answer';
  return [
    shutWslDown(facts, paths),
    ...(earlier?.done.has('save-network-settings') === true ? [] : [saveNetworkSettings(context)]),
    ...stopped.map((service) => stopService(paths, service, dependentsOf(context, service), confirmation)),
  ];
}

/** Those of the two themselves have steps of their own. */
function dependentsOf({ facts }: PlanContext, service: ServiceName): readonly ServiceName[] {
  return runningDependents(facts, service).filter((name) => !stopped.includes(name.toLowerCase()));
}

/**
 * The two services and what runs on them, in the order in which they start. A session that goes on keeps the states
 * recorded before its first command: now they may be stopped because of us.
 */
function servicePromises(context: PlanContext): readonly ServicePromise[] {
  const promises = new Map<ServiceName, ServicePromise>();
  for (const service of stopped) {
    const before = findService(context.facts, service)?.state ?? 'stopped';
    promises.set(service, { service, before, goal: 'running' });
  }
  for (const promise of context.earlier?.plan.services ?? []) promises.set(promise.service, promise);
  for (const service of stopped.flatMap((name) => [...dependentsOf(context, name)].reverse())) {
    if (!promises.has(service)) promises.set(service, { service, before: 'running', goal: 'running' });
  }
  return [...promises.values()];
}

function resetTcpip({ facts, paths }: PlanContext, adapters: readonly AdapterConfiguration[]): Step {
  const command = makeCommand(paths, 'netsh', ['int', 'ip', 'reset']);
  return {
    id: 'reset-tcpip',
    text: { key: 'reset-tcpip', data: { staticAdapters: adapters.map(({ name }) => name) } },
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    // It exits with 1 on healthy machines too (one "Access is denied"); what it did shows after the restart.
    checks: [{ kind: 'exit-code', allowed: [0, 1] }],
    undo: {
      kind: adapters.length === 0 ? 'none' : 'equivalent',
      actions: adapters.flatMap((adapter) => settingCommands(withIndexOf(facts, adapter), undefined, paths)),
    },
    confirmation: 'typed-word',
  };
}

function withIndexOf(facts: PlanContext['facts'], adapter: AdapterConfiguration): AdapterConfiguration {
  const now = facts.networkConfiguration?.adapters.find(
    ({ interfaceGuid }) => interfaceGuid === adapter.interfaceGuid,
  );
  return now === undefined ? adapter : { ...adapter, interfaceIndex: now.interfaceIndex };
}

function resetWinsock(paths: MachinePaths): Step {
  const command = makeCommand(paths, 'netsh', ['winsock', 'reset']);
  return {
    id: 'reset-winsock',
    text: { key: 'reset-winsock', data: {} },
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    checks: [{ kind: 'exit-code', allowed: [0] }],
    undo: { kind: 'none', actions: [] },
    confirmation: 'typed-word',
  };
}
