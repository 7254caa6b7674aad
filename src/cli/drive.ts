/**
 * Goes through the flow without a person: each state in which the flow rests is answered from a table, as somebody at the
 * keys would. A state that the table does not answer is left.
 */
import { waitFor, type ActorRefFrom, type SnapshotFrom } from 'xstate';
import type { TroubleshooterEvent } from '../../machines/troubleshooter-setup.js';
import type { troubleshooterMachine } from '../../machines/troubleshooter.js';

export type Snapshot = SnapshotFrom<typeof troubleshooterMachine>;
export type TroubleshooterActor = ActorRefFrom<typeof troubleshooterMachine>;

/** The states in which the flow waits for somebody. */
export const restingStates = [
  'recovering',
  'reviewing',
  'choosing',
  'planning.shown',
  'confirming',
  'stopped',
  'rolledBack',
  'notFullyRolledBack',
  'awaitingRestart.waiting',
  'awaitingRestart.confirming',
  'handedOver',
  'resolved',
  'deciding',
] as const;
export type RestingState = (typeof restingStates)[number];

export type Answers = Partial<Record<RestingState, (snapshot: Snapshot) => TroubleshooterEvent | null>>;

/** Resolves with the last state in which the flow rested before it was done, and with the snapshot there. */
export async function drive(
  actor: TroubleshooterActor,
  answers: Answers,
): Promise<{ readonly state: RestingState | null; readonly snapshot: Snapshot }> {
  let last: { state: RestingState | null; snapshot: Snapshot } = {
    state: null,
    snapshot: actor.getSnapshot(),
  };
  for (;;) {
    const snapshot = await waitFor(actor, (now) => now.status !== 'active' || restingState(now) !== null);
    const state = restingState(snapshot);
    if (snapshot.status !== 'active' || state === null) return last;
    last = { state, snapshot };
    const event = answers[state]?.(snapshot) ?? { type: 'LEAVE' as const };
    actor.send(event);
    // An answer that the flow does not take would be given for ever.
    if (actor.getSnapshot() === snapshot) actor.send({ type: 'LEAVE' });
  }
}

export function restingState(snapshot: Snapshot): RestingState | null {
  const path = pathOf(snapshot.value);
  return restingStates.find((state) => state === path) ?? null;
}

export function pathOf(value: Snapshot['value']): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([state, inner]) => `${state}.${pathOf(inner as Snapshot['value'])}`)
    .join(' ');
}
