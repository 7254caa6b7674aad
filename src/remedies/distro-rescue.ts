import type { RefusalReason } from '../domain/diagnosis.js';
import type { Facts } from '../domain/facts.js';
import { firstRefusal, needsFact, needsOwnDistros, needsWsl, refuseUnknownTarget } from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import { exportStep, isDockers, ownDistros, startFails, withoutNetwork } from './rescue-steps.js';
import { wslconfigPath } from './wslconfig-mode.js';

/** Copies distros out, as a file each. Nothing of WSL is changed in the end. */
export const distroRescue = {
  id: 'distro-rescue',
  effect: 'disruptive',
  undo: 'exact',
  needs: [],
  seconds: 600,
  reads: ['wsl', 'distros', 'wslconfig', 'profileOwner', 'wslStart'],
  otherwise: 'rescues-files',
  inputs: (paths) => [wslconfigPath(paths)],
  targets: (facts) => ownDistros(facts).map(({ name }) => name),
  withoutTarget: 'all',
  refusal: (facts, _paths, target) =>
    firstRefusal(
      facts,
      needsFact('wsl', 'wsl'),
      needsWsl,
      needsFact('distros', 'distros'),
      needsOwnDistros,
      () => refuseDocker(target),
      () =>
        refuseUnknownTarget(
          target,
          ownDistros(facts).map(({ name }) => name),
        ),
      cannotStartAtAll,
    ),
  plan: (context) => ({
    steps: withoutNetwork(
      context,
      chosen(context).map((distro) => exportStep(context, distro)),
    ),
    memory: { staysChanged: ['rescued-files'] },
  }),
} as const satisfies Remedy;

export function refuseDocker(target: string | null | undefined): RefusalReason | null {
  return target !== null && target !== undefined && isDockers(target)
    ? { code: 'docker-distro', distro: target }
    : null;
}

/** The WSL that is built into Windows cannot be told to start without a network, and copying needs it to start. */
export const cannotStartAtAll = (facts: Facts): RefusalReason | null =>
  facts.wsl?.flavour === 'inbox' && startFails(facts) ? { code: 'needs-store-wsl' } : null;

function chosen({ facts, target }: PlanContext): readonly string[] {
  const names = ownDistros(facts).map(({ name }) => name);
  return target === null ? names : names.filter((name) => name.toLowerCase() === target.toLowerCase());
}
