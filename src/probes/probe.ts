import type { Depth } from '../domain/diagnosis.js';
import type { FactKey, Facts, FactTable } from '../domain/facts.js';
import type { Finding, SkipReason } from '../domain/findings.js';
import type { ProbeId } from '../domain/ids.js';
import type { Host } from '../host/host.js';

/** What a probe may use. Everything it asks is logged under its name. */
export interface ProbeContext {
  readonly host: Host;
  /** Facts of the probes named in `after`, where they have some. */
  readonly known: Facts;
  readonly signal: AbortSignal;
}

/** How `read` ends when the probe cannot look: not an error. */
export class Skip {
  constructor(readonly reason: SkipReason) {}
}

/** A check is an entry; `run-probes.ts` is the one engine that reads it. */
export interface Probe<K extends FactKey = FactKey> {
  readonly id: ProbeId;
  readonly fact: K;
  /** Probes whose facts it needs; it waits for them, and runs without them where they crashed. */
  readonly after: readonly ProbeId[];
  readonly elevation: 'none' | 'admin';
  /** The kind of PowerShell process that its question waits for; absent where it only runs commands. */
  readonly worker?: 'shared' | 'own';
  /** Changes something or takes very long: only a look of this depth, which is asked for, runs it. */
  readonly depth?: Exclude<Depth, 'usual'>;
  /** How long it usually takes, in milliseconds; said on screen when it is slow. */
  readonly usualMs: number;
  readonly timeoutMs: number;
  /** Throws on anything unexpected; the engine turns that into `crashed`. */
  read(context: ProbeContext): Promise<FactTable[K] | Skip>;
  findings(fact: FactTable[K], known: Facts): readonly Finding[];
  /** The reading for the checklist is text over the fact: see `text.probes[id].reading`. */
}
