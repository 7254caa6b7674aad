import { assign } from 'xstate';
import { restartStepId } from '../src/domain/plan.js';
import { troubleshooterSetup } from './troubleshooter-setup.js';

/** Windows has to restart before the plan goes on. The restart is confirmed like any destructive step. */
export const awaitingRestart = troubleshooterSetup.createStateConfig({
  initial: 'waiting',
  states: {
    waiting: { exit: { type: 'notice', params: null }, on: { RESTART: 'confirming' } },
    confirming: {
      on: {
        CONFIRM: {
          guard: { type: 'isRestartConfirmation', params: ({ event }) => event },
          target: 'restarting',
        },
        REFUSE: 'waiting',
      },
    },
    restarting: {
      invoke: {
        id: 'restartWindows',
        src: 'restartWindows',
        input: ({ context }) => ({
          confirmation: { stepId: restartStepId, planHash: context.plan?.hash ?? '' },
        }),
        onDone: [
          {
            guard: { type: 'hasRestarted', params: ({ event }) => event.output },
            target: '#troubleshooter.starting',
            // What was diagnosed was another boot's machine; a program started anew would not know it either.
            actions: assign({ health: null }),
          },
          { target: '#troubleshooter.done' },
        ],
        onError: { target: 'waiting', actions: { type: 'notice', params: 'restart-failed' } },
      },
    },
  },
  on: { UNDO: 'rollingBack', LEAVE: 'done' },
});
