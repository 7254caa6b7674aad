import { assign } from 'xstate';
import { troubleshooterSetup } from './troubleshooter-setup.js';

/** What only an administrator may read, and what is done only when somebody asks for it. */
export const lookingDeeper = troubleshooterSetup.createStateConfig({
  initial: 'deciding',
  states: {
    deciding: {
      on: {
        LOOK: { target: 'elevating', actions: assign({ depth: ({ event }) => event.depth }) },
        BACK: '#troubleshooter.reviewing',
      },
    },
    elevating: {
      invoke: {
        id: 'elevateToLook',
        src: 'elevateToLook',
        onDone: '#troubleshooter.diagnosing',
        onError: {
          target: '#troubleshooter.reviewing',
          actions: [assign({ depth: 'usual' }), { type: 'notice', params: 'look-refused' }],
        },
      },
    },
  },
  on: { LEAVE: 'done' },
});
