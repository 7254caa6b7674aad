import type { RefusalReason } from '../domain/diagnosis.js';
import type { Facts } from '../domain/facts.js';
import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import { refuseDocker } from './distro-rescue.js';
import {
  firstRefusal,
  needsFact,
  needsOwnDistros,
  needsWsl,
  needsWsl1,
  refuseUnknownTarget,
  type Refusal,
} from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import {
  exportStep,
  failsBeforeNetwork,
  ownDistros,
  refuseFullDisk,
  roomNeeded,
  withoutNetwork,
} from './rescue-steps.js';
import { wslconfigPath } from './wslconfig-mode.js';

/** WSL 1 shares the network of Windows and needs no switch. What the author of microsoft/WSL#12019 ended with. */
export const wsl1Convert = {
  id: 'wsl1-convert',
  effect: 'destructive',
  undo: 'equivalent',
  needs: [],
  seconds: 900,
  reads: [
    'wsl',
    'distros',
    'wslconfig',
    'profileOwner',
    'wslStart',
    'optionalFeatures',
    'policies',
    'storage',
  ],
  otherwise: 'works-around',
  costsData: true,
  reports: [{ code: '0x80041002', cured: 1, failed: 0, sources: ['microsoft/WSL#12019'] }],
  inputs: (paths) => [wslconfigPath(paths)],
  targets: (facts) => ownDistros(facts).map(({ name }) => name),
  withoutTarget: 'first',
  refusal: (facts, _paths, target) =>
    firstRefusal(
      facts,
      needsFact('wsl', 'wsl'),
      needsWsl,
      needsFact('distros', 'distros'),
      needsOwnDistros,
      needsWsl1,
      () => refuseDocker(target),
      () =>
        refuseUnknownTarget(
          target,
          ownDistros(facts).map(({ name }) => name),
        ),
      cannotStart,
      (known) => refuseNoRoom(known, target ?? null),
    ),
  plan: (context) => ({ steps: steps(context), memory: { staysChanged: ['distro-format'] } }),
} as const satisfies Remedy;

/** The WSL of Windows cannot be told to start without a network; another that fails before its network would fail so, too. */
const cannotStart: Refusal = (facts) => {
  if (!failsBeforeNetwork(facts)) return null;
  return facts.wsl?.flavour === 'inbox' ? { code: 'needs-store-wsl' } : { code: 'wsl-does-not-start' };
};

/** The export and the folder of WSL 1 lie beside the virtual disk until that is deleted (commands.md R4). */
function refuseNoRoom(facts: Facts, target: string | null): RefusalReason | null {
  const distro = target ?? ownDistros(facts)[0]?.name;
  const needed = distro === undefined ? null : roomNeeded(facts, [distro]);
  return refuseFullDisk(facts, needed === null ? null : 2 * needed);
}

/** The export comes first: the conversion deletes the virtual disk once it is done (commands.md R4). */
function steps(context: PlanContext): readonly Step[] {
  const distro = context.target ?? ownDistros(context.facts)[0]?.name;
  if (distro === undefined) return [];
  const known = context.facts.distros?.distros.find(
    ({ name }) => name.toLowerCase() === distro.toLowerCase(),
  );
  const name = known?.name ?? distro;
  return withoutNetwork(context, [exportStep(context, name), convertStep(context, name)]);
}

function convertStep({ paths }: PlanContext, distro: string): Step {
  const convert = (version: 1 | 2) =>
    makeCommand(paths, 'wsl', ['--set-version', distro, `${version}`], { timeoutMs: 12 * 60 * 60_000 });
  const command = convert(1);
  const check = (version: 1 | 2) => ({ kind: 'distro-version', distro, version }) as const;
  return {
    id: 'convert-distro',
    text: { key: 'convert-distro', data: { distro } },
    effect: command.effect,
    actions: [{ kind: 'run', command, unless: check(1) }],
    checks: [check(1)],
    undo: { kind: 'equivalent', actions: [{ kind: 'run', command: convert(2), unless: check(2) }] },
    confirmation: 'typed-word',
  };
}
