/** What a deeper look would add to a diagnosis. */
import type { Diagnosis } from '../domain/diagnosis.js';
import { findService } from '../domain/facts.js';
import type { ProbeProgress, SkipReason } from '../domain/findings.js';
import type { ProbeId } from '../domain/ids.js';

export interface DeeperLook {
  /** Checks that were left out for want of elevation. */
  readonly forAdministrators: readonly ProbeId[];
  /** Checks that were left out because they take long. */
  readonly long: readonly ProbeId[];
  /** Why no switch can be made for a test; null where one can. */
  readonly noSwitch: 'remote-session' | 'no-hyper-v' | null;
}

export function deeperLook({ probes, facts }: Pick<Diagnosis, 'probes' | 'facts'>): DeeperLook {
  const ended = probes.map(({ id, result }) => ({ id, progress: result }));
  return {
    forAdministrators: leftOut(ended, 'needs-elevation').filter(isNoSwitch),
    long: leftOut(ended, 'asked-for-only').filter(isNoSwitch),
    noSwitch: whyNoSwitch(facts),
  };
}

/** The test switch is asked for by itself. */
const isNoSwitch = (id: ProbeId): boolean => id !== 'test-switch';

/** Checks that did not look, for this reason. */
export function leftOut(
  probes: readonly { readonly id: ProbeId; readonly progress: ProbeProgress }[],
  code: SkipReason['code'],
): readonly ProbeId[] {
  return probes.flatMap(({ id, progress }) =>
    progress.status === 'skipped' && progress.reason.code === code ? [id] : [],
  );
}

function whyNoSwitch(facts: Diagnosis['facts']): DeeperLook['noSwitch'] {
  // It comes with a network adapter of its own, and whoever looks from afar would not see what became of it.
  if (facts.elevation?.remoteSession === true) return 'remote-session';
  return facts.services !== undefined && findService(facts, 'vmms') === undefined ? 'no-hyper-v' : null;
}
