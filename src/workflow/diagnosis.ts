/** What the diagnosis machine's actors do, and the plans that follow from a diagnosis. */
import { causes } from '../causes/registry.js';
import { judgeHealth } from '../causes/judge-health.js';
import { rankCauses } from '../causes/rank.js';
import type { Depth, Diagnosis, RefusalReason } from '../domain/diagnosis.js';
import type { FactKey, Facts } from '../domain/facts.js';
import type { ProbeProgress, ProbeResult } from '../domain/findings.js';
import type { Health, ProbeId, RemedyId } from '../domain/ids.js';
import type { Plan } from '../domain/plan.js';
import type { Host } from '../host/host.js';
import type { SessionSummary } from '../journal/record.js';
import type { Probe } from '../probes/probe.js';
import { probes as everyProbe } from '../probes/registry.js';
import { runProbes, type ProbeRun } from '../probes/run-probes.js';
import { sweepTestSwitches } from '../probes/test-switch.js';
import { hashFacts } from '../remedies/facts-hash.js';
import { makePlan, planRemainder, readsOf } from '../remedies/make-plan.js';
import { offerRemedies } from '../remedies/offers.js';
import { findRemedy } from '../remedies/registry.js';
import type { Remedy } from '../remedies/remedy.js';
import type { CaseFile } from './case-file.js';
import { planContext } from './plan-context.js';

export interface DiagnosisOptions {
  readonly host: Host;
  readonly caseFile: CaseFile;
}

export interface RemainderRequest {
  readonly summary: Pick<SessionSummary, 'remedy' | 'target' | 'steps'>;
  /** The session's latest plan. */
  readonly last: Plan;
  /** Windows has restarted since the session's last command. */
  readonly restarted: boolean;
}

export interface DiagnosisWork {
  /** Runs every probe of this depth and keeps the case file up to date meanwhile. Never rejects. */
  runProbes(options: { readonly signal: AbortSignal; readonly depth?: Depth }): Promise<void>;
  /** What the last run came to; written to the case file. */
  judge(): Promise<{ readonly health: Health }>;
  /** The plan of a remedy from the facts of the last run. Throws `PlanRefused`. Not written to the case file. */
  makePlanFor(request: { readonly remedy: RemedyId; readonly target: string | null }): Promise<Plan>;
  /** What is left of a session, from facts that are read for it now. May have no steps. Throws `PlanRefused`. */
  planRemainderFor(request: RemainderRequest, signal?: AbortSignal): Promise<Plan>;
  /** Reads the plan's facts again, without starting WSL. */
  recheckFacts(plan: Plan, signal?: AbortSignal): Promise<{ readonly moved: boolean }>;
}

/** The remedy cannot be planned on this machine as it is. */
export class PlanRefused extends Error {
  override readonly name = 'PlanRefused';
  /** Null where this version does not know the remedy at all. */
  constructor(
    readonly remedy: RemedyId,
    readonly reason: RefusalReason | null,
  ) {
    super(`${remedy} cannot be planned: ${reason?.code ?? 'unknown remedy'}.`);
  }
}

export function createDiagnosis({ host, caseFile }: DiagnosisOptions): DiagnosisWork {
  let lastRun: ProbeRun = { facts: {}, results: [], findings: [] };

  const read = (keys: readonly FactKey[], known: Facts, signal = new AbortController().signal) =>
    readFacts(host, keys, known, signal);

  return {
    async runProbes({ signal, depth = 'usual' }) {
      caseFile.update({ facts: {}, diagnosis: null, handedOver: null, copied: null });
      const report = progressReporter(caseFile, everyProbe);
      await sweepTestSwitches(host, signal).catch(() => false);
      lastRun = await runProbes({ host, probes: everyProbe, signal, depth, onProgress: report });
    },

    judge() {
      const diagnosis = judgeRun(lastRun, host);
      caseFile.update({ facts: lastRun.facts, diagnosis });
      return Promise.resolve({ health: diagnosis.health });
    },

    async makePlanFor({ remedy: id, target }) {
      const remedy = remedyOf(id);
      const { facts } = caseFile.view();
      const reason = remedy.refusal(facts, host.paths, target);
      if (reason !== null) throw new PlanRefused(id, reason);
      return makePlan(remedy, await planContext(host, remedy, facts, target));
    },

    async planRemainderFor({ summary, last, restarted }, signal) {
      const remedy = remedyOf(summary.remedy);
      const facts = await read(readsOf(remedy), {}, signal);
      // Without it, addresses that have to be given back would be taken for lost.
      if (last.memory.adapters.length > 0 && facts.networkConfiguration === undefined)
        throw new PlanRefused(remedy.id, { code: 'fact-missing', probe: 'network-configuration' });
      caseFile.update({ facts: { ...caseFile.view().facts, ...facts } });
      const context = await planContext(host, remedy, facts, summary.target);
      return planRemainder({ remedy, context, last, steps: summary.steps, restarted });
    },

    async recheckFacts(plan, signal) {
      const { facts: then, diagnosis } = caseFile.view();
      const now = await read(plan.reads, then, signal);
      const fresh = host.clock.now() - (diagnosis?.at ?? 0) < ownStartLastsMs;
      const settled = fresh ? withoutOwnStart(now, then) : now;
      return { moved: hashFacts(settled, plan.reads) !== plan.factsHash };
    },
  };
}

