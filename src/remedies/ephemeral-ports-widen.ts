import type { Facts } from '../domain/facts.js';
import type { DynamicPorts } from '../domain/network-facts.js';
import type { Action, Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { MachinePaths } from '../host/host.js';
import { firstRefusal, needsFact } from './refusals.js';
import type { Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';

/** What Windows ships, for every family and protocol; mirrored mode wants 4096 ports in a row of them (microsoft/WSL#12351). */
const shipped = { start: 49152, count: 16384 };

export const ephemeralPortsWiden = {
  id: 'ephemeral-ports-widen',
  effect: 'destructive',
  undo: 'exact',
  needs: ['elevation', 'restart'],
  seconds: 10,
  reads: ['portRanges', 'elevation'],
  otherwise: 'not-for-this',
  reports: [{ code: '0x8007054f', cured: 1, failed: 0, sources: ['microsoft/WSL#12351'] }],
  refusal: (facts) =>
    firstRefusal(facts, needsFact('portRanges', 'port-ranges'), (known) =>
      narrowed(known).length === 0 ? { code: 'already-so' } : null,
    ),
  plan: (context) => ({
    steps: stepsOrRest(context, () => [widenStep(context.paths, narrowed(context.facts))]),
    memory: { staysChanged: ['boot-time'] },
  }),
} as const satisfies Remedy;

const narrowed = ({ portRanges }: Facts): readonly DynamicPorts[] =>
  (portRanges?.dynamic ?? []).filter(
    ({ start, count }) => start !== shipped.start || count !== shipped.count,
  );

function widenStep(paths: MachinePaths, before: readonly DynamicPorts[]): Step {
  const wanted = before.map((ports) => ({ ...ports, ...shipped }));
  return {
    id: 'widen-ports',
    text: { key: 'widen-ports', data: { ports: before } },
    effect: 'destructive',
    actions: wanted.map((ports) => setPorts(paths, ports)),
    checks: wanted.map((ports) => ({ kind: 'dynamic-ports', ports })),
    undo: { kind: 'exact', actions: before.map((ports) => setPorts(paths, ports)) },
    confirmation: 'answer',
  };
}

function setPorts(paths: MachinePaths, ports: DynamicPorts): Action {
  const { family, protocol, start, count } = ports;
  return {
    kind: 'run',
    command: makeCommand(paths, 'netsh', [
      'interface',
      family,
      'set',
      'dynamicport',
      protocol,
      `start=${start}`,
      `num=${count}`,
    ]),
    unless: { kind: 'dynamic-ports', ports },
  };
}
