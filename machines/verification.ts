/** Proves whether the network really works. After a failure the host is asked the same, so that an offline host is told apart. */
import { assign, fromPromise, setup } from 'xstate';
import type { Verdict } from '../src/domain/ids.js';
import { unprovided } from './unprovided.js';

/** What the checks inside WSL came to. `null` where there was nothing to check with (no distro). */
export interface NetworkChecks {
  readonly started: boolean | null;
  /** As `wslinfo --networking-mode` says it; null where it could not be asked. */
  readonly mode: string | null;
  /** Route, name resolution and HTTP, all of them. */
  readonly network: boolean | null;
  /** WSL's warnings about the network, or new errors in the event logs since the treatment. */
  readonly complaints: boolean;
}

interface VerificationContext {
  readonly checks: NetworkChecks;
  readonly hostOnline: boolean | null;
}

export const verificationMachine = setup({
  types: {
    context: {} as VerificationContext,
    output: {} as { readonly verdict: Verdict },
  },
  actors: {
    runChecks: fromPromise<NetworkChecks>(unprovided),
    /** The same requests from the host. */
    checkHost: fromPromise<{ readonly online: boolean }>(unprovided),
    /** Writes the verdict to the journal. */
    recordVerdict: fromPromise<unknown, { readonly verdict: Verdict }>(unprovided),
  },
  guards: {
    networkFailed: (_, checks: NetworkChecks) => checks.started === true && checks.network === false,
  },
}).createMachine({
  id: 'verification',
  context: { checks: { started: null, mode: null, network: null, complaints: false }, hostOnline: null },
  initial: 'checking',
  states: {
    checking: {
      invoke: {
        id: 'runChecks',
        src: 'runChecks',
        onDone: [
          {
            guard: { type: 'networkFailed', params: ({ event }) => event.output },
            target: 'comparingWithHost',
            actions: assign({ checks: ({ event }) => event.output }),
          },
          { target: 'recording', actions: assign({ checks: ({ event }) => event.output }) },
        ],
        onError: 'recording',
      },
    },
    comparingWithHost: {
      invoke: {
        id: 'checkHost',
        src: 'checkHost',
        onDone: { target: 'recording', actions: assign({ hostOnline: ({ event }) => event.output.online }) },
        onError: 'recording',
      },
    },
    recording: {
      invoke: {
        id: 'recordVerdict',
        src: 'recordVerdict',
        input: ({ context }) => ({ verdict: judge(context) }),
        onDone: 'judged',
        onError: 'judged',
      },
    },
    judged: { type: 'final' },
  },
  output: ({ context }) => ({ verdict: judge(context) }),
});

/** The four verdicts. A fallback is never called a repair. */
export function judge({ checks, hostOnline }: VerificationContext): Verdict {
  if (checks.started === null) return 'cannot-judge';
  if (!checks.started || checks.mode === 'none') return 'not-repaired';
  if (checks.network === false) return hostOnline === false ? 'cannot-judge' : 'not-repaired';
  if (checks.network === null || checks.mode === null) return 'cannot-judge';
  if (checks.mode === 'nat' || checks.mode === 'mirrored' || checks.mode === 'bridged') {
    return checks.complaints ? 'cannot-judge' : 'repaired';
  }
  return 'working-by-fallback';
}
