/**
 * Plans: what a remedy would do, as plain data. A plan can be shown, hashed, journalled and sent to another process;
 * it holds no functions.
 */
import type { Command, Effect, Question } from '../host/host.js';
import type { WindowName } from '../host/windows-to-open.js';
import type { AdapterConfiguration, FactKey, ServiceState, StartType } from './facts.js';
import type { UndoKind } from './diagnosis.js';
import type { RemedyId, ServiceName } from './ids.js';
import type { DynamicPorts } from './network-facts.js';
import type { FeatureName, RunningProgram } from './system-facts.js';

/** Something that can be looked at afterwards to see whether a step did what it should. */
export type Check =
  | { readonly kind: 'service-state'; readonly service: ServiceName; readonly state: 'running' | 'stopped' }
  | { readonly kind: 'file-hash'; readonly path: string; readonly sha256: string | null }
  | { readonly kind: 'wsl-stopped' }
  | { readonly kind: 'wsl-default-version'; readonly version: 1 | 2 }
  | { readonly kind: 'distro-version'; readonly distro: string; readonly version: 1 | 2 }
  /** WSL answers with a version of its own that is not older than this one. */
  | { readonly kind: 'wsl-version'; readonly atLeast: string | null }
  | { readonly kind: 'adapter'; readonly adapter: AdapterConfiguration }
  | { readonly kind: 'start-type'; readonly service: ServiceName; readonly startType: StartType }
  | { readonly kind: 'registry-key'; readonly key: string; readonly exists: boolean }
  /** A DWORD; null: there is no such value. */
  | {
      readonly kind: 'registry-number';
      readonly key: string;
      readonly value: string;
      readonly number: number | null;
    }
  /** As it is now: what waits for a restart does not count. */
  | { readonly kind: 'feature'; readonly feature: FeatureName; readonly state: 'enabled' | 'disabled' }
  | { readonly kind: 'hypervisor-launch'; readonly type: 'auto' | 'off' }
  | { readonly kind: 'hypervisor-runs' }
  /** Upper-case GUID without braces. */
  | { readonly kind: 'hns-network'; readonly id: string; readonly exists: boolean }
  | { readonly kind: 'netnat'; readonly name: string; readonly exists: boolean }
  | { readonly kind: 'dynamic-ports'; readonly ports: DynamicPorts }
  | { readonly kind: 'wmi-switch-service' }
  /** Nobody but Windows holds UDP port 53 on every address. */
  | { readonly kind: 'port-53-free' }
  /** There is a restore point with a higher number than this one. */
  | { readonly kind: 'restore-point'; readonly newerThan: number | null }
  /** For commands whose effect nothing can show before a restart: the exit codes that count as success. */
  | { readonly kind: 'exit-code'; readonly allowed: readonly number[] };

/** One thing a step does. The order within a step is the order of execution. */
export type Action =
  | {
      readonly kind: 'run';
      readonly command: Command;
      /** Not run where this holds already (a dependent that runs, a service that is stopped). */
      readonly unless?: Check;
      /** Name of the session's backup for whose path `{backup}` in an argument stands; run only if its hash still fits. */
      readonly backup?: string;
      /** Exit codes that are as good as 0, for a way back whose effect shows only after a restart. */
      readonly successes?: readonly number[];
    }
  /** Runs a safe command and keeps its raw standard output in the session's backups under this name. */
  | { readonly kind: 'save-output'; readonly command: Command; readonly name: string }
  /** Asks a question and keeps the answer as JSON in the session's backups. */
  | { readonly kind: 'save-answer'; readonly question: Question; readonly name: string }
  /** Runs a safe command that itself writes the named backup file; `{backup}` in an argument stands for its path. */
  | {
      readonly kind: 'save-file';
      readonly command: Command;
      readonly name: string;
      /** May be too large to be read again and hashed: the program's exit code 0 has to do. */
      readonly large?: true;
      /** Exit codes of success, where 0 is not the one (robocopy). */
      readonly successes?: readonly number[];
    }
  /** Copies a file of the machine into the session's backups (nothing where there is no such file). */
  | { readonly kind: 'back-up-file'; readonly path: string; readonly name: string }
  /** Replaces a file of the machine, provided it still has the hash it was planned for (null: no file). */
  | {
      readonly kind: 'write-file';
      readonly path: string;
      readonly expected: string | null;
      readonly contentBase64: string;
      readonly sha256: string;
      /** What changes, for the screen. */
      readonly diff: readonly DiffLine[];
    }
  /** Puts a backed-up file back (or removes it where there was none), provided it still has the hash that the step left. */
  | {
      readonly kind: 'restore-file';
      readonly path: string;
      readonly expected: string;
      readonly sha256: string | null;
      readonly name: string;
    };

