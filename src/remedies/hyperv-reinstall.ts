import type { Facts } from '../domain/facts.js';
import type { Plan, Step } from '../domain/plan.js';
import type { FeatureName } from '../domain/system-facts.js';
import { makeCommand } from '../host/commands.js';
import { listSwitchesScript } from '../host/powershell-scripts.js';
import { checkFeatures, turnOff, turnOn } from './features.js';
import { firstRefusal, needsFact, needsNoPendingRestart } from './refusals.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';
import { stillToDo, stepsOrRest } from './rest-of-plan.js';
import { shutWslDown } from './shut-wsl-down.js';

/** The features that are reinstalled where they are on. `Microsoft-Hyper-V` goes and comes with `…-All` around it. */
const reinstalled: readonly FeatureName[] = [
  'VirtualMachinePlatform',
  'Microsoft-Hyper-V-All',
  'HypervisorPlatform',
  'Containers',
];

/**
 * The virtualization features off, a restart, on again, a restart: exactly those that were on. Windows can take either half
 * back while it restarts (causes.md section 6), so that their states are looked at after both. Distros survive it.
 */
export const hypervReinstall = {
  id: 'hyperv-reinstall',
  effect: 'destructive',
  undo: 'equivalent',
  needs: ['elevation', 'restart'],
  seconds: 900,
  reads: ['optionalFeatures', 'elevation', 'pendingRestart', 'distros'],
  otherwise: 'seldom-helps',
  costsData: true,
  reports: [
    {
      code: '0x80041002',
      cured: 1,
      // The author of #12019 tells it in #10709, too, and counts once.
      failed: 2,
      sources: ['microsoft/WSL#9845', 'microsoft/WSL#9016', 'microsoft/WSL#12019'],
    },
    { code: '0x8007023e', cured: 1, failed: 0, sources: ['microsoft/WSL#9888'] },
    { code: '0x80070005', cured: 1, failed: 1, sources: ['microsoft/WSL#11980', 'kachick/dotfiles#818'] },
    { code: '0x80070424', cured: 2, failed: 0, sources: ['microsoft/WSL#10755', 'microsoft/WSL#10778'] },
  ],
  refusal: (facts) =>
    firstRefusal(
      facts,
      needsFact('optionalFeatures', 'optional-features'),
      (known) => (featuresOn(known).length === 0 ? { code: 'nothing-to-do' } : null),
      needsNoPendingRestart,
    ),
  plan: planOff,
  planAfterRestart: planAfterRestart,
} as const satisfies Remedy;

const featuresOn = ({ optionalFeatures }: Facts): readonly FeatureName[] =>
  reinstalled.filter((feature) => optionalFeatures?.features[feature] === 'enabled');

function planOff(context: PlanContext): PlanDraft {
  const { facts, paths, earlier } = context;
  const features = earlier?.plan.memory.features ?? featuresOn(facts);
  return {
    steps: stepsOrRest(context, () => [
      shutWslDown(facts, paths),
      ...(features.includes('Microsoft-Hyper-V-All') ? [saveSwitches(context)] : []),
      ...features.map((feature) => turnOff(paths, feature, facts)),
    ]),
    memory: { features, staysChanged: staysChanged(features) },
  };
}

/** First the half that turns on, which ends with a restart too; after that, only a look. */
function planAfterRestart(context: PlanContext, before: Plan): PlanDraft {
  const features = before.memory.features ?? [];
  const turnedOn = features.map((feature) => turnOn(context.paths, feature, context.facts, true));
  const isLast =
    before.half === 'after-restart' &&
    before.restart &&
    turnedOn.every(({ id }) => context.earlier?.done.has(id) === true);
  if (isLast) return { steps: [checkFeatures(features, 'enabled')] };
  const isGoneOn = before.half === 'after-restart';
  return {
    steps: isGoneOn ? stillToDo(context, turnedOn) : [checkFeatures(features, 'disabled'), ...turnedOn],
    restart: true,
  };
}

/** Kept for the person: switches and their bindings go with Hyper-V, and only its owner knows how they were meant. */
function saveSwitches({ paths }: PlanContext): Step {
  return {
    id: 'save-switches',
    text: { key: 'save-switches', data: {} },
    effect: 'safe',
    actions: [
      {
        kind: 'save-output',
        command: makeCommand(paths, 'powershell', [listSwitchesScript]),
        name: 'switches.json',
      },
    ],
    checks: [],
    undo: { kind: 'exact', actions: [] },
    confirmation: 'none',
  };
}

const staysChanged = (features: readonly FeatureName[]) =>
  features.includes('Microsoft-Hyper-V-All')
    ? (['boot-time', 'switches'] as const)
    : (['boot-time'] as const);
