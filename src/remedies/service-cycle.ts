import { findService } from '../domain/facts.js';
import type { ServiceName } from '../domain/ids.js';
import type { ServicePromise, Step } from '../domain/plan.js';
import type { PlanContext } from './remedy.js';
import { runningDependents, startService, stopService } from './service-steps.js';

export interface ServiceCycle {
  /** Stops the services with everything that runs on them. */
  readonly stops: readonly Step[];
  /** Starts them again, the last stopped first, then what ran on them. */
  readonly starts: readonly Step[];
  readonly promises: readonly ServicePromise[];
}

/** Services that have to be down for a while. All of them, and what ran on them, run in the end. */
export function serviceCycle(context: PlanContext, services: readonly ServiceName[]): ServiceCycle {
  const { paths } = context;
  const promises = servicePromises(context, services);
  const dependents = promises.map(({ service }) => service).filter((name) => !has(services, name));
  return {
    stops: services.map((name) => stopService(paths, name, dependentsOf(context, name, services), 'answer')),
    starts: [...services.toReversed(), ...dependents].map((name) => startService(paths, name)),
    promises,
  };
}

/** Those of the services themselves have steps of their own. */
function dependentsOf(
  { facts }: PlanContext,
  service: ServiceName,
  services: readonly ServiceName[],
): readonly ServiceName[] {
  return runningDependents(facts, service).filter((name) => !has(services, name));
}

/**
 * The services and what runs on them, in the order in which they start. A session that goes on keeps the states recorded
 * before its first command: now they may be stopped because of us.
 */
function servicePromises(context: PlanContext, services: readonly ServiceName[]): readonly ServicePromise[] {
  const promises = new Map<ServiceName, ServicePromise>();
  for (const service of services) {
    const before = findService(context.facts, service)?.state ?? 'stopped';
    promises.set(service, { service, before, goal: 'running' });
  }
  for (const promise of context.earlier?.plan.services ?? []) promises.set(promise.service, promise);
  for (const service of services.flatMap((name) => [...dependentsOf(context, name, services)].reverse())) {
    if (!promises.has(service)) promises.set(service, { service, before: 'running', goal: 'running' });
  }
  return [...promises.values()];
}

const has = (services: readonly ServiceName[], name: ServiceName): boolean =>
  services.some((service) => service.toLowerCase() === name.toLowerCase());
