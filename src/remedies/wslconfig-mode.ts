/** The remedies that set a networking mode in .wslconfig differ in the mode and in who may use it. */
import type { RefusalReason } from '../domain/diagnosis.js';
import type { Facts, NetworkingMode } from '../domain/facts.js';
import { sha256Of } from '../domain/hash.js';
import type { Step, StepText } from '../domain/plan.js';
import type { MachinePaths } from '../host/host.js';
import { setNetworkingMode, type WslconfigEdit } from '../wslconfig/edit.js';
import {
  firstRefusal,
  needsFact,
  needsOwnDistros,
  needsStoreWsl,
  needsWsl,
  type Refusal,
} from './refusals.js';
import type { PlanContext, PlanDraft, Remedy } from './remedy.js';
import { shutWslDown } from './shut-wsl-down.js';

export interface WslconfigModeOptions<Id extends Remedy['id']> {
  readonly id: Id;
  readonly mode: NetworkingMode;
  readonly otherwise: Remedy['otherwise'];
  readonly refusals: readonly Refusal[];
  /** Facts that its refusals look at. */
  readonly reads?: Remedy['reads'];
}

export function wslconfigModeRemedy<Id extends Remedy['id']>(
  options: WslconfigModeOptions<Id>,
): Remedy & { readonly id: Id } {
  const { id, mode, otherwise, refusals } = options;
  return {
    id,
    effect: 'disruptive',
    undo: 'exact',
    needs: [],
    seconds: 10,
    reads: ['wsl', 'distros', 'wslconfig', 'profileOwner', ...(options.reads ?? [])],
    otherwise,
    inputs: (paths) => [wslconfigPath(paths)],
    refusal: (facts) =>
      firstRefusal(
        facts,
        needsFact('wsl', 'wsl'),
        needsWsl,
        needsStoreWsl,
        needsOwnDistros,
        needsFact('wslconfig', 'wslconfig'),
        ...refusals,
        (known) => alreadySo(known, mode),
      ),
    plan: (context) => planMode(context, mode),
  };
}

/** wsl.md section 5: the policy may forbid every mode but `None`. */
export const needsPolicy: Refusal = (facts) =>
  facts.wslconfig?.policy.userModeAllowed === false ? { code: 'forbidden-by-policy' } : null;

function alreadySo({ wslconfig }: Facts, mode: NetworkingMode): RefusalReason | null {
  return wslconfig !== undefined && wslconfig.line !== null && wslconfig.networkingMode === mode
    ? { code: 'already-so' }
    : null;
}

function planMode({ facts, paths, files }: PlanContext, mode: NetworkingMode): PlanDraft {
  const path = wslconfigPath(paths);
  const before = files.get(path);
  const edit = setNetworkingMode(before, mode);
  // A session that is gone on with may have written it already.
  const steps = edit.changed
    ? [editWslconfig(path, before, edit, { key: 'edit-wslconfig', data: { path, mode } })]
    : [];
  return { steps: [...steps, shutWslDown(facts, paths)] };
}

export const wslconfigPath = ({ profile }: Pick<MachinePaths, 'profile'>): string => `${profile}\\.wslconfig`;

/** Replaces the file, with a backup; undone byte by byte. */
export function editWslconfig(
  path: string,
  before: Uint8Array | undefined,
  { bytes, diff }: Pick<WslconfigEdit, 'bytes' | 'diff'>,
  text: StepText,
): Step {
  const backup = 'wslconfig';
  const oldHash = before === undefined ? null : sha256Of(before);
  const newHash = sha256Of(bytes);
  return {
    id: 'edit-wslconfig',
    text,
    effect: 'disruptive',
    actions: [
      { kind: 'back-up-file', path, name: backup },
      {
        kind: 'write-file',
        path,
        expected: oldHash,
        contentBase64: Buffer.from(bytes).toString('base64'),
        sha256: newHash,
        diff,
      },
    ],
    checks: [{ kind: 'file-hash', path, sha256: newHash }],
    undo: {
      kind: 'exact',
      actions: [{ kind: 'restore-file', path, expected: newHash, sha256: oldHash, name: backup }],
    },
    confirmation: 'none',
  };
}
