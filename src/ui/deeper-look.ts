/** What a deeper look would add to a diagnosis. */
import type { Diagnosis } from '../domain/diagnosis.js';
import { findService } from '../domain/facts.js';
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
  const skippedFor = (code: string) =>
    probes.flatMap(({ id, result }) =>
      result.status === 'skipped' && result.reason.code === code && id !== 'test-switch' ? [id] : [],
    );
  return {
    forAdministrators: skippedFor('needs-elevation'),
    long: skippedFor('asked-for-only'),
    noSwitch: whyNoSwitch(facts),
  };
}

function whyNoSwitch(facts: Diagnosis['facts']): DeeperLook['noSwitch'] {
  // It comes with a network adapter of its own, and whoever looks from afar would not see what became of it.
  if (facts.elevation?.remoteSession === true) return 'remote-session';
  return facts.services !== undefined && findService(facts, 'vmms') === undefined ? 'no-hyper-v' : null;
}
