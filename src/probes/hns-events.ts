import { newestCode, readEvents, trouble } from './events.js';
import type { Probe } from './probe.js';

export const hnsLog = 'Microsoft-Windows-Host-Network-Service-Admin';
/** 1000 "failed to create vmswitch", 1013 result of HNS-Network-Create: case wsl-12055. */
export const hnsErrorIds: readonly number[] = [1000, 1013];

/** The Host Network Service's own log: which request failed, and with what. */
export const hnsEventsProbe: Probe<'hnsEvents'> = {
  id: 'hns-events',
  fact: 'hnsEvents',
  after: [],
  elevation: 'none',
  worker: 'shared',
  usualMs: 2_000,
  timeoutMs: 20_000,
  read: (context) => readEvents(context, hnsLog),
  findings(fact, known) {
    const newest = newestCode(trouble(fact, known), hnsErrorIds);
    if (newest === undefined) return [];
    const { event, hresult, count } = newest;
    return [
      {
        id: 'hns-switch-creation-failed',
        probe: 'hns-events',
        data: { count, eventId: event.id, hresult },
        evidence: `HNS ${event.id}: ${event.text}`,
      },
    ];
  },
};
