import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import { cannotStartAtAll, refuseDocker } from './distro-rescue.js';
import {
  firstRefusal,
  needsFact,
  needsOwnDistros,
  needsWsl,
  refuseUnknownTarget,
  type Refusal,
} from './refusals.js';
import type { PlanContext, Remedy } from './remedy.js';
import { exportStep, ownDistros, withoutNetwork } from './rescue-steps.js';
import { wslconfigPath } from './wslconfig-mode.js';

/** WSL 1 shares the network of Windows and needs no switch. What the author of microsoft/WSL#12019 ended with. */
export const wsl1Convert = {
  id: 'wsl1-convert',
  effect: 'destructive',
  undo: 'equivalent',
  needs: [],
  seconds: 900,
  reads: ['wsl', 'distros', 'wslconfig', 'profileOwner', 'wslStart', 'optionalFeatures', 'policies'],
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
      ({ policies }) => (policies?.wsl1Allowed === false ? { code: 'forbidden-by-policy' } : null),
      needsWsl1Feature,
      () => refuseDocker(target),
      () =>
        refuseUnknownTarget(
          target,
          ownDistros(facts).map(({ name }) => name),
        ),
      cannotStartAtAll,
    ),
  plan: (context) => ({ steps: steps(context), memory: { staysChanged: ['distro-format'] } }),
} as const satisfies Remedy;

/** WSL 1 lives in this feature of Windows (microsoft/WSL#9503). */
const needsWsl1Feature: Refusal = ({ optionalFeatures }) =>
  optionalFeatures?.features['Microsoft-Windows-Subsystem-Linux'] === 'disabled'
    ? { code: 'feature-off', feature: 'Microsoft-Windows-Subsystem-Linux' }
    : null;

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
