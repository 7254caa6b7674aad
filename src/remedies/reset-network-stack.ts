import type { AdapterConfiguration } from '../domain/facts.js';
import type { ServiceName } from '../domain/ids.js';
import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { MachinePaths } from '../host/host.js';
import { isSetByHand } from './adapter-settings.js';
import { giveAddressesBack, keepAddresses, settingCommands } from './give-address-back.js';
import { firstRefusal, needsEnabled, needsFact, needsService, needsWsl } from './refusals.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';
import { stillToDo } from './rest-of-plan.js';
import { saveNetworkSettings } from './save-network-settings.js';
import { serviceCycle } from './service-cycle.js';
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
  reports: [{ code: '0x8007054f', cured: 0, failed: 1, sources: ['microsoft/WSL#41228'] }],
  refusal: (facts) =>
    firstRefusal(
      facts,
      needsWsl,
      needsFact('services', 'services'),
      ...stopped.map(needsService),
      ...stopped.map(needsEnabled),
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
  const { stops, starts, promises } = serviceCycle(context, stopped);
  const adapters =
    earlier?.plan.memory.adapters ?? (facts.networkConfiguration?.adapters ?? []).filter(isSetByHand);
  const resets = stillToDo(context, [resetTcpip(context, adapters), resetWinsock(paths)]);
  const keeps = stillToDo(
    context,
    keepAddresses(
      adapters.map((adapter) => withIndexOf(facts, adapter)),
      paths,
    ),
  );
  const before = [shutWslDown(facts, paths), ...stillToDo(context, [saveNetworkSettings(context)]), ...stops];
  return {
    // What was interrupted after the last reset only has services to start.
    steps: [...(resets.length === 0 ? [] : before), ...resets, ...starts, ...keeps],
    services: promises,
    memory: { adapters, staysChanged: ['tcpip', 'winsock', 'boot-time'] },
  };
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
