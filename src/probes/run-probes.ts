/** The one engine that runs probes: together, in the order they need, and none of them is the end of the run. */
import { depths, type Depth } from '../domain/diagnosis.js';
import type { Facts } from '../domain/facts.js';
import type { Finding, ProbeProgress, ProbeResult, SkipReason } from '../domain/findings.js';
import type { ProbeId } from '../domain/ids.js';
import type { Host } from '../host/host.js';
import { sanitizeLine } from '../host/sanitize.js';
import { AnswerTimedOut, isDenied, QuestionFailed } from './machine.js';
import { Skip, type Probe } from './probe.js';

export interface ProbeRunOptions {
  readonly host: Host;
  readonly probes: readonly Probe[];
  readonly signal: AbortSignal;
  /** Facts from before, for probes whose predecessors are not among `probes`. */
  readonly known?: Facts;
  /** How far it was asked to look. */
  readonly depth?: Depth;
  /** Told at every change, with the facts so far. */
  onProgress?(id: ProbeId, progress: ProbeProgress, facts: Facts): void;
}

export interface ProbeRun {
  readonly facts: Facts;
  /** In the order of `probes`. */
  readonly results: readonly { readonly id: ProbeId; readonly result: ProbeResult }[];
  readonly findings: readonly Finding[];
}

/** Never rejects: what a probe ends with is its result. */
export async function runProbes(options: ProbeRunOptions): Promise<ProbeRun> {
  const run = new Run(options);
  await Promise.all(options.probes.map((probe) => run.whenDone(probe)));
  return run.conclude();
}

class Run {
  private facts: Facts;
  private readonly ends = new Map<ProbeId, Promise<void>>();
  private readonly results = new Map<ProbeId, ProbeResult>();
  /** The end of what the helper does now. */
  private helperIsFree: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: ProbeRunOptions) {
    this.facts = options.known ?? {};
    for (const { id } of options.probes) this.report(id, { status: 'waiting' });
  }

  /** Starts it once; a probe that waits for another shares its end. */
  whenDone(probe: Probe): Promise<void> {
    const known = this.ends.get(probe.id);
    if (known !== undefined) return known;
    const end = this.start(probe);
    this.ends.set(probe.id, end);
    return end;
  }

  /** Some findings depend on what other probes learned meanwhile (old events under a network that works), so they are drawn anew. */
  conclude(): ProbeRun {
    const results = this.options.probes.map((probe) => ({ id: probe.id, result: this.settle(probe) }));
    for (const { id, result } of results) this.report(id, result);
    return {
      facts: this.facts,
      results,
      findings: results.flatMap(({ result }) => ('findings' in result ? result.findings : [])),
    };
  }

  private async start(probe: Probe): Promise<void> {
    const { probes } = this.options;
    // Yields first, so that every probe is in `ends` before any of them looks for another.
    await Promise.resolve();
    await Promise.all(
      probes.filter(({ id }) => probe.after.includes(id)).map((needed) => this.whenDone(needed)),
    );
    await (this.needsHelper(probe) ? this.inTurn(() => this.look(probe)) : this.look(probe));
  }

  private async look(probe: Probe): Promise<void> {
    const since = this.options.host.clock.now();
    this.report(probe.id, { status: 'running', since });
    const result = await this.read(probe, since);
    this.results.set(probe.id, result);
    this.report(probe.id, result);
  }

  private needsHelper({ elevation }: Probe): boolean {
    const { host } = this.options;
    return elevation === 'admin' && !this.isElevated() && host.holdsElevation?.() === true;
  }

  private isElevated(): boolean {
    return this.facts.elevation?.elevated === true;
  }

  /** The helper does one thing at a time, and waiting for it must not count as a check's own time. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.helperIsFree.then(work);
    this.helperIsFree = turn;
    return turn;
  }

  private async read(probe: Probe, since: number): Promise<ProbeResult> {
    const { host, signal, depth = 'usual' } = this.options;
    const lasted = () => host.clock.now() - since;
    const skipped = (reason: SkipReason): ProbeResult => ({
      status: 'skipped',
      reason,
      durationMs: lasted(),
    });
    const isCancelled = () => signal.aborted;
    if (isCancelled()) return skipped({ code: 'cancelled' });
    if (depths.indexOf(probe.depth ?? 'usual') > depths.indexOf(depth))
      return skipped({ code: 'asked-for-only' });
    if (probe.elevation === 'admin' && !this.isElevated() && !this.needsHelper(probe))
      return skipped({ code: 'needs-elevation' });
    try {
      const fact = await withLimit(host, signal, probe.timeoutMs, (limited) =>
        probe.read({ host: askedBy(host, probe.id), known: this.facts, signal: limited }),
      );
      if (fact instanceof Skip) return skipped(fact.reason);
      this.facts = { ...this.facts, [probe.fact]: fact };
      return withFindings(probe.findings(fact, this.facts), lasted());
    } catch (problem) {
      if (isCancelled()) return skipped({ code: 'cancelled' });
      if (problem instanceof AnswerTimedOut)
        return { status: 'timed-out', afterMs: problem.afterMs, durationMs: lasted() };
      // Windows keeps more from ordinary accounts on some machines than on others.
      if (probe.elevation === 'none' && isDenied(problem) && !this.isElevated())
        return skipped({ code: 'denied' });
      return { status: 'crashed', message: messageOf(problem), durationMs: lasted(), ...lostWith(problem) };
    }
  }

  private settle(probe: Probe): ProbeResult {
    const result = this.results.get(probe.id) ?? {
      status: 'crashed',
      message: 'It never ended.',
      durationMs: 0,
    };
    const fact = this.facts[probe.fact];
    if (!('findings' in result) || fact === undefined) return result;
    try {
      return withFindings(probe.findings(fact, this.facts), result.durationMs);
    } catch (problem) {
      return { status: 'crashed', message: messageOf(problem), durationMs: result.durationMs };
    }
  }

  private report(id: ProbeId, progress: ProbeProgress): void {
    this.options.onProgress?.(id, progress, this.facts);
  }
}

/** The host as one probe sees it: the log, and a recording where one is made, say who asked. */
function askedBy(machine: Host, probe: ProbeId): Host {
  const host = machine.forProbe?.(probe) ?? machine;
  return {
    ...host,
    run: (command, options) => host.run(command, { ...options, probe }),
    ask: (question, options) => host.ask(question, { ...options, probe }),
  };
}

