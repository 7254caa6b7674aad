import { depths, type Depth } from '../domain/diagnosis.js';
import type { ProbeId } from '../domain/ids.js';
import type { Probe } from './probe.js';

export interface ScheduledProbe {
  readonly id: ProbeId;
  /** Milliseconds from the beginning of the diagnosis. */
  readonly startMs: number;
  readonly endMs: number;
}

export interface Schedule {
  /** In the order in which they end. */
  readonly probes: readonly ScheduledProbe[];
  readonly totalMs: number;
  /** The probes that the whole run waits for, first one first. */
  readonly longestChain: readonly ProbeId[];
}

type Scheduled = Pick<Probe, 'id' | 'after' | 'usualMs' | 'timeoutMs' | 'depth' | 'worker'>;

export interface ScheduleOptions {
  /** How many PowerShell processes the questions share that need none of their own. */
  readonly sharedWorkers?: number;
  /** With the probes that only a look of this depth runs. */
  readonly depth?: Depth;
  /** Probes that get no answer, so that they last until their limit. */
  readonly hung?: readonly ProbeId[];
}

/**
 * When each probe would start and end if all took as long as they usually do at the slow end, as `runProbes` starts them.
 */
export function scheduleOf(
  probes: readonly Scheduled[],
  { sharedWorkers = 3, depth = 'usual', hung = [] }: ScheduleOptions = {},
): Schedule {
  const usual = probes.filter((probe) => depths.indexOf(probe.depth ?? 'usual') <= depths.indexOf(depth));
  const ends = new Map<ProbeId, ScheduledProbe & { readonly waitedFor: ProbeId | null }>();
  const workers = Array.from({ length: sharedWorkers }, () => ({ freeAt: 0, last: null as ProbeId | null }));
  // Ready ones take the first free worker in the order in which they are ready.
  for (const probe of inOrderOfReadiness(usual)) {
    const needed = probe.after.flatMap((id) => ends.get(id) ?? []);
    const latest = needed.reduce<ScheduledProbe | null>(
      (most, each) => (most === null || each.endMs > most.endMs ? each : most),
      null,
    );
    let startMs = latest?.endMs ?? 0;
    let waitedFor = latest?.id ?? null;
    const worker =
      probe.worker === 'shared'
        ? workers.reduce((first, each) => (each.freeAt < first.freeAt ? each : first))
        : null;
    if (worker !== null && worker.freeAt > startMs) {
      startMs = worker.freeAt;
      waitedFor = worker.last;
    }
    const endMs = startMs + (hung.includes(probe.id) ? probe.timeoutMs : probe.usualMs);
    if (worker !== null) Object.assign(worker, { freeAt: endMs, last: probe.id });
    ends.set(probe.id, { id: probe.id, startMs, endMs, waitedFor });
  }
  const all = [...ends.values()].sort((left, right) => left.endMs - right.endMs);
  const longestChain: ProbeId[] = [];
  for (let at = all.at(-1); at !== undefined; at = at.waitedFor === null ? undefined : ends.get(at.waitedFor))
    longestChain.unshift(at.id);
  return {
    probes: all.map(({ id, startMs, endMs }) => ({ id, startMs, endMs })),
    totalMs: all.at(-1)?.endMs ?? 0,
    longestChain,
  };
}

/** Those that wait for nobody first, then those that wait for them, and so on; otherwise in the given order. */
function inOrderOfReadiness(probes: readonly Scheduled[]): readonly Scheduled[] {
  const known = new Map<ProbeId, number>();
  const depthOf = (probe: Scheduled): number => {
    const found = known.get(probe.id);
    if (found !== undefined) return found;
    const needed = probes.filter(({ id }) => probe.after.includes(id));
    const depth = needed.length === 0 ? 0 : 1 + Math.max(...needed.map(depthOf));
    known.set(probe.id, depth);
    return depth;
  };
  return [...probes].sort((left, right) => depthOf(left) - depthOf(right));
}
