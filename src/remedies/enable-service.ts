import { findService, type Facts, type StartType } from '../domain/facts.js';
import type { ServiceName } from '../domain/ids.js';
import type { Command, MachinePaths } from '../host/host.js';
import { makeCommand } from '../host/commands.js';
import type { ServicePromise, Step } from '../domain/plan.js';
import { firstRefusal, needsFact, refuseUnknownTarget } from './refusals.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';
import { startService } from './service-steps.js';

/**
 * Services that WSL's network stands on, with the start type that Windows ships (commands.md R5; tagged there for hns,
 * vmcompute and SharedAccess, else unverified). What others stand on comes first.
 */
const shippedStartTypes: Readonly<Record<ServiceName, 'automatic' | 'manual'>> = {
  RpcEptMapper: 'automatic',
  nsi: 'automatic',
  EventLog: 'automatic',
  winmgmt: 'automatic',
  BFE: 'automatic',
  mpssvc: 'automatic',
  Dhcp: 'automatic',
  iphlpsvc: 'automatic',
  NetSetupSvc: 'manual',
  DeviceInstall: 'manual',
  SharedAccess: 'manual',
  nvagent: 'manual',
  hvhost: 'manual',
  hns: 'manual',
  vmcompute: 'manual',
  vmms: 'automatic',
  LxssManager: 'manual',
  WSLService: 'automatic',
};

/** They refuse `sc config` even to administrators; the registry's value counts from the next start of Windows on (commands.md R5). */
const throughRegistry: ReadonlySet<ServiceName> = new Set(['mpssvc', 'BFE', 'RpcEptMapper']);

/** Gives a disabled service the start type that Windows ships it with. */
export const enableService = {
  id: 'enable-service',
  effect: 'destructive',
  undo: 'exact',
  needs: ['elevation'],
  seconds: 15,
  reads: ['services', 'elevation'],
  otherwise: 'not-for-this',
  reports: [
    { code: '0x80070422', cured: 2, failed: 0, sources: ['microsoft/WSL#11501', 'microsoft/WSL#11273'] },
  ],
  targets: disabledServices,
  withoutTarget: 'all',
  refusal: (facts, _paths, target) =>
    firstRefusal(facts, needsFact('services', 'services'), () =>
      refuseUnknownTarget(target, disabledServices(facts)),
    ),
  plan: planServices,
} as const satisfies Remedy;

/** Of those in the table, in its order. */
function disabledServices(facts: Facts): readonly ServiceName[] {
  return Object.keys(shippedStartTypes).filter((name) => findService(facts, name)?.startType === 'disabled');
}

function planServices(context: PlanContext): PlanDraft {
  const { facts, paths, target, earlier } = context;
  const wanted = disabledServices(facts).filter(
    (name) => target === null || name.toLowerCase() === target.toLowerCase(),
  );
  const steps = stepsOrRest(context, () => [
    ...wanted.map((service) => enableStep(paths, service, facts)),
    ...wanted.filter(startsNow).map((service) => startService(paths, service)),
  ]);
  const promises = wanted.filter(maybeStopped).map((service): ServicePromise => {
    return { service, before: findService(facts, service)?.state ?? 'stopped', goal: 'running' };
  });
  const restart = earlier?.plan.restart ?? wanted.some((name) => throughRegistry.has(name));
  return {
    steps,
    services: earlier?.plan.services ?? promises,
    memory: { staysChanged: restart ? ['boot-time'] : [] },
    restart,
  };
}

/** Others start when they are called for. */
const startsNow = (service: ServiceName): boolean =>
  shippedStartTypes[service] === 'automatic' && !throughRegistry.has(service);

/** Stopping connection sharing can bring Windows down (microsoft/WSL#6646): an undo leaves it running until the next restart. */
const maybeStopped = (service: ServiceName): boolean =>
  service !== 'SharedAccess' && !throughRegistry.has(service);

function enableStep(paths: MachinePaths, service: ServiceName, facts: Facts): Step {
  const startType = shippedStartTypes[service] ?? 'manual';
  const before: StartType = findService(facts, service)?.startType ?? 'disabled';
  const command = startTypeCommand(paths, service, startType);
  return {
    id: `enable-${service.toLowerCase()}`,
    text: { key: 'set-start-type', data: { service, startType, before } },
    effect: command.effect,
    actions: [{ kind: 'run', command, unless: { kind: 'start-type', service, startType } }],
    checks: [{ kind: 'start-type', service, startType }],
    undo: {
      kind: 'exact',
      actions: [
        {
          kind: 'run',
          command: startTypeCommand(paths, service, before),
          unless: { kind: 'start-type', service, startType: before },
        },
      ],
    },
    confirmation: 'answer',
  };
}

const configWords: Readonly<Record<StartType, string>> = {
  boot: 'boot',
  system: 'system',
  automatic: 'auto',
  manual: 'demand',
  disabled: 'disabled',
};
const registryNumbers: readonly StartType[] = ['boot', 'system', 'automatic', 'manual', 'disabled'];

function startTypeCommand(paths: MachinePaths, service: ServiceName, startType: StartType): Command {
  if (!throughRegistry.has(service)) {
    return makeCommand(paths, 'sc', ['config', service, 'start=', configWords[startType]]);
  }
  const key = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service}`;
  const number = `${registryNumbers.indexOf(startType)}`;
  return makeCommand(paths, 'reg', ['add', key, '/v', 'Start', '/t', 'REG_DWORD', '/d', number, '/f']);
}
