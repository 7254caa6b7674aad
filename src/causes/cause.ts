import type { Facts } from '../domain/facts.js';
import type { Finding, FindingId } from '../domain/findings.js';
import type { CauseId, RemedyId } from '../domain/ids.js';
import type { FolkloreId } from '../domain/reasons.js';

/** One weight of evidence. */
export interface Evidence {
  readonly finding: FindingId;
  /** Counts only where this holds; always where absent. */
  readonly when?: (finding: Finding, facts: Facts) => boolean;
  /** Added to the score: positive speaks for, negative against. A score of 1 or more is certainty. */
  readonly weight: number | ((finding: Finding, facts: Facts) => number);
  /** Link or case that the weight rests on. */
  readonly source: string;
}

/** An explanation, as data; `rank.ts` is the one engine that weighs it. */
export interface Cause {
  readonly id: CauseId;
  readonly evidence: readonly Evidence[];
  /** Score without any evidence. */
  readonly prior: number;
  /** In the order in which to try them. */
  readonly remedies: readonly {
    readonly id: RemedyId;
    readonly relation: 'repairs' | 'may-repair' | 'works-around' | 'seldom-helps';
  }[];
  /** Reports that tell the outcome of its cure: how many were cured of how many. */
  readonly reports: readonly {
    readonly cured: number;
    readonly of: number;
    readonly sources: readonly string[];
  }[];
  /** What was tried for this cause and reported to fail. */
  readonly failed: readonly { readonly tried: RemedyId | FolkloreId; readonly source: string }[];
  /** Advice that circulates for it and does harm. */
  readonly avoid: readonly FolkloreId[];
}
