import type { RefusalReason } from '../domain/diagnosis.js';
import type { Facts } from '../domain/facts.js';
import type { Step } from '../domain/plan.js';
import { firstRefusal, needsFact, needsOwnDistros, needsWsl, refuseUnknownTarget } from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import {
  copyStep,
  exportStep,
  failsBeforeNetwork,
  isDockers,
  ownDistros,
  refuseFullDisk,
  roomNeeded,
  whileDown,
  withoutNetwork,
} from './rescue-steps.js';
import { wslconfigPath } from './wslconfig-mode.js';

/** Copies distros out, as a file each. Nothing of WSL is changed in the end. */
export const distroRescue = {
  id: 'distro-rescue',
  effect: 'disruptive',
  undo: 'exact',
  needs: [],
  seconds: 600,
  reads: ['wsl', 'distros', 'wslconfig', 'profileOwner', 'wslStart', 'storage'],
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
      (known) => refuseCopies(known, target ?? null),
    ),
  plan: (context) => ({
    steps: steps(context),
    memory: { staysChanged: ['rescued-files'] },
  }),
} as const satisfies Remedy;

export function refuseDocker(target: string | null | undefined): RefusalReason | null {
  return target !== null && target !== undefined && isDockers(target)
    ? { code: 'docker-distro', distro: target }
    : null;
}

/** An export holds at most what the disk does, and mostly far less: it is warned of. A copy is as large as the disk. */
function refuseCopies(facts: Facts, target: string | null): RefusalReason | null {
  if (!failsBeforeNetwork(facts)) return refuseFullDisk(facts, 0);
  const missing = needsFact('storage', 'storage')(facts);
  const names = namesOf(facts, target);
  const isKnown = names.every((name) => facts.storage?.disks.some(({ distro }) => distro === name) === true);
  return (
    missing ?? (isKnown ? refuseFullDisk(facts, roomNeeded(facts, names)) : { code: 'wsl-does-not-start' })
  );
}

/** WSL exports what it can start, without a network if need be; else its virtual disks are copied while it is down. */
function steps(context: PlanContext): readonly Step[] {
  const { facts, target } = context;
  const names = namesOf(facts, target);
  return failsBeforeNetwork(facts)
    ? whileDown(context, () => names.flatMap((name) => copyStep(context, name)))
    : withoutNetwork(
        context,
        names.map((name) => exportStep(context, name)),
      );
}

function namesOf(facts: Facts, target: string | null): readonly string[] {
  const names = ownDistros(facts).map(({ name }) => name);
  return target === null ? names : names.filter((name) => name.toLowerCase() === target.toLowerCase());
}
