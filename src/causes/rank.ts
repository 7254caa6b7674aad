/** The one engine that weighs causes. */
import type { RankedCause } from '../domain/diagnosis.js';
import type { Facts } from '../domain/facts.js';
import type { Finding, FindingId } from '../domain/findings.js';
import type { Cause } from './cause.js';
import { causes as everyCause } from './registry.js';

/**
 * Causes that some finding speaks for, likeliest first; equal ones in the registry's order. None where there is no
 * finding. The same findings give the same list in whatever order they come.
 */
export function rankCauses(
  findings: readonly Finding[],
  facts: Facts,
  causes: readonly Cause[] = everyCause,
): readonly RankedCause[] {
  return causes
    .map((cause) => weigh(cause, findings, facts))
    .filter((ranked) => ranked.for.length > 0 && ranked.likelihood >= leastWorthSaying)
    .sort((left, right) => right.likelihood - left.likelihood);
}

/** Below this a cause is not worth a person's time. */
const leastWorthSaying = 0.05;

function weigh(cause: Cause, findings: readonly Finding[], facts: Facts): RankedCause {
  let score = cause.prior;
  const speaksFor: FindingId[] = [];
  const speaksAgainst: FindingId[] = [];
  for (const { finding: id, when, weight } of cause.evidence) {
    // Two missing services are one piece of evidence, not two.
    const weights = findings
      .filter((finding) => finding.id === id && (when?.(finding, facts) ?? true))
      .map((finding) => (typeof weight === 'number' ? weight : weight(finding, facts)));
    const strongest = weights.reduce((most, each) => (Math.abs(each) > Math.abs(most) ? each : most), 0);
    if (strongest === 0) continue;
    score += strongest;
    (strongest > 0 ? speaksFor : speaksAgainst).push(id);
  }
  return {
    id: cause.id,
    // Rounded, so that sums of the same weights in another order are the same score.
    likelihood: Math.round(Math.min(1, Math.max(0, score)) * 100) / 100,
    for: [...new Set(speaksFor)],
    against: [...new Set(speaksAgainst)],
  };
}