export interface DiffLine {
  readonly sign: ' ' | '+' | '-';
  /** Line number in the new file for ` ` and `+`, in the old file for `-`. */
  readonly line: number;
  readonly text: string;
}

/** Names the texts of a step; one entry in the text tables for each. */
export interface StepTextTable {
  'shut-wsl-down': { readonly running: readonly string[]; readonly quitFirst?: readonly RunningProgram[] };
  'save-network-settings': { readonly adapters: number; readonly staticAdapters: number };
  'stop-service': { readonly service: ServiceName; readonly dependents: readonly ServiceName[] };
  'start-service': { readonly service: ServiceName };
  'reset-tcpip': { readonly staticAdapters: readonly string[] };
  'reset-winsock': Record<string, never>;
  'edit-wslconfig': { readonly path: string; readonly mode: string };
  'set-default-version': { readonly version: 1 | 2; readonly before: 1 | 2 | null };
  'mend-wslconfig': { readonly path: string; readonly lines: readonly number[] };
  'restore-wslconfig': { readonly path: string };
  /** `needed`: at most, in bytes; null where it could not be told. */
  'export-distro': { readonly distro: string; readonly needed: number | null; readonly free: number | null };
  'copy-disk': {
    readonly distro: string;
    readonly path: string;
    readonly needed: number | null;
    readonly free: number | null;
  };
  'convert-distro': { readonly distro: string };
  'update-wsl': {
    readonly version: string | null;
    readonly running: readonly string[];
    readonly quitFirst?: readonly RunningProgram[];
  };
  'set-start-type': {
    readonly service: ServiceName;
    readonly startType: StartType;
    readonly before: StartType;
  };
  'enable-features': {
    readonly features: readonly FeatureName[];
    /** The recovery key may be asked for at the next start. */
    readonly bitlocker: boolean;
  };
  'disable-features': {
    readonly features: readonly FeatureName[];
    readonly machines: readonly string[];
    /** The recovery key may be asked for at the next start. */
    readonly bitlocker: boolean;
  };
  'check-features': { readonly features: readonly FeatureName[]; readonly state: 'enabled' | 'disabled' };
  'save-switches': Record<string, never>;
  'start-hypervisor': { readonly bitlocker: boolean };
  'check-hypervisor': Record<string, never>;
  'save-registry-key': { readonly key: string };
  'remove-vmware-bridge': { readonly dll: string };
  'remove-hns-network': { readonly name: string };
  'clear-hns-state': { readonly networks: readonly string[] };
  'remove-netnat': { readonly name: string; readonly prefix: string };
  'recompile-mof': Record<string, never>;
  'repair-component-store': Record<string, never>;
  'check-system-files': Record<string, never>;
  'widen-ports': {
    readonly ports: readonly DynamicPorts[];
    readonly to: Pick<DynamicPorts, 'start' | 'count'>;
  };
  'stop-port-owner': { readonly service: ServiceName; readonly process: string };
  'lift-restore-limit': { readonly minutes: number | null };
  'make-restore-point': { readonly newest: number | null };
  'set-restore-limit-back': { readonly minutes: number | null };
  'open-window': { readonly window: WindowName };
  'give-address-back': { readonly adapter: string; readonly addresses: readonly string[] };
  'keep-address': { readonly adapter: string; readonly addresses: readonly string[] };
}
export type StepTextKey = keyof StepTextTable;
export type StepText = {
  readonly [Key in StepTextKey]: { readonly key: Key; readonly data: StepTextTable[Key] };
}[StepTextKey];

