/** Where the flow stands, as one name for each screen. */
import type { ActorRefFrom, SnapshotFrom } from 'xstate';
import type { treatmentMachine } from '../../machines/treatment.js';
import type { troubleshooterMachine } from '../../machines/troubleshooter.js';

export const places = [
  'starting',
  'recovering',
  'forgetting',
  'diagnosing',
  'reviewing',
  'looking-deeper',
  'elevating-to-look',
  'choosing',
  'history',
  'asking-undo',
  'planning',
  'plan',
  'confirming',
  'elevating',
  'rechecking',
  'applying',
  'interrupted',
  'stopped',
  'rolling-back',
  'rolled-back',
  'not-fully-rolled-back',
  'awaiting-restart',
  'confirming-restart',
  'restarting',
  'verifying',
  'handing-over',
  'handed-over',
  'resolved',
  'deciding',
  'done',
] as const;
export type Place = (typeof places)[number];

export type FlowSnapshot = SnapshotFrom<typeof troubleshooterMachine>;
export type TreatmentSnapshot = SnapshotFrom<typeof treatmentMachine>;

export type TreatmentActor = ActorRefFrom<typeof treatmentMachine>;

/** The actor of the running plan, while there is one. */
export function treatmentOf(flow: FlowSnapshot): TreatmentActor | undefined {
  // XState types children without their ids as any of the provided actors; this id is given to the treatment alone.
  return flow.children.treatment as TreatmentActor | undefined;
}

/** `treatment` is the snapshot of the child while one runs. */
export function placeOf(flow: FlowSnapshot, treatment?: TreatmentSnapshot): Place {
  if (flow.matches('applying'))
    return treatment !== undefined && isAsking(treatment) ? 'interrupted' : 'applying';
  if (flow.matches({ lookingDeeper: 'elevating' })) return 'elevating-to-look';
  if (flow.matches({ planning: 'shown' })) return 'plan';
  if (flow.matches({ history: 'asking' })) return 'asking-undo';
  if (flow.matches({ awaitingRestart: 'confirming' })) return 'confirming-restart';
  if (flow.matches({ awaitingRestart: 'restarting' })) return 'restarting';
  const name = typeof flow.value === 'string' ? flow.value : Object.keys(flow.value)[0];
  const place = name?.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  // States without a screen of their own (afterKeeping …) are left at once and never drawn.
  return places.find((known) => known === place) ?? 'starting';
}

/** The person is asked what an interrupt should mean. `held`: the step ended before the answer. */
function isAsking(treatment: TreatmentSnapshot): boolean {
  return (
    treatment.matches({ opening: 'interrupted' }) ||
    treatment.matches({ applying: 'interrupted' }) ||
    treatment.matches('held')
  );
}

/** Places in which commands run, so that their output belongs on the screen. */
export function commandsRun(place: Place): boolean {
  return running.has(place);
}
const running: ReadonlySet<Place> = new Set([
  'starting',
  'elevating-to-look',
  'diagnosing',
  'planning',
  'elevating',
  'rechecking',
  'applying',
  'interrupted',
  'rolling-back',
  'restarting',
  'verifying',
]);

/** Places in which leaving would stop something half-way: there Ctrl+C asks, or waits. */
export function mustNotLeave(place: Place): boolean {
  return place === 'applying' || place === 'interrupted' || place === 'rolling-back';
}
