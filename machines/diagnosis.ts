/** Looks at the machine and judges what it saw. Probes are not states: one actor runs them all and reports elsewhere. */
import { assign, fromPromise, setup } from 'xstate';
import type { Depth } from '../src/domain/diagnosis.js';
import type { Health } from '../src/domain/ids.js';
import { unprovided } from './unprovided.js';

export const diagnosisMachine = setup({
  types: {
    input: {} as { readonly depth: Depth },
    context: {} as { readonly depth: Depth; readonly health: Health },
    output: {} as { readonly health: Health },
  },
  actors: {
    runProbes: fromPromise<unknown, { readonly depth: Depth }>(unprovided),
    /** Ranks causes and offers remedies from what the probes learned. */
    judge: fromPromise<{ readonly health: Health }>(unprovided),
  },
}).createMachine({
  id: 'diagnosis',
  context: ({ input }) => ({ depth: input.depth, health: 'unknown' }),
  initial: 'probing',
  states: {
    probing: {
      invoke: {
        id: 'runProbes',
        src: 'runProbes',
        input: ({ context }) => ({ depth: context.depth }),
        onDone: 'judging',
        onError: 'judged',
      },
    },
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