export interface Step {
  /** Unique in its plan and stable across runs, for instance `stop-hns`. */
  readonly id: string;
  readonly text: StepText;
  readonly effect: Effect;
  readonly actions: readonly Action[];
  /** What proves it, looked at after the last action. All must hold. */
  readonly checks: readonly Check[];
  readonly undo: { readonly kind: UndoKind; readonly actions: readonly Action[] };
  /** A destructive step is confirmed by an answer, or by a typed word where it is irreversible or network-wide. */
  readonly confirmation: 'none' | 'answer' | 'typed-word';
}

/** What must be so when the program ends, however it ends: the prior state or the plan's goal. */
export interface ServicePromise {
  readonly service: ServiceName;
  readonly before: ServiceState;
  readonly goal: ServiceState;
}

export interface Plan {
  readonly remedy: RemedyId;
  readonly target: string | null;
  readonly steps: readonly Step[];
  readonly services: readonly ServicePromise[];
  /** Facts that it was made from, with a hash of their values: if they moved, it is not carried out. */
  readonly reads: readonly FactKey[];
  readonly factsHash: string;
  /** What the half after the restart has to know; plain JSON. */
  readonly memory: PlanMemory;
  /** Windows has to restart after the last step; the rest is planned anew when it has. */
  readonly restart: boolean;
  /** Which half of a remedy with a restart this is. */
  readonly half: 'whole' | 'before-restart' | 'after-restart';
  /** SHA-256 of everything above. A confirmation names it. */
  readonly hash: string;
}

export interface PlanMemory {
  readonly adapters: readonly AdapterConfiguration[];
  /** Things that stay changed whatever happens, as text keys of the closing summary. */
  readonly staysChanged: readonly StaysChanged[];
  /** Windows features as they were before the first change; the half after each restart brings these back, and no others. */
  readonly features?: readonly FeatureName[];
}

export const staysChangedKeys = [
  'winsock',
  'tcpip',
  'boot-time',
  'hns-networks',
  'switches',
  'wsl-version',
  'wmi-classes',
  'system-files',
  'restore-point',
  'rescued-files',
  'distro-format',
] as const;
export type StaysChanged = (typeof staysChangedKeys)[number];

/** What a person confirmed. The executor refuses a destructive step without the one that fits. */
export interface Confirmation {
  readonly stepId: string;
  readonly planHash: string;
}

export type StepOutcome = 'done' | 'skipped' | 'failed' | 'undone' | 'not-undone';

/** A plan's steps that need a confirmation of their own, in order. */
export function destructiveSteps(plan: Pick<Plan, 'steps'>): readonly Step[] {
  return plan.steps.filter((step) => step.effect === 'destructive');
}

/** The step id under which the restart of Windows itself is confirmed. */
export const restartStepId = 'restart-windows';

/** What the machine has to know of a plan: small, plain, and without the commands. */
export interface PlanOutline {
  readonly hash: string;
  readonly remedy: RemedyId;
  readonly target: string | null;
  readonly half: Plan['half'];
  readonly steps: readonly StepOutline[];
  readonly needsElevation: boolean;
  readonly restart: boolean;
  /** It opens a window or makes a copy, and the rest is the person's: a verdict over the network would not be about it. */
  readonly handsOver: boolean;
}
export type StepOutline = Pick<Step, 'id' | 'effect' | 'confirmation'>;

export function outlineOf(plan: Plan): PlanOutline {
  return {
    hash: plan.hash,
    remedy: plan.remedy,
    target: plan.target,
    half: plan.half,
    steps: plan.steps.map(({ id, effect, confirmation }) => ({ id, effect, confirmation })),
    needsElevation: plan.steps.some((step) =>
      step.actions.some((action) => 'command' in action && action.command.elevation === 'admin'),
    ),
    restart: plan.restart,
    handsOver: windowOf(plan) !== null || copiedBy(plan) !== null,
  };
}

/** The window that a hand-over opens; null for a plan that does something itself. */
export function windowOf({ steps }: Pick<Plan, 'steps'>): WindowName | null {
  const [first] = steps;
  return steps.length === 1 && first?.text.key === 'open-window' ? first.text.data.window : null;
}

/** What a person has in hand after a plan that repairs nothing. */
export type Copied = 'distros' | 'restore-point';

/** What a plan only makes a copy of; null for every other plan. */
export function copiedBy({ remedy }: Pick<Plan, 'remedy'>): Copied | null {
  if (remedy === 'distro-rescue') return 'distros';
  return remedy === 'restore-point' ? 'restore-point' : null;
}
