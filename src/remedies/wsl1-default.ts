import type { Step } from '../domain/plan.js';
import { makeCommand } from '../host/commands.js';
import type { MachinePaths } from '../host/host.js';
import { firstRefusal, needsFact, needsWsl, needsWsl1 } from './refusals.js';
import type { Remedy } from './remedy.js';

/** WSL 1 needs no virtual switch. This reaches distros that are installed from now on, and no other (microsoft/WSL#7404). */
export const wsl1Default = {
  id: 'wsl1-default',
  effect: 'disruptive',
  undo: 'exact',
  needs: [],
  seconds: 2,
  reads: ['wsl', 'distros', 'optionalFeatures', 'policies'],
  otherwise: 'works-around',
  refusal: (facts) =>
    firstRefusal(
      facts,
      needsFact('wsl', 'wsl'),
      needsWsl,
      needsFact('distros', 'distros'),
      ({ distros }) => (distros?.defaultVersion === 1 ? { code: 'already-so' } : null),
      needsWsl1,
    ),
  plan({ facts, paths }) {
    const before = facts.distros?.defaultVersion ?? null;
    return { steps: before === 1 ? [] : [setDefaultVersion(paths, before)] };
  },
} as const satisfies Remedy;

function setDefaultVersion(paths: MachinePaths, before: 2 | null): Step {
  const setTo = (version: 1 | 2) => makeCommand(paths, 'wsl', ['--set-default-version', `${version}`]);
  const command = setTo(1);
  return {
    id: 'set-default-version',
    text: { key: 'set-default-version', data: { version: 1, before } },
    effect: command.effect,
    actions: [{ kind: 'run', command }],
    checks: [{ kind: 'wsl-default-version', version: 1 }],
    // Where nothing was set, 2 is what WSL takes.
    undo: { kind: 'exact', actions: [{ kind: 'run', command: setTo(2) }] },
    confirmation: 'none',
  };
}
