import { newestCode, readEvents, trouble } from './events.js';
import { Skip, type Probe } from './probe.js';

export const vmmsLog = 'Microsoft-Windows-Hyper-V-VMMS-Admin';
/** "…encountered an unexpected error: Not found (0x80041002)": case wsl-12019. */
export const vmmsErrorId = 16000;

/** Hyper-V's own log: there the switch fails even where WSL says nothing. */
export const vmmsEventsProbe: Probe<'vmmsEvents'> = {
  id: 'vmms-events',
  fact: 'vmmsEvents',
  after: [],
  elevation: 'none',
  worker: 'shared',
  usualMs: 2_000,
  timeoutMs: 20_000,
  async read(context) {
    const events = await readEvents(context, vmmsLog);
    // The log comes with the Hyper-V feature, which Home and machines with the platform alone do not have.
    return 'log' in events && events.log === 'absent' ? new Skip({ code: 'not-on-this-edition' }) : events;
  },
  findings(fact, known) {
    const newest = newestCode(trouble(fact, known), [vmmsErrorId]);
    if (newest === undefined) return [];
    const { event, hresult, count } = newest;
    return [
      {
        id: 'vmms-switch-not-found',
        probe: 'vmms-events',
        data: { count, eventId: event.id, hresult },
        evidence: `VMMS ${event.id}: ${event.text}`,
      },
    ];
  },
};
