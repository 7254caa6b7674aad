import { type CodeFamily, familyOf, pointersOf } from '../causes/code-pointers.js';
import type { NetworkingMode } from '../domain/facts.js';
import { type CauseId, causeIds } from '../domain/ids.js';
import type { CauseReason } from '../domain/reasons.js';
import type { FoundCode, FoundModes } from './explanation.js';
import type { FoundEvidence } from './find-evidence.js';

export interface WeighedCause {
  readonly id: CauseId;
  /** Rank score in 0..1 with two decimals. */
  readonly likelihood: number;
  readonly reason: CauseReason;
}

export interface Grounds {
  readonly codes: readonly FoundCode[];
  readonly modes: FoundModes;
  readonly evidence: readonly FoundEvidence[];
  /** wsl.exe's exit code for any failure stands in the text, and no code that means something. */
  readonly exitCodeOnly: boolean;
}

/**
 * The causes that the codes, the modes and the names in a text speak for, likeliest first; never empty. Codes give each
 * cause its base, names move it. `unknown` is there whenever nothing else is more than a guess.
 */
export function weighCauses(grounds: Grounds): readonly WeighedCause[] {
  const scores = new Map<CauseId, Score>();
  for (const [index, code] of grounds.codes.entries()) addCode(scores, code, index === 0 ? 1 : 0.35);
  if (saysLittle(grounds.codes[0])) addModes(scores, grounds.modes);
  addEvidence(scores, grounds);
  const best = Math.max(0, ...[...scores.values()].map(({ value }) => value));
  if (best < 0.5) raise(scores, 'unknown', 0.3);
  return [...scores]
    .filter(([, { value }]) => value >= 0.04)
    .map(([id, score]) => weighed(id, score, grounds))
    .sort((a, b) => b.likelihood - a.likelihood || causeIds.indexOf(a.id) - causeIds.indexOf(b.id))
    .slice(0, 10);
}

interface Score {
  value: number;
  code: FoundCode | null;
  mode: CauseReason['mode'];
  evidence: string[];
}

/** The first code is the failure itself; the others of a long report stand beside it. */
function addCode(scores: Map<CauseId, Score>, code: FoundCode, share: number): void {
  for (const [cause, weight] of entriesOf(pointersAt(code))) {
    const score = raise(scores, cause, weight * share);
    score.code ??= code;
  }
}

/** No code, or one that stands for any failure: then what the mode needs counts. */
function saysLittle(code: FoundCode | undefined): boolean {
  return code === undefined || (code.stage === 'network' && familyOf(code.hresult) === 'generic');
}

/** Two contexts say more than the code under them. */
function pointersAt({ path, hresult, stage }: FoundCode): Readonly<Partial<Record<CauseId, number>>> {
  // wsl2.macAddress is the one setting whose error stops the start (wsl.md 1.2).
  if (path.includes('ParseConfig')) return { 'wslconfig-invalid': 0.9 };
  // A disk of the distribution, not a file of WSL.
  const aboutDisk = path.some((context) =>
    /^(?:AttachDisk|MountDisk|MountVhd|DetachDisk|MoveDistro)$/.test(context),
  );
  return aboutDisk ? { unknown: 0.5, 'wsl-install-damaged': 0.15 } : pointersOf(hresult, stage);
}

/** A mode that failed without any code (wsl.md 2.5): what each mode needs and the others do not. */
const pointersOfMode: Readonly<Record<NetworkingMode, Readonly<Partial<Record<CauseId, number>>>>> = {
  Nat: {
    'unknown-vswitch-failure': 0.55,
    'vmware-bridge-leftover': 0.3,
    'virtual-machine-platform-off': 0.28,
    'security-software-filter': 0.25,
    'ics-disabled': 0.22,
    'port-53-taken': 0.2,
    'hns-not-running': 0.2,
    'hns-access-denied': 0.15,
  },
  Mirrored: {
    'ephemeral-ports-fragmented': 0.5,
    'unknown-vswitch-failure': 0.35,
    'windows-regression': 0.3,
    'hns-state-stale': 0.25,
    'virtual-machine-platform-off': 0.2,
  },
  Bridged: { 'wslconfig-invalid': 0.55, 'unknown-vswitch-failure': 0.4 },
  VirtioProxy: { unknown: 0.5, 'security-software-filter': 0.2, 'wsl-install-damaged': 0.2 },
  None: { unknown: 0.5 },
};

function addModes(scores: Map<CauseId, Score>, { failed, fallback }: FoundModes): void {
  // NAT's causes are what the code's own entry weighs.
  if (failed === null || (failed === 'Nat' && scores.size > 0)) return;
  for (const [cause, weight] of entriesOf(pointersOfMode[failed])) {
    raise(scores, cause, weight).mode = { failed, fallback };
  }
}

function addEvidence(scores: Map<CauseId, Score>, grounds: Grounds): void {
  const { codes, evidence } = grounds;
  const failed = codes.length > 0 || grounds.modes.failed !== null || grounds.exitCodeOnly;
  const families = new Set<CodeFamily>(codes.map(({ hresult }) => familyOf(hresult)));
  // Several names for one cause are one observation; only the strongest counts.
  const counted = new Set<CauseId>();
  for (const { cause, weight, text, explains, isProgram } of evidence) {
    if (families.size > 0 && !explains.some((family) => families.has(family))) continue;
    const score = raise(scores, cause, 0);
    if (!counted.has(cause))
      score.value = Math.min(0.95, score.value + (isProgram && !failed ? weight / 2 : weight));
    if (!score.evidence.includes(text) && score.evidence.length < 3) score.evidence.push(text);
    counted.add(cause);
  }
}

/** The cause's score, at least as high as `value`. */
function raise(scores: Map<CauseId, Score>, cause: CauseId, value: number): Score {
  const score = scores.get(cause) ?? { value: 0, code: null, mode: null, evidence: [] };
  score.value = Math.max(score.value, value);
  scores.set(cause, score);
  return score;
}

function weighed(id: CauseId, score: Score, { exitCodeOnly }: Grounds): WeighedCause {
  const { code, mode, evidence } = score;
  return {
    id,
    likelihood: Math.round(score.value * 100) / 100,
    reason: {
      kind: 'cause',
      cause: id,
      code: code === null ? null : { text: code.text, symbol: code.symbol, stage: code.stage },
      mode,
      evidence,
      exitCodeOnly: id === 'unknown' && exitCodeOnly,
    },
  };
}

function entriesOf(
  pointers: Readonly<Partial<Record<CauseId, number>>>,
): readonly (readonly [CauseId, number])[] {
  return causeIds.flatMap((cause) => {
    const weight = pointers[cause];
    return weight === undefined ? [] : [[cause, weight] as const];
  });
}
