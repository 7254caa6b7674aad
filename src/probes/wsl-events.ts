import type { EventRecord } from '../domain/facts.js';
import { readEvents, trouble } from './events.js';
import type { Probe } from './probe.js';
import { parseStartOutput } from './wsl-output.js';

/** WSL's warnings, a dependable second source: a fallback is told once, and perhaps to another program (wsl.md 1.6). */
export const wslEventsProbe: Probe<'wslEvents'> = {
  id: 'wsl-events',
  fact: 'wslEvents',
  after: [],
  elevation: 'none',
  worker: 'shared',
  usualMs: 2_000,
  timeoutMs: 20_000,
  read: (context) => readEvents(context, 'Application', 'WSL'),
  findings(fact, known) {
    const fallbacks = trouble(fact, known).flatMap((event) => fallbackIn(event) ?? []);
    const [newest] = fallbacks;
    if (newest === undefined) return [];
    return [
      {
        id: 'wsl-warned-fallback',
        probe: 'wsl-events',
        data: { count: fallbacks.length, failed: newest.failed, fallback: newest.fallback },
        evidence: newest.event.text,
      },
    ];
  },
};

/** Mode words only: the sentence is in the language of whoever started WSL. */
function fallbackIn(
  event: EventRecord,
): { readonly event: EventRecord; readonly failed: string; readonly fallback: string } | undefined {
  const { failedMode, fallbackMode } = parseStartOutput(event.text);
  return failedMode === null ? undefined : { event, failed: failedMode, fallback: fallbackMode ?? 'None' };
}
