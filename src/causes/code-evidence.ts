import { findService, type Facts } from '../domain/facts.js';
import type { Finding } from '../domain/findings.js';
import type { CauseId } from '../domain/ids.js';
import type { Evidence } from './cause.js';
import { pointersOf } from './code-pointers.js';
import { normaliseCode, stageOf } from './error-codes.js';

type When = (finding: Finding, facts: Facts) => boolean;

const source = 'src/causes/code-pointers.ts';

/**
 * What an error code says of a cause: the one table of code-pointers.ts, which `explain` reads too. The code is that of
 * WSL's own start; newer versions fall back without printing one, and then the event logs have to speak (wsl.md 2.5).
 */
export function codeEvidence(cause: CauseId, when: When = () => true): readonly Evidence[] {
  return [
    { finding: 'wsl-start-network-code', when, weight: (finding) => pointer(cause, finding), source },
    {
      finding: 'wsl-start-failed',
      // The network's own codes are the finding above.
      when: (finding, facts) => stageOfFinding(finding) !== 'network' && when(finding, facts),
      weight: (finding) => pointer(cause, finding),
      source,
    },
    {
      finding: 'hns-switch-creation-failed',
      when: (finding, facts) => withoutStartCode(finding, facts) && when(finding, facts),
      weight: (finding) => pointer(cause, finding) * eventShare,
      source,
    },
    {
      finding: 'vmms-switch-not-found',
      when: (finding, facts) => withoutStartCode(finding, facts) && !hnsTold(facts) && when(finding, facts),
      weight: (finding) => pointer(cause, finding) * eventShare,
      source,
    },
  ];
}

/** An event may be a week old. */
const eventShare = 0.8;

function pointer(cause: CauseId, finding: Finding): number {
  const code =
    'hresult' in finding.data ? (normaliseCode(finding.data.hresult ?? '')?.hresult ?? null) : null;
  return pointersOf(code, stageOfFinding(finding))[cause] ?? 0;
}

function stageOfFinding(finding: Finding) {
  if (finding.id !== 'wsl-start-failed') return 'network';
  const { codePath, hresult } = finding.data;
  const path = codePath?.split('/').slice(0, -1) ?? [];
  return stageOf(path, normaliseCode(hresult ?? '')?.hresult ?? null);
}

const hnsTold = (facts: Facts): boolean =>
  facts.hnsEvents?.events.some(({ id, codes }) => (id === 1000 || id === 1013) && codes.length > 0) === true;

/** The finding is about this service. */
export const isAbout =
  (...services: readonly string[]) =>
  (finding: Finding): boolean =>
    'service' in finding.data && services.includes(finding.data.service);

/** WSL printed no code: newer versions fall back without one. */
export const withoutStartCode = (_: Finding, facts: Facts): boolean =>
  (facts.wslStart?.hresult ?? null) === null;
export const withStartCode = (finding: Finding, facts: Facts): boolean => !withoutStartCode(finding, facts);

/** A service that is disabled, or that nobody could ask for. */
export const mayBeDisabled =
  (...services: readonly string[]): When =>
  (_, facts) =>
    facts.services === undefined ||
    services.some((service) => findService(facts, service)?.startType === 'disabled');
