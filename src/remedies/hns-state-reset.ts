import { makeCommand } from '../host/commands.js';
import { firstRefusal, needsEnabled, needsFact, needsService, needsWsl } from './refusals.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';
import { stillToDo } from './rest-of-plan.js';
import { removeKey, saveKey } from './saved-key.js';
import { serviceCycle } from './service-cycle.js';
import { shutWslDown } from './shut-wsl-down.js';

/** Where newer Windows keeps what HNS remembers (case wsl-12909); `HNS.data` was before WSL 2. */
const stateKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\hns\\State';
const backup = 'hns-state.reg';

/** Makes HNS forget every network and port that it remembers. */
export const hnsStateReset = {
  id: 'hns-state-reset',
  effect: 'destructive',
  undo: 'exact',
  needs: ['elevation', 'restart'],
  seconds: 45,
  reads: ['wsl', 'distros', 'elevation', 'services'],
  otherwise: 'seldom-helps',
  refusal: (facts) =>
    firstRefusal(
      facts,
      needsWsl,
      needsFact('services', 'services'),
      needsService('hns'),
      needsEnabled('hns'),
    ),
  plan: planReset,
} as const satisfies Remedy;

function planReset(context: PlanContext): PlanDraft {
  const { facts, paths } = context;
  const { stops, starts, promises } = serviceCycle(context, ['hns']);
  const stopHns = makeCommand(paths, 'net', ['stop', 'hns', '/y']);
  const cleared = stillToDo(context, [
    removeKey(paths, {
      id: 'clear-hns-state',
      key: stateKey,
      backup,
      text: {
        key: 'clear-hns-state',
        data: { networks: (facts.hnsNetworks?.networks ?? []).map(({ name }) => name) },
      },
      confirmation: 'typed-word',
      // A running HNS would write over what is brought back. It is started again when the services are settled.
      beforeImport: [
        {
          kind: 'run',
          command: stopHns,
          unless: { kind: 'service-state', service: 'hns', state: 'stopped' },
        },
      ],
    }),
  ]);
  const before = [
    shutWslDown(facts, paths),
    ...stillToDo(context, [saveKey(paths, 'save-hns-state', stateKey, backup)]),
    ...stops,
  ];
  return {
    steps: [...(cleared.length === 0 ? [] : before), ...cleared, ...starts],
    services: promises,
    memory: { staysChanged: ['hns-networks', 'boot-time'] },
  };
}
