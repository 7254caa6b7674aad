/**
 * The whole flow (design.md section 3): diagnose → choose → confirm → verify, with recovery before it and the ways back
 * after it. Pure: every effect is an actor provided by `src/workflow`, and what probes and commands say lives outside.
 */
import { assign } from 'xstate';
import { awaitingRestart } from './awaiting-restart.js';
import { lookingDeeper } from './looking-deeper.js';
import { historyState } from './history.js';
import { endedBy, planOf, planRequest, troubleshooterSetup } from './troubleshooter-setup.js';

export const troubleshooterMachine = troubleshooterSetup.createMachine({
  id: 'troubleshooter',
  context: {
    health: null,
    depth: 'usual',
    unfinished: 'none',
    request: null,
    plan: null,
    confirmed: [],
    verdict: null,
    session: null,
    notice: null,
  },
  initial: 'starting',
  states: {
    starting: {
      // Comes here again after a stop and after a practice restart; nothing of the earlier plan may count then.
      entry: ['dropPlan', assign({ unfinished: 'none', verdict: null, notice: null })],
      invoke: {
        id: 'findUnfinished',
        src: 'findUnfinished',
        onDone: [
          { guard: { type: 'nothingUnfinished', params: ({ event }) => event.output }, target: 'diagnosing' },
          {
            target: 'recovering',
            actions: assign({ unfinished: ({ event }) => event.output.unfinished }),
          },
        ],
        onError: 'diagnosing',
      },
    },

    recovering: {
      exit: { type: 'notice', params: null },
      always: { guard: 'restartIsDue', target: 'awaitingRestart' },
      on: {
        FINISH: { target: 'planning', actions: assign({ request: { kind: 'remainder' } }) },
        UNDO: 'rollingBack',
        FORGET: 'forgetting',
        LEAVE: 'done',
      },
    },
    forgetting: {
      invoke: {
        id: 'forget',
        src: 'forget',
        onDone: 'diagnosing',
        // A service stands still, or the disk refused: as long as that is so, the session is not over.
        onError: { target: 'recovering', actions: { type: 'notice', params: 'forget-failed' } },
      },
    },

    diagnosing: {
      entry: ['dropPlan', assign({ unfinished: 'none', verdict: null })],
      exit: assign({ depth: 'usual' }),
      invoke: {
        id: 'diagnosis',
        src: 'diagnosis',
        input: ({ context }) => ({ depth: context.depth }),
        onDone: { target: 'reviewing', actions: assign({ health: ({ event }) => event.output.health }) },
        onError: { target: 'reviewing', actions: assign({ health: 'unknown' }) },
      },
      on: { LEAVE: 'done' },
    },

    reviewing: {
      exit: { type: 'notice', params: null },
      on: {
        CONTINUE: 'choosing',
        DIAGNOSE: 'diagnosing',
        LOOK_DEEPER: 'lookingDeeper',
        HISTORY: 'history',
        LEAVE: 'done',
      },
    },

    lookingDeeper,

    choosing: {
      // What an earlier run left is settled here: finished, undone or forgotten.
      entry: ['dropPlan', assign({ unfinished: 'none' })],
      exit: { type: 'notice', params: null },
      on: {
        CHOOSE: { target: 'planning', actions: { type: 'takeChoice', params: ({ event }) => event } },
        BACK: 'reviewing',
        DIAGNOSE: 'diagnosing',
        LEAVE: 'done',
      },
    },

    history: historyState,

    planning: {
      initial: 'making',
      states: {
        making: {
          invoke: {
            id: 'makePlan',
            src: 'makePlan',
            input: ({ context }) => planRequest(context),
            onDone: [
              {
                guard: { type: 'nothingLeftToHandOver', params: ({ event }) => event.output },
                target: '#troubleshooter.handingOver',
                actions: { type: 'takePlan', params: ({ event }) => event.output },
              },
              {
                guard: { type: 'planIsEmpty', params: ({ event }) => event.output },
                target: '#troubleshooter.verifying',
                actions: { type: 'takePlan', params: ({ event }) => event.output },
              },
              { target: 'shown', actions: { type: 'takePlan', params: ({ event }) => event.output } },
            ],
            onError: {
              target: '#troubleshooter.planRefused',
              actions: { type: 'notice', params: 'planning-failed' },
            },
          },
        },
        shown: {
          on: {
            ACCEPT_PLAN: {
              guard: { type: 'isThisPlan', params: ({ event }) => event.planHash },
              target: '#troubleshooter.confirming',
            },
            BACK: '#troubleshooter.planRefused',
            LEAVE: '#troubleshooter.done',
          },
        },
      },
    },
    /** Back to where the plan was asked for. Nothing has run. */
    planRefused: {
      always: [
        { guard: 'remainderWasWanted', target: 'recovering', actions: 'dropPlan' },
        { target: 'choosing' },
      ],
    },

    confirming: {
      always: { guard: 'allConfirmed', target: 'elevating' },
      on: {
        CONFIRM: {
          guard: { type: 'isNextToConfirm', params: ({ event }) => event },
          actions: { type: 'markConfirmed', params: ({ event }) => event.stepId },
        },
        REFUSE: 'planRefused',
        LEAVE: 'done',
      },
    },

    elevating: {
      on: { LEAVE: 'done' },
      initial: 'deciding',
      states: {
        deciding: {
          always: [{ guard: 'needsElevation', target: 'asking' }, { target: '#troubleshooter.rechecking' }],
        },
        asking: {
          invoke: {
            id: 'elevate',
            src: 'elevate',
            onDone: '#troubleshooter.rechecking',
            onError: {
              target: '#troubleshooter.planRefused',
              actions: { type: 'notice', params: 'elevation-refused' },
            },
          },
        },
      },
    },

    rechecking: {
      invoke: {
        id: 'recheck',
        src: 'recheck',
        input: ({ context }) => ({ planHash: planOf(context).hash }),
        onDone: [
          {
            guard: { type: 'factsMoved', params: ({ event }) => event.output },
            target: 'factsMoved',
          },
          { target: 'applying' },
        ],
        onError: 'factsMoved',
      },
      // The last moment at which leaving means that nothing has run.
      on: { LEAVE: 'done' },
    },
    /** The machine is no longer as it was when the plan was made. */
    factsMoved: {
      entry: { type: 'notice', params: 'facts-moved' },
      always: [
        // What is left of a session is planned from the facts as they are: go back and plan again.
        { guard: 'remainderWasWanted', target: 'recovering', actions: 'dropPlan' },
        { target: 'diagnosing' },
      ],
    },

    applying: {
      invoke: {
        id: 'treatment',
        src: 'treatment',
        input: ({ context }) => ({ plan: planOf(context), confirmed: context.confirmed }),
        onDone: [
          { guard: { type: 'handedOver', params: ({ event }) => event.output.end }, target: 'handingOver' },
          { guard: endedBy('completed'), target: 'verifying' },
          { guard: endedBy('restart'), target: 'awaitingRestart' },
          { guard: endedBy('stopped'), target: 'stopped' },
          {
            guard: endedBy('not-begun'),
            target: 'planRefused',
            actions: { type: 'notice', params: 'journal-failed' },
          },
          { target: 'rollingBack' },
        ],
        onError: 'rollingBack',
      },
      on: {
        INTERRUPT: { actions: 'tellTreatment' },
        RESUME: { actions: 'tellTreatment' },
        STOP_AFTER_STEP: { actions: 'tellTreatment' },
        ROLL_BACK: { actions: 'tellTreatment' },
      },
    },
    handingOver: {
      invoke: { id: 'recordHandOver', src: 'recordHandOver', onDone: 'handedOver', onError: 'handedOver' },
    },
    /** The window is open, or the copy is made. What is done with it is the person's; the machine is looked at again when they come back. */
    handedOver: { entry: 'dropPlan', on: { DIAGNOSE: 'diagnosing', BACK: 'afterKeeping', LEAVE: 'done' } },

    /** Stopped between two steps on the person's word; services run, the session stays open. */
    stopped: { on: { FINISH: 'starting', LEAVE: 'done' } },

    rollingBack: {
      // From here on the journal leads; after a crash there is no plan here either.
      entry: 'dropPlan',
      invoke: {
        id: 'rollBack',
        src: 'rollBack',
        input: ({ context }) => ({ session: context.session }),
        onDone: [
          {
            guard: { type: 'rollBackIsComplete', params: ({ event }) => event.output },
            target: 'rolledBack',
          },
          { target: 'notFullyRolledBack' },
        ],
        onError: 'notFullyRolledBack',
      },
      exit: 'closeSession',
    },
    rolledBack: { on: { CONTINUE: 'afterRollBack', LEAVE: 'done' } },
    notFullyRolledBack: { on: { CONTINUE: 'afterRollBack', LEAVE: 'done' } },
    afterRollBack: { always: [{ guard: 'wasDiagnosed', target: 'choosing' }, { target: 'diagnosing' }] },

    awaitingRestart,

    verifying: {
      invoke: {
        id: 'verification',
        src: 'verification',
        onDone: [
          {
            guard: { type: 'isNotRepaired', params: ({ event }) => event.output },
            target: 'deciding',
            actions: assign({ verdict: ({ event }) => event.output.verdict }),
          },
          { target: 'resolved', actions: assign({ verdict: ({ event }) => event.output.verdict }) },
        ],
        onError: { target: 'resolved', actions: assign({ verdict: 'cannot-judge' }) },
      },
    },
    resolved: {
      on: {
        LEAVE: 'done',
        DIAGNOSE: 'diagnosing',
        // What prevents it next time, from what is known of the machine.
        CHOOSE: {
          guard: 'wasDiagnosed',
          target: 'planning',
          // The session that ended here is settled, whatever it was taken up from.
          actions: [{ type: 'takeChoice', params: ({ event }) => event }, assign({ unfinished: 'none' })],
        },
      },
    },
    /** Not repaired: keep what was changed, or undo it; then the next remedy. */
    deciding: {
      on: {
        KEEP: 'afterKeeping',
        UNDO: 'rollingBack',
        LEAVE: 'done',
      },
    },
    afterKeeping: { always: [{ guard: 'wasDiagnosed', target: 'choosing' }, { target: 'diagnosing' }] },

    done: { type: 'final' },
  },
});
