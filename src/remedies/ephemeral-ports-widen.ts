import type { Facts } from '../domain/facts.js';
import type { DynamicPorts, PortRange } from '../domain/network-facts.js';
import type { Action, Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { MachinePaths } from '../host/host.js';
import { firstRefusal, needsFact } from './refusals.js';
import type { Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';

/** What Windows ships, for every family and protocol. */
const shipped: Range = { start: 49152, count: 16384 };
/** The other range that helped where that one is cut to pieces (microsoft/WSL#12351). */
const wide: Range = { start: 1024, count: 43596 };
/** Mirrored mode wants this many ports in a row. */
const neededInARow = 4096;
type Range = Pick<DynamicPorts, 'start' | 'count'>;

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
    steps: stepsOrRest(context, () => [widenStep(context.paths, context.facts)]),
    memory: { staysChanged: ['boot-time'] },
  }),
} as const satisfies Remedy;

/** The ranges that are not as they should be. */
function narrowed(facts: Facts): readonly DynamicPorts[] {
  const wanted = wantedRange(facts);
  return (facts.portRanges?.dynamic ?? []).filter(
    ({ start, count }) => start !== wanted.start || count !== wanted.count,
  );
}

const wantedRange = ({ portRanges }: Facts): Range =>
  hasRoom(shipped, portRanges?.excluded ?? []) ? shipped : wide;

function hasRoom({ start, count }: Range, excluded: readonly PortRange[]): boolean {
  const taken = excluded.toSorted((left, right) => left.start - right.start);
  let free = start;
  for (const range of taken) {
    if (Math.min(range.start, start + count) - free >= neededInARow) return true;
    free = Math.max(free, range.end + 1);
  }
  return start + count - free >= neededInARow;
}

function widenStep(paths: MachinePaths, facts: Facts): Step {
  const before = narrowed(facts);
  const to = wantedRange(facts);
  const wanted = before.map((ports) => ({ ...ports, ...to }));
  return {
    id: 'widen-ports',
    text: { key: 'widen-ports', data: { ports: before, to } },
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