function remedyOf(id: RemedyId): Remedy {
  const remedy = findRemedy(id);
  if (remedy === undefined) throw new PlanRefused(id, null);
  return remedy;
}

function judgeRun({ facts, findings, results }: ProbeRun, host: Host): Diagnosis {
  const health = judgeHealth(findings, facts);
  const ranked = rankCauses(findings, facts);
  const offers = offerRemedies({
    health,
    facts,
    paths: host.paths,
    causes: ranked,
    remediesOf: (id) => causes.find((cause) => cause.id === id)?.remedies ?? [],
  });
  return { health, at: host.clock.now(), facts, probes: results, findings, causes: ranked, offers };
}

/** Replaces the list at every change, so that screens can compare by identity. */
function progressReporter(caseFile: CaseFile, probes: readonly Probe[]) {
  const progress = new Map<ProbeId, ProbeProgress>(probes.map(({ id }) => [id, { status: 'waiting' }]));
  return (id: ProbeId, now: ProbeProgress, facts: Facts): void => {
    progress.set(id, now);
    caseFile.update({ facts, probes: [...progress].map(([probe, each]) => ({ id: probe, progress: each })) });
  };
}

/**
 * Reads some facts anew, with what their probes wait for. The attempt to start WSL is not repeated, and what only an
 * administrator could read again stays as it was read.
 */
export async function readFacts(
  host: Host,
  keys: readonly FactKey[],
  known: Facts,
  signal: AbortSignal,
): Promise<Facts> {
  const probes = probesFor(keys);
  const old = Object.entries(known).filter(([key]) => !probes.some(({ fact }) => fact === key));
  const { facts, results } = await runProbes({ host, probes, signal, known: Object.fromEntries(old) });
  const outOfSight = probes.filter(({ id }) =>
    results.some((each) => each.id === id && isOutOfSight(each.result)),
  );
  const kept = Object.entries(known).filter(([key]) => outOfSight.some(({ fact }) => fact === key));
  return { ...Object.fromEntries(kept), ...facts };
}

function isOutOfSight(result: ProbeResult): boolean {
  return (
    result.status === 'skipped' &&
    (result.reason.code === 'needs-elevation' || result.reason.code === 'asked-for-only')
  );
}

function probesFor(keys: readonly FactKey[]): readonly Probe[] {
  const needed = new Set<ProbeId>();
  const add = (probe: Probe) => {
    needed.add(probe.id);
    for (const each of everyProbe) if (probe.after.includes(each.id) && !needed.has(each.id)) add(each);
  };
  for (const probe of everyProbe) if (keys.includes(probe.fact) && probe.id !== 'wsl-start') add(probe);
  return everyProbe.filter(({ id }) => needed.has(id));
}

/** A distro that a diagnosis started ends by itself after 15 s, its virtual machine a minute later (wsl.md 1.4). */
const ownStartLastsMs = 90_000;

/** The distro that we started ourselves counts as it was before; that of a person would have run before. */
function withoutOwnStart(now: Facts, then: Facts): Facts {
  const ours = then.wslStart?.attempt === 'started' ? then.wslStart.distro : null;
  const before = then.distros?.distros.find(({ name }) => name === ours);
  if (before === undefined || now.distros === undefined) return now;
  const distros = now.distros.distros.map((distro) => (distro.name === ours ? before : distro));
  return { ...now, distros: { ...now.distros, distros } };
}
