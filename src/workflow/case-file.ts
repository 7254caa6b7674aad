/**
 * The case file: everything about one machine's trouble that is too large or too lively for the state machine's context.
 * Actors write it, screens and reports read it. A view is replaced, never changed, so that a screen can compare by identity.
 */
import type { Diagnosis, RefusalReason } from '../domain/diagnosis.js';
import type { MachineChange } from '../domain/machine-mark.js';
import type { Facts } from '../domain/facts.js';
import type { ProbeProgress } from '../domain/findings.js';
import type { ProbeId, Verdict } from '../domain/ids.js';
import type { Copied, Plan, PlanMemory, Step, StepOutcome } from '../domain/plan.js';
import type { WindowName } from '../host/windows-to-open.js';
import type { SessionSummary } from '../journal/record.js';
import type { SessionAge } from '../journal/session-summary.js';
import type { HistoryEntry } from './history.js';

export interface StepProgress {
  readonly stepId: string;
  readonly status: 'planned' | 'running' | 'undoing' | StepOutcome;
  readonly since: number | null;
  readonly durationMs: number | null;
  /** Command lines or reasons that a failed step leaves to the person. */
  readonly remainder: readonly string[];
}

/** One proof of the verification. `evidence` is what the machine said. */
export interface VerificationCheck {
  readonly id: 'start' | 'mode' | 'route' | 'dns' | 'http' | 'events' | 'host';
  readonly status: 'waiting' | 'running' | 'passed' | 'failed' | 'skipped';
  readonly evidence: string;
}

/** The session on disk that the closing summary points to. Paths in the real disk's notation. */
export interface SessionPlace {
  readonly session: string;
  readonly folder: string;
  readonly undoCommand: string;
  /** Brings the program back to this session without the network: the local copy, called by absolute paths. Null where there is none. */
  readonly resumeCommand: string | null;
  readonly log: string;
  readonly backups: readonly { readonly name: string; readonly path: string }[];
}

/** What a session that was taken up had done before. */
export interface EarlierWork {
  /** Of all its plans, in order. */
  readonly steps: readonly Step[];
  /** Steps that are done. */
  readonly done: number;
  readonly age: SessionAge;
  /** How the machine changed since. */
  readonly changes: readonly MachineChange[];
}

export interface CaseView {
  readonly facts: Facts;
  readonly probes: readonly { readonly id: ProbeId; readonly progress: ProbeProgress }[];
  readonly diagnosis: Diagnosis | null;
  readonly plan: Plan | null;
  /** Why the plan that was asked for last is none; null where one was made, or where it could not even be told. */
  readonly planRefusal: RefusalReason | null;
  readonly steps: readonly StepProgress[];
  readonly place: SessionPlace | null;
  /** Whose rights the elevated helper has; absent while there was none. WSL runs as the person in any case. */
  readonly elevatedBy?: 'own-account' | 'other-account';
  /** What an earlier run left, while it is being asked about. */
  readonly unfinished: SessionSummary | null;
  /** What the open session did before its present plan; null where that is its first. */
  readonly earlier: EarlierWork | null;
  /** Sessions of the past, newest first; read when they are asked for. */
  readonly history: readonly HistoryEntry[];
  /** How the program opens after the restart that is due; null where none is due. */
  readonly comesBack: 'by-itself' | 'by-hand' | null;
  readonly checks: readonly VerificationCheck[];
  readonly verdict: Verdict | null;
  /** The window that was opened last and left to the person; null where the last plan did something itself. */
  readonly handedOver: WindowName | null;
  /** What the last plan copied without repairing anything, and where it lies; null where it was about something else. */
  readonly copied: { readonly what: Copied; readonly paths: readonly string[] } | null;
  /** Static addresses that were given back, and what stays changed whatever happens. */
  readonly aftermath: {
    readonly givenBack: readonly string[];
    readonly lost: readonly string[];
    readonly staysChanged: PlanMemory['staysChanged'];
  };
}

/** The last plan is over, and there is no verdict over it. */
export const endsWithoutVerdict = ({
  handedOver,
  copied,
}: Pick<CaseView, 'handedOver' | 'copied'>): boolean => handedOver !== null || copied !== null;

export interface CaseFile {
  view(): CaseView;
  update(change: Partial<CaseView>): void;
  subscribe(listener: () => void): () => void;
}

export function createCaseFile(): CaseFile {
  let view: CaseView = emptyView;
  const listeners = new Set<() => void>();
  return {
    view: () => view,
    update(change) {
      view = { ...view, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const emptyView: CaseView = {
  facts: {},
  probes: [],
  diagnosis: null,
  plan: null,
  planRefusal: null,
  steps: [],
  place: null,
  unfinished: null,
  earlier: null,
  history: [],
  comesBack: null,
  checks: [],
  verdict: null,
  handedOver: null,
  copied: null,
  aftermath: { givenBack: [], lost: [], staysChanged: [] },
};
