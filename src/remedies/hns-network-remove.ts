import type { Facts, HnsNetwork } from '../domain/facts.js';
import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import { removeWslNetworkScript, wslNetworkGuids, type WslNetworkGuid } from '../host/powershell-scripts.js';
import { firstRefusal, needsElevatedFact, needsWsl } from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';
import { shutWslDown } from './shut-wsl-down.js';

/** WSL's own network leaves HNS, and WSL makes it anew at its next start (commands.md R8). No other network is touched. */
export const hnsNetworkRemove = {
  id: 'hns-network-remove',
  effect: 'destructive',
  undo: 'equivalent',
  needs: ['elevation'],
  seconds: 20,
  reads: ['wsl', 'distros', 'elevation', 'hnsNetworks'],
  otherwise: 'not-for-this',
  refusal: (facts) =>
    firstRefusal(facts, needsWsl, needsElevatedFact('hnsNetworks', 'hns-networks'), (known) =>
      wslNetworks(known).length === 0 ? { code: 'nothing-to-do' } : null,
    ),
  plan: (context) => ({
    steps: stepsOrRest(context, () => [
      shutWslDown(context.facts, context.paths),
      ...wslNetworks(context.facts).map(({ guid, name }) => removeStep(context, guid, name)),
    ]),
    memory: { staysChanged: ['hns-networks'] },
  }),
} as const satisfies Remedy;

/** By GUID: anybody may call a network WSL. */
function wslNetworks({
  hnsNetworks,
}: Facts): readonly { readonly guid: WslNetworkGuid; readonly name: string }[] {
  return wslNetworkGuids.flatMap((guid) => {
    const network = hnsNetworks?.networks.find(({ id }: HnsNetwork) => id === guid);
    return network === undefined ? [] : [{ guid, name: network.name }];
  });
}

function removeStep({ paths }: PlanContext, guid: WslNetworkGuid, name: string): Step {
  const command = makeCommand(paths, 'powershell', [removeWslNetworkScript(guid)]);
  const gone = { kind: 'hns-network', id: guid, exists: false } as const;
  return {
    id: `remove-network-${guid.slice(0, 8).toLowerCase()}`,
    text: { key: 'remove-hns-network', data: { name } },
    effect: command.effect,
    actions: [{ kind: 'run', command, unless: gone }],
    checks: [gone],
    // WSL makes it whenever it starts and finds none.
    undo: { kind: 'equivalent', actions: [] },
    confirmation: 'answer',
  };
}