const withFindings = (findings: readonly Finding[], durationMs: number): ProbeResult => ({
  status: findings.length === 0 ? 'ok' : 'finding',
  findings,
  durationMs,
});

/** Rejects at the limit or when cancelled, whatever the work does then; its late end is nobody's business. */
async function withLimit<T>(
  host: Host,
  signal: AbortSignal,
  limitMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ended = new AbortController();
  const cancelled = new Promise<never>((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(new Error('Cancelled.'));
      },
      { once: true, signal: ended.signal },
    );
  });
  const tooLate = host.clock.sleep(limitMs, AbortSignal.any([signal, ended.signal])).then(() => {
    throw new AnswerTimedOut(limitMs);
  });
  const stop = AbortSignal.any([signal, ended.signal]);
  // Only one of the three is waited for; the others must not count as unhandled.
  for (const promise of [cancelled, tooLate]) promise.catch(() => undefined);
  try {
    return await Promise.race([work(stop), tooLate, cancelled]);
  } finally {
    ended.abort();
  }
}

/** What the process of PowerShell took with it. */
function lostWith(problem: unknown): Pick<ProbeResult & { status: 'crashed' }, 'lost'> {
  if (!(problem instanceof QuestionFailed)) return {};
  const { reason, message } = problem.answer;
  if (reason !== 'lost' && reason !== 'unavailable') return {};
  return { lost: { question: problem.question, why: sanitizeLine(message ?? reason) } };
}

const messageOf = (problem: unknown): string =>
  sanitizeLine(problem instanceof Error ? problem.message : String(problem));
