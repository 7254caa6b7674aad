import type { RefusalReason } from '../domain/diagnosis.js';
import type { Facts } from '../domain/facts.js';
import { isInTheWay, type PortOwner } from '../domain/network-facts.js';
import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import { firstRefusal, needsFact } from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import { stepsOrRest } from './rest-of-plan.js';
import { shutWslDown } from './shut-wsl-down.js';

/**
 * Stops the DNS service that holds UDP port 53 on every address, where connection sharing wants it (microsoft/WSL#10889).
 * It comes back with Windows. Windows' own svchost is never ended (causes.md section 6), nor any program that is no service.
 */
export const freePort53 = {
  id: 'free-port-53',
  effect: 'destructive',
  undo: 'exact',
  needs: ['elevation'],
  seconds: 15,
  reads: ['port53', 'elevation', 'distros'],
  otherwise: 'not-for-this',
  reports: [
    {
      code: '0xffffffff',
      cured: 3,
      failed: 0,
      sources: ['microsoft/WSL#10889', 'microsoft/WSL#10709', 'microsoft/WSL#4432'],
    },
  ],
  refusal: (facts) => firstRefusal(facts, needsFact('port53', 'port-53'), unstoppable),
  plan: (context) => ({
    steps: stepsOrRest(context, () => steps(context)),
    services: context.earlier?.plan.services ?? services(context.facts),
  }),
} as const satisfies Remedy;

/** Named, so that their person can close them. */
function unstoppable({ port53 }: Facts): RefusalReason | null {
  const owners = port53?.owners ?? [];
  const [first] = owners.filter(isInTheWay);
  if (first === undefined) {
    const windows = owners.find(({ process }) => process.toLowerCase() === 'svchost');
    return windows === undefined
      ? { code: 'nothing-to-do' }
      : { code: 'port-owner-is-windows', process: windows.process };
  }
  const closed = owners.filter(isInTheWay).find((owner) => serviceOf(owner) === null);
  return closed === undefined ? null : { code: 'port-owner', process: closed.process, pid: closed.pid };
}

/** A service's own program: one that Windows shares among many is not stopped. */
const serviceOf = ({ service, process }: PortOwner): string | null =>
  service !== undefined && /^[\w.-]{1,80}$/.test(service) && process.toLowerCase() !== 'svchost'
    ? service
    : null;

const ownersToStop = ({ port53 }: Facts) => {
  const found = new Map<string, string>();
  for (const owner of (port53?.owners ?? []).filter(isInTheWay)) {
    const service = serviceOf(owner);
    if (service !== null) found.set(service, owner.process);
  }
  return [...found].map(([service, process]) => ({ service, process }));
};

const services = (facts: Facts) =>
  ownersToStop(facts).map(({ service }) => ({ service, before: 'running', goal: 'stopped' }) as const);

function steps({ facts, paths }: PlanContext): readonly Step[] {
  return [
    shutWslDown(facts, paths),
    ...ownersToStop(facts).map(({ service, process }): Step => {
      // Without /y: what runs on it is not ours to stop, and then it refuses.
      const command = makeCommand(paths, 'net', ['stop', service]);
      return {
        id: `stop-${service.toLowerCase()}`,
        text: { key: 'stop-port-owner', data: { service, process } },
        effect: command.effect,
        actions: [{ kind: 'run', command, unless: { kind: 'service-state', service, state: 'stopped' } }],
        checks: [{ kind: 'service-state', service, state: 'stopped' }, { kind: 'port-53-free' }],
        undo: {
          kind: 'exact',
          actions: [
            {
              kind: 'run',
              command: makeCommand(paths, 'net', ['start', service]),
              unless: { kind: 'service-state', service, state: 'running' },
            },
          ],
        },
        confirmation: 'answer',
      };
    }),
  ];
}
