import type { WslconfigRemark } from '../wslconfig/remark.js';
import { checkWslconfig, mendWslconfig } from '../wslconfig/check.js';
import { firstRefusal, needsFact, needsOwnDistros, needsStoreWsl, needsWsl } from './refusals.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';
import { shutWslDown } from './shut-wsl-down.js';
import { editWslconfig, wslconfigPath } from './wslconfig-mode.js';

/** Mends the lines that WSL ignores or reads otherwise than they were meant (wsl.md 1.2): what people paste from error messages. */
export const wslconfigCorrect = {
  id: 'wslconfig-correct',
  effect: 'disruptive',
  undo: 'exact',
  needs: [],
  seconds: 10,
  reads: ['wsl', 'distros', 'wslconfig', 'profileOwner'],
  otherwise: 'not-for-this',
  inputs: (paths) => [wslconfigPath(paths)],
  refusal: (facts) =>
    firstRefusal(
      facts,
      needsFact('wsl', 'wsl'),
      needsWsl,
      needsStoreWsl,
      needsOwnDistros,
      needsFact('wslconfig', 'wslconfig'),
      ({ wslconfig }) => (wslconfig?.warnings.length === 0 ? { code: 'nothing-to-do' } : null),
    ),
  plan: planMends,
} as const satisfies Remedy;

function planMends({ facts, paths, files }: PlanContext): PlanDraft {
  const path = wslconfigPath(paths);
  const before = files.get(path);
  const mended = before === undefined ? undefined : mendWslconfig(before);
  const shutDown = shutWslDown(facts, paths);
  if (before === undefined || mended?.changed !== true) {
    // Written already by a session that goes on, or nothing in it can be mended by itself.
    return { steps: [shutDown] };
  }
  const lines = checkWslconfig(before)
    .filter(canBeMended)
    .map(({ line }) => line);
  const text = { key: 'mend-wslconfig', data: { path, lines } } as const;
  return { steps: [editWslconfig(path, before, mended, text), shutDown] };
}

const canBeMended = ({ mend }: WslconfigRemark): boolean => mend !== null;
