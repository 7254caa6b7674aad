/** The helper as the TUI sees it: it is given commands, is told their verbs, and runs what was shown or nothing. */
import { isDeepStrictEqual } from 'node:util';
import type { Clock, Command } from '../../host.js';
import type { ProcessEnd, ProcessIo } from '../../spawn.js';
import { ChannelRefused, type Channel } from './channel.js';
import { parseReport, type Order, type Refusal, type Report, type ServicePromise } from './messages.js';
import { verbFor, type Verb, type VerbPaths } from './verbs.js';

export interface HelperContext {
  readonly clock: Clock;
  readonly paths: VerbPaths;
  /** Told of everything that was refused, on either side. */
  readonly onRefusal: (reason: Refusal, detail: string) => void;
}

export interface Helper {
  /** SID of its token; null where it could not be read. */
  readonly sid: string | null;
  isThere(): boolean;
  /** What it brings services back to if we are gone without `end`. */
  begin(services: readonly ServicePromise[]): void;
  /** A `Spawn` for commands that have a verb; any other does not start. One at a time. */
  run(command: Command, io: ProcessIo): Promise<ProcessEnd>;
  /** Says that all is well and waits until the helper is gone, or for some seconds. */
  end(): Promise<void>;
}

const lastWordsMs = 5_000;

export function createHelper(
  { paths, clock, onRefusal }: HelperContext,
  channel: Channel,
  sid: string | null,
): Helper {
  const conversation: Conversation = {
    there: true,
    hear: null,
    send: (order) => channel.send(order),
    distrust(detail) {
      onRefusal('echo-differs', detail);
      conversation.there = false;
      // Without `end`: the helper brings services back.
      channel.close();
    },
  };
  const gone = listen(channel, conversation, onRefusal).then(() => {
    conversation.there = false;
    channel.close();
    conversation.hear?.(null);
  });
  let lastRun = 0;
  let queue: Promise<unknown> = Promise.resolve();

  return {
    sid,
    isThere: () => conversation.there,
    begin: (services) => conversation.send({ kind: 'begin', services }),
    run(command, io) {
      const verb = verbFor(paths, command);
      if (verb === null)
        return Promise.resolve(notStarted('The elevated helper has no verb for this command.'));
      const turn = queue.then(() =>
        conversation.there
          ? runVerb(conversation, { run: ++lastRun, command, verb, io })
          : notStarted('There is no elevated helper any more.'),
      );
      queue = turn;
      return turn;
    },
    async end() {
      if (!conversation.there) return;
      conversation.send({ kind: 'end' });
      const over = new AbortController();
      await Promise.race([gone, clock.sleep(lastWordsMs, over.signal)]);
      over.abort();
      channel.close();
    },
  };
}

interface Conversation {
  there: boolean;
  /** Who listens to what the helper says of the command that runs; null is the end of it. */
  hear: ((report: Report | null) => void) | null;
  readonly send: (order: Order) => void;
  /** Whoever understands a verb differently is not to be asked again. */
  readonly distrust: (detail: string) => void;
}

interface VerbRun {
  readonly run: number;
  readonly command: Command;
  readonly verb: Verb;
  readonly io: ProcessIo;
}

/** Proposes the verb, compares what the helper would run with what was shown, and lets it go. */
function runVerb(conversation: Conversation, { run, command, verb, io }: VerbRun): Promise<ProcessEnd> {
  const { send } = conversation;
  return new Promise((resolve) => {
    let isGoing = false;
    const cancel = () => {
      if (isGoing) send({ kind: 'cancel', run });
    };
    const finish = (end: ProcessEnd) => {
      io.signal.removeEventListener('abort', cancel);
      conversation.hear = null;
      resolve(end);
    };
    const answerEcho = (argv: readonly string[]) => {
      if (!isDeepStrictEqual(argv, [command.file, ...command.args])) {
        conversation.distrust(argv.join(' '));
        finish(notStarted('The elevated helper would run something else than what was shown.'));
      } else if (io.signal.aborted) {
        send({ kind: 'withdraw', run });
        finish({ ended: 'cancelled' });
      } else {
        isGoing = true;
        send({ kind: 'go', run });
      }
    };
    io.signal.addEventListener('abort', cancel);
    conversation.hear = (report) => {
      if (report === null) finish(lost(isGoing));
      else if (!('run' in report) || report.run !== run) return;
      else if (report.kind === 'echo') answerEcho([report.file, ...report.args]);
      else if (report.kind === 'output') io.onBytes(report.stream, Buffer.from(report.base64, 'base64'));
      else finish(endOf(report));
    };
    send({ kind: 'propose', run, verb });
  });
}

/** Hands on what the helper says until it is gone, or says what it never says. */
async function listen(
  channel: Channel,
  conversation: Conversation,
  onRefusal: HelperContext['onRefusal'],
): Promise<void> {
  try {
    for (let message = await channel.receive(); message !== null; message = await channel.receive()) {
      const report = parseReport(message);
      if (report === undefined) throw new ChannelRefused('bad-message');
      if (report.kind === 'refused') onRefusal(report.reason, 'The elevated helper refused, and ends.');
      else conversation.hear?.(report);
    }
  } catch (error) {
    onRefusal(error instanceof ChannelRefused ? error.reason : 'bad-message', String(error));
  }
}

/** What a command did whose helper is gone is unknown: the checks of the step look at the machine. */
function lost(isGoing: boolean): ProcessEnd {
  return notStarted(
    isGoing
      ? 'The elevated helper ended before the command did. What the command did is unknown.'
      : 'The elevated helper ended before the command was started.',
  );
}

function notStarted(startError: string): ProcessEnd {
  return { ended: 'not-started', startError };
}

function endOf(report: Extract<Report, { readonly kind: 'ended' }>): ProcessEnd {
  switch (report.ended) {
    case 'exited':
      return { ended: 'exited', exitCode: report.exitCode ?? -1 };
    case 'not-started':
      return notStarted(report.startError ?? '');
    case 'cancelled':
      return { ended: 'cancelled' };
  }
}
