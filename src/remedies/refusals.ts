/** Reasons why a remedy is not offered, as small questions to the facts. The first that answers is shown. */
import type { RefusalReason } from '../domain/diagnosis.js';
import { findService, type FactKey, type Facts } from '../domain/facts.js';
import type { ProbeId, ServiceName } from '../domain/ids.js';
import { isOlder } from '../wslconfig/keys.js';

export type Refusal = (facts: Facts) => RefusalReason | null;

/** The first reason against it, or null. */
export function firstRefusal(facts: Facts, ...refusals: readonly Refusal[]): RefusalReason | null {
  for (const refusal of refusals) {
    const reason = refusal(facts);
    if (reason !== null) return reason;
  }
  return null;
}

export const needsFact =
  (key: FactKey, probe: ProbeId): Refusal =>
  (facts) =>
    facts[key] === undefined ? { code: 'fact-missing', probe } : null;

export const needsWsl: Refusal = (facts) => (facts.wsl?.flavour === 'none' ? { code: 'needs-wsl' } : null);

/** WSL 1 lives in a feature of Windows of its own (microsoft/WSL#9503), and a policy may forbid it. */
export const needsWsl1: Refusal = ({ policies, optionalFeatures }) => {
  if (policies?.wsl1Allowed === false) return { code: 'forbidden-by-policy' };
  const feature = 'Microsoft-Windows-Subsystem-Linux';
  const state = optionalFeatures?.features[feature];
  return state === 'disabled' || state === 'absent' ? { code: 'feature-off', feature } : null;
};

/** In-box WSL knows no networkingMode. */
export const needsStoreWsl: Refusal = (facts) =>
  facts.wsl?.flavour === 'inbox' ? { code: 'needs-store-wsl' } : null;

export const needsWslVersion =
  (version: string): Refusal =>
  ({ wsl }) => {
    const installed = wsl?.version ?? null;
    return installed !== null && isOlder(installed, version) ? { code: 'needs-newer-wsl', version } : null;
  };

/** For facts that only an administrator can read: unelevated, that is the reason, and it can be helped. */
export const needsElevatedFact =
  (key: FactKey, probe: ProbeId): Refusal =>
  (facts) => {
    if (facts[key] !== undefined) return null;
    return facts.elevation?.elevated === false
      ? { code: 'needs-elevation' }
      : { code: 'fact-missing', probe };
  };

export const needsService =
  (service: ServiceName): Refusal =>
  (facts) =>
    findService(facts, service) === undefined ? { code: 'service-missing', service } : null;

/** What is stopped has to start again. */
export const needsEnabled =
  (service: ServiceName): Refusal =>
  (facts) =>
    findService(facts, service)?.startType === 'disabled' ? { code: 'service-disabled', service } : null;

/** Distros, and the .wslconfig beside them, belong to the account that made them (design.md section 4). */
export const needsOwnDistros: Refusal = (facts) =>
  facts.profileOwner?.distrosOf === 'other' ? { code: 'other-account' } : null;

/** Features cannot be changed while Windows waits to end an earlier change of them (commands.md section 1). */
export const needsNoPendingRestart: Refusal = (facts) =>
  facts.pendingRestart?.componentServicing === true ? { code: 'restart-pending' } : null;

/** The person named something that is not among what it can be carried out on. */
export function refuseUnknownTarget(
  target: string | null | undefined,
  known: readonly string[],
): RefusalReason | null {
  if (target === null || target === undefined) return known.length === 0 ? { code: 'nothing-to-do' } : null;
  return known.some((each) => each.toLowerCase() === target.toLowerCase())
    ? null
    : { code: 'unknown-target', target, known };
}
