import { assign } from 'xstate';
import { troubleshooterSetup } from './troubleshooter-setup.js';

/** Sessions of the past. One of them may be undone: all that would run is shown, and asked about, before. */
export const historyState = troubleshooterSetup.createStateConfig({
  entry: 'closeSession',
  initial: 'reading',
  states: {
    reading: { invoke: { id: 'readHistory', src: 'readHistory', onDone: 'shown', onError: 'shown' } },
    shown: {
      entry: 'closeSession',
      on: {
        OPEN_SESSION: {
          target: 'asking',
          actions: assign({ session: ({ event }) => event.session }),
        },
        BACK: '#troubleshooter.reviewing',
      },
    },
    asking: {
      on: {
        BACK: 'shown',
        // What was diagnosed is another machine than the one after it.
        UNDO: {
          target: '#troubleshooter.rollingBack',
          actions: assign({ health: null, verdict: null }),
        },
      },
    },
  },
  on: { LEAVE: 'done' },
});
