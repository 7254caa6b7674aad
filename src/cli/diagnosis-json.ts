import { describeHost, type CapturedHost } from '../capture/capture.js';
import type { Diagnosis, RefusalReason, RemedyOffer } from '../domain/diagnosis.js';
import type { SkipReason } from '../domain/findings.js';
import type { CauseId, Health, ProbeId, RemedyId } from '../domain/ids.js';
import type { Host } from '../host/host.js';

/** `wsl-netfix/diagnosis/1`. Fields are only ever added. */
export interface DiagnosisJson {
  readonly schema: 'wsl-netfix/diagnosis/1';
  readonly host: CapturedHost;
  readonly diagnosis: Health;
  readonly probes: readonly {
    readonly id: ProbeId;
    readonly status: 'ok' | 'finding' | 'skipped' | 'timed-out' | 'crashed';
    /** Why it did not look, or how it crashed. */
    readonly reason: string | null;
    readonly durationMs: number;
    readonly findings: readonly { readonly id: string; readonly evidence: string }[];
  }[];
  readonly causes: readonly {
    readonly id: CauseId;
    readonly likelihood: number;
    readonly for: readonly string[];
    readonly against: readonly string[];
  }[];
  readonly remedies: readonly {
    readonly id: RemedyId;
    readonly available: boolean;
    readonly reason: string | null;
    readonly effect: RemedyOffer['effect'];
    readonly needs: RemedyOffer['needs'];
    readonly undo: RemedyOffer['undo'];
    readonly recommended: boolean;
  }[];
  /** A session on this machine that was begun and not finished. */
  readonly unfinished: string | null;
}

export function diagnosisJson(host: Host, diagnosis: Diagnosis, unfinished: string | null): DiagnosisJson {
  return {
    schema: 'wsl-netfix/diagnosis/1',
    host: describeHost(host, diagnosis.facts),
    diagnosis: diagnosis.health,
    probes: diagnosis.probes.map(({ id, result }) => ({
      id,
      status: result.status,
      reason: reasonOf(result),
      durationMs: Math.round(result.durationMs),
      findings: 'findings' in result ? result.findings.map(({ id, evidence }) => ({ id, evidence })) : [],
    })),
    causes: diagnosis.causes,
    remedies: diagnosis.offers.map((offer) => ({
      id: offer.id,
      available: offer.available,
      reason: offer.reason === null ? null : codeOf(offer.reason),
      effect: offer.effect,
      needs: offer.needs,
      undo: offer.undo,
      recommended: offer.recommended,
    })),
    unfinished,
  };
}

function reasonOf(result: Diagnosis['probes'][number]['result']): string | null {
  if (result.status === 'skipped') return codeOf(result.reason);
  if (result.status === 'timed-out') return `no answer after ${String(result.afterMs)} ms`;
  return result.status === 'crashed' ? result.message : null;
}

/** `code`, or `code:detail` where the reason names a thing. */
export function codeOf(reason: RefusalReason | SkipReason): string {
  const { code, ...details } = reason;
  return [code, ...Object.values<unknown>(details).map(String)].join(':');
}
