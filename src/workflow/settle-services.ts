/**
 * Keeps the promise about services: each ends in its recorded prior state or in a plan's goal, however the program ends
 * (design.md section 7). It looks first, and starts or stops only what is neither.
 */
import type { ServiceState } from '../domain/facts.js';
import type { Action } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { Host } from '../host/host.js';
import type { MergedPromise } from '../journal/session-course.js';
import { isPending, settledState } from './check-state.js';

export interface SettleOptions {
  readonly promises: readonly MergedPromise[];
  /** `before`: a way back; the goal is accepted only where the prior state cannot be had. */
  readonly prefer: 'before' | 'either';
  /** Journals an action and does it. */
  readonly run: (action: Action) => Promise<void>;
}

/** A service that is neither as it was nor as a plan wanted it; `state` null: not installed any more. */
export interface UnsettledService {
  readonly service: string;
  readonly state: ServiceState | null;
  readonly wanted: ServiceState;
}

export async function settleServices(
  host: Host,
  options: SettleOptions,
): Promise<readonly UnsettledService[]> {
  let open = options.promises;
  // Again while it helps: a service stops only after those that depend on it.
  while (open.length > 0) {
    const left: MergedPromise[] = [];
    for (const promise of open) {
      if (!(await settle(host, promise, options))) left.push(promise);
    }
    if (left.length === open.length) break;
    open = left;
  }
  return findUnsettled(host, options.promises);
}

/** Looks only. */
export async function findUnsettled(
  host: Host,
  promises: readonly MergedPromise[],
): Promise<readonly UnsettledService[]> {
  const unsettled: UnsettledService[] = [];
  for (const promise of promises) {
    const state = await settledState(host, promise.service);
    const isKept = state !== null && keeps(promise, state);
    if (!isKept) unsettled.push({ service: promise.service, state, wanted: promise.before });
  }
  return unsettled;
}

async function settle(host: Host, promise: MergedPromise, { prefer, run }: SettleOptions): Promise<boolean> {
  const wanted = atRest(promise.before);
  const isSo = (state: ServiceState | null) =>
    state === wanted || (prefer === 'either' && state !== null && keeps(promise, state));
  const state = await settledState(host, promise.service);
  if (state === null || isSo(state)) return true;
  // It hangs: another command would only be refused.
  if (isPending(state)) return false;
  const action = actionTowards(host, promise.service, wanted);
  if (action === undefined) return false;
  await run(action);
  return isSo(await settledState(host, promise.service));
}

/**
 * Without `/y`: a service on which others still depend is not stopped under them. Windows starts by itself what a service
 * depends on.
 */
function actionTowards(host: Host, service: string, wanted: ServiceState): Action | undefined {
  if (wanted === 'paused') return undefined;
  const verb = wanted === 'running' ? 'start' : 'stop';
  return { kind: 'run', command: makeCommand(host.paths, 'net', [verb, service]) };
}

function keeps(promise: MergedPromise, state: ServiceState): boolean {
  return [promise.before, ...promise.goals].some((promised) => atRest(promised) === state);
}

/** Where a service that was on its way when it was looked at was going. */
export function atRest(state: ServiceState): 'running' | 'stopped' | 'paused' {
  switch (state) {
    case 'start-pending':
    case 'continue-pending':
    case 'running':
      return 'running';
    case 'stop-pending':
    case 'stopped':
      return 'stopped';
    case 'pause-pending':
    case 'paused':
      return 'paused';
  }
}
