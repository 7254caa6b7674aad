import type { Facts } from '../domain/facts.js';
import type { NetNatFact } from '../domain/network-facts.js';
import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import { ipv4Prefix, netNatName, newNetNatScript, removeNetNatScript } from '../host/powershell-scripts.js';
import { firstRefusal, needsFact, refuseUnknownTarget } from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';
import { shutWslDown } from './shut-wsl-down.js';

type NetNat = NetNatFact['networks'][number];

/** Windows has room for one NAT network; one that somebody made stands in the way of WSL's (microsoft/WSL#7998). */
export const netnatRemove = {
  id: 'netnat-remove',
  effect: 'destructive',
  undo: 'equivalent',
  needs: ['elevation'],
  seconds: 20,
  reads: ['netNat', 'elevation', 'distros'],
  otherwise: 'not-for-this',
  reports: [{ code: '0x800700b7', cured: 1, failed: 0, sources: ['microsoft/WSL#7998'] }],
  targets: (facts) => networks(facts).map(({ name }) => name),
  withoutTarget: 'first',
  refusal: (facts, _paths, target) =>
    firstRefusal(
      facts,
      needsFact('netNat', 'netnat'),
      () =>
        refuseUnknownTarget(
          target,
          networks(facts).map(({ name }) => name),
        ),
      () => unusableName(facts, target ?? null),
    ),
  plan: (context) => ({
    steps: stepsOrRest(context, () => [
      shutWslDown(context.facts, context.paths),
      ...aimedAt(context.facts, context.target).map((each) => removeStep(context, each)),
    ]),
  }),
} as const satisfies Remedy;

const networks = ({ netNat }: Facts): readonly NetNat[] => netNat?.networks ?? [];

const aimedAt = (facts: Facts, target: string | null): readonly NetNat[] => {
  const wanted = target ?? networks(facts)[0]?.name;
  return networks(facts).filter(({ name }) => name.toLowerCase() === wanted?.toLowerCase());
};

/** It could not be made again by us, and its name could hold anything. */
function unusableName(facts: Facts, target: string | null) {
  const bad = aimedAt(facts, target).find(
    ({ name, prefix }) => !netNatName.test(name) || !ipv4Prefix.test(prefix),
  );
  return bad === undefined ? null : ({ code: 'unusable-name', name: bad.name } as const);
}

function removeStep({ paths }: PlanContext, { name, prefix }: NetNat): Step {
  const command = makeCommand(paths, 'powershell', [removeNetNatScript(name)]);
  return {
    id: 'remove-netnat',
    text: { key: 'remove-netnat', data: { name, prefix } },
    effect: command.effect,
    actions: [{ kind: 'run', command, unless: { kind: 'netnat', name, exists: false } }],
    checks: [{ kind: 'netnat', name, exists: false }],
    undo: {
      kind: 'equivalent',
      actions: [
        {
          kind: 'run',
          command: makeCommand(paths, 'powershell', [newNetNatScript(name, prefix)]),
          unless: { kind: 'netnat', name, exists: true },
        },
      ],
    },
    confirmation: 'typed-word',
  };
}
