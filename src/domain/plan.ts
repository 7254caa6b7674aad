/**
 * Plans: what a remedy would do, as plain data. A plan can be shown, hashed, journalled and sent to another process;
 * it holds no functions.
 */
import type { Command, Effect, Question } from '../host/host.js';
import type { AdapterConfiguration, FactKey, ServiceState } from './facts.js';
import type { UndoKind } from './diagnosis.js';
import type { RemedyId, ServiceName } from './ids.js';

/** Something that can be looked at afterwards to see whether a step did what it should. */
export type Check =
  | { readonly kind: 'service-state'; readonly service: ServiceName; readonly state: 'running' | 'stopped' }
  | { readonly kind: 'file-hash'; readonly path: string; readonly sha256: string | null }
  | { readonly kind: 'wsl-stopped' }
  | { readonly kind: 'wsl-default-version'; readonly version: 1 | 2 }
  | { readonly kind: 'adapter'; readonly adapter: AdapterConfiguration }
  /** For commands whose effect nothing can show before a restart: the exit codes that count as success. */
  | { readonly kind: 'exit-code'; readonly allowed: readonly number[] };

/** One thing a step does. The order within a step is the order of execution. */
export type Action =
  | {
      readonly kind: 'run';
      readonly command: Command;
      /** Not run where this holds already (a dependent that runs, a service that is stopped). */
      readonly unless?: Check;
    }
  /** Runs a safe command and keeps its raw standard output in the session's backups under this name. */
  | { readonly kind: 'save-output'; readonly command: Command; readonly name: string }
  /** Asks a question and keeps the answer as JSON in the session's backups. */
  | { readonly kind: 'save-answer'; readonly question: Question; readonly name: string }
  /** Runs a safe command that itself writes the named backup file; `{backup}` in an argument stands for its path. */
  | { readonly kind: 'save-file'; readonly command: Command; readonly name: string }
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
  'shut-wsl-down': { readonly running: readonly string[] };
  'save-network-settings': { readonly adapters: number; readonly staticAdapters: number };
  'stop-service': { readonly service: ServiceName; readonly dependents: readonly ServiceName[] };
  'start-service': { readonly service: ServiceName };
  'reset-tcpip': { readonly staticAdapters: readonly string[] };
  'reset-winsock': Record<string, never>;
  'edit-wslconfig': { readonly path: string; readonly mode: string };
  'set-default-version': { readonly version: 1 | 2; readonly before: 1 | 2 | null };
  'give-address-back': { readonly adapter: string; readonly addresses: readonly string[] };
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
  readonly staysChanged: readonly ('winsock' | 'tcpip' | 'boot-time')[];
}

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
  };
}
