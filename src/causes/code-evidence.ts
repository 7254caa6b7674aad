import type { Finding } from '../domain/findings.js';
import type { Facts } from '../domain/facts.js';
import type { CauseId } from '../domain/ids.js';
import type { Evidence } from './cause.js';
import { pointersOf } from './code-pointers.js';
import { normaliseCode } from './error-codes.js';

/** What the code of WSL's own start says of a cause: the one table of code-pointers.ts, which `explain` reads too. */
export function codeEvidence(cause: CauseId, when?: (finding: Finding, facts: Facts) => boolean): Evidence {
  return {
    finding: 'wsl-start-network-code',
    ...(when === undefined ? {} : { when }),
    weight: (finding) => pointersOf(codeOf(finding), 'network')[cause] ?? 0,
    source: 'src/causes/code-pointers.ts',
  };
}

function codeOf(finding: Finding) {
  return 'hresult' in finding.data ? (normaliseCode(finding.data.hresult ?? '')?.hresult ?? null) : null;
}

/** The finding is about this service. */
export const isAbout =
  (...services: readonly string[]) =>
  (finding: Finding): boolean =>
    'service' in finding.data && services.includes(finding.data.service);

/** WSL printed no code: newer versions fall back without one, and then the event logs have to speak (wsl.md 2.5). */
export const withoutStartCode = (_: Finding, facts: Facts): boolean =>
  (facts.wslStart?.hresult ?? null) === null;
export const withStartCode = (finding: Finding, facts: Facts): boolean => !withoutStartCode(finding, facts);
