/** Looks at the machine and judges what it saw. Probes are not states: one actor runs them all and reports elsewhere. */
import { assign, fromPromise, setup } from 'xstate';
import type { Health } from '../src/domain/ids.js';
import { unprovided } from './unprovided.js';

export const diagnosisMachine = setup({
  types: {
    context: {} as { readonly health: Health },
    output: {} as { readonly health: Health },
  },
  actors: {
    runProbes: fromPromise<unknown>(unprovided),
    /** Ranks causes and offers remedies from what the probes learned. */
    judge: fromPromise<{ readonly health: Health }>(unprovided),
  },
}).createMachine({
  id: 'diagnosis',
  context: { health: 'unknown' },
  initial: 'probing',
  states: {
    probing: { invoke: { id: 'runProbes', src: 'runProbes', onDone: 'judging', onError: 'judged' } },
    judging: {
      invoke: {
        id: 'judge',
        src: 'judge',
        onDone: { target: 'judged', actions: assign({ health: ({ event }) => event.output.health }) },
        onError: 'judged',
      },
    },
    judged: { type: 'final' },
  },
  output: ({ context }) => ({ health: context.health }),
});
