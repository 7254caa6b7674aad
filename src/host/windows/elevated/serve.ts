/**
 * The helper's side: it does what it is told in verbs, one command at a time, and brings services back when the other side
 * goes away without a word.
 */
import { connect, type Socket } from 'node:net';
import { commandLine, type Command } from '../../host.js';
import type { ProcessEnd } from '../../spawn.js';
import { ChannelRefused, openChannel, type Channel } from './channel.js';
import { parseOrder, type Order, type Refusal, type Report, type ServicePromise } from './messages.js';
import { restoreServices, type ServiceMachine } from './restore-services.js';
import type { KeptKeys } from './kept-keys.js';
import { commandFor, keptBy, type Verb } from './verbs.js';

export interface HelperOptions extends ServiceMachine {
  /** Name of the pipe on which the TUI listens. */
  readonly pipe: string;
  readonly secret: Uint8Array;
  readonly keptKeys: KeptKeys;
  /** SID of this process's token; null where it could not be read. */
  readonly sid: string | null;
  readonly log: (line: string) => void;
}

/** `ended`: the TUI said that all is well. `lost`: it is gone. Otherwise why the helper did not go on. */
export type HelperEnd = 'ended' | 'lost' | Refusal;

/** Resolves when there is nothing more to do: services are restored then where the TUI did not say `end`. */
export async function serveElevated(options: HelperOptions): Promise<HelperEnd> {
  const { log } = options;
  const work = createWork(options);
  const end = await converse(options, work).catch((error: unknown): HelperEnd => {
    if (error instanceof ChannelRefused) return error.reason;
    throw error;
  });
  log(`The conversation is over: ${end}.`);
  await work.settled();
  if (end !== 'ended') {
    const left = await restoreServices(options, work.promises());
    log(
      left.length === 0 ? 'Services are as promised.' : `Services are not as promised: ${left.join(', ')}.`,
    );
  }
  return end;
}

async function converse(options: HelperOptions, work: Work): Promise<HelperEnd> {
  const socket = await connected(options.pipe);
  const channel = await openChannel(socket, 'helper', options);
  const send = (report: Report) => channel.send(report);
  send({ kind: 'ready', sid: options.sid });
  try {
    for (;;) {
      const next = await nextOrder(channel);
      if (next === 'lost') return 'lost';
      const refusal = next.ok ? work.obey(next.order, send) : next.reason;
      if (refusal === 'end') return 'ended';
      if (refusal !== null) {
        options.log(`Refused: ${refusal}.`);
        send({ kind: 'refused', reason: refusal });
        return refusal;
      }
    }
  } finally {
    await work.settled();
    channel.close();
  }
}

async function nextOrder(channel: Channel): Promise<ReturnType<typeof parseOrder> | 'lost'> {
  const message = await channel.receive();
  return message === null ? 'lost' : parseOrder(message);
}

interface Work {
  /** Null: obeyed. */
  obey(order: Order, send: (report: Report) => void): Refusal | 'end' | null;
  promises(): readonly ServicePromise[];
  /** Resolves when no command runs: one that was begun is never left half done. */
  settled(): Promise<void>;
}

function createWork(options: HelperOptions): Work {
  let promises: readonly ServicePromise[] | null = null;
  let proposed: Proposed | null = null;
  let running: { readonly run: number; readonly stop: AbortController; readonly done: Promise<void> } | null =
    null;
  let lastRun = 0;

  const begin = ({ run, verb, command }: Proposed, send: (report: Report) => void) => {
    options.log(`Running: ${commandLine(command)}`);
    const stop = new AbortController();
    const done = runCommand(options, { run, verb, command, send, stop }).then((end) => {
      options.log(`Ended: ${end}`);
      running = null;
    });
    running = { run, stop, done };
  };

  return {
    promises: () => promises ?? [],
    async settled() {
      await running?.done;
    },
    obey(order, send) {
      switch (order.kind) {
        case 'begin':
          if (running !== null) return 'out-of-order';
          promises = order.services;
          return null;
        case 'propose': {
          if (promises === null || running !== null || order.run !== lastRun + 1) return 'out-of-order';
          lastRun = order.run;
          const command = commandFor(options.paths, order.verb);
          proposed = { run: order.run, verb: order.verb, command };
          send({ kind: 'echo', run: order.run, file: command.file, args: command.args });
          return null;
        }
        case 'go': {
          if (proposed?.run !== order.run) return 'out-of-order';
          begin(proposed, send);
          proposed = null;
          return null;
        }
        case 'withdraw':
          if (proposed?.run !== order.run) return 'out-of-order';
          proposed = null;
          return null;
        case 'cancel':
          // It may have ended while the word was on its way.
          if (order.run > lastRun) return 'out-of-order';
          if (running?.run === order.run) running.stop.abort();
          return null;
        case 'end':
          return 'end';
      }
    },
  };
}

interface Proposed {
  readonly run: number;
  readonly verb: Verb;
  readonly command: Command;
}

interface Running extends Proposed {
  readonly stop: AbortController;
  readonly send: (report: Report) => void;
}

/** Output of a command goes out in pieces of this many bytes. */
const pieceBytes = 16 * 1024;

async function runCommand(options: HelperOptions, running: Running): Promise<string> {
  const { run, send } = running;
  const end = (await whyNot(options, running.verb)) ?? (await runToEnd(options, running));
  const exitCode = end.ended === 'exited' ? end.exitCode : null;
  const startError = end.ended === 'not-started' ? end.startError : null;
  send({ kind: 'ended', run, ended: end.ended, exitCode, startError });
  return exitCode === null ? `${end.ended} ${startError ?? ''}` : `exit ${exitCode}`;
}

/** What is removed is kept before; what is brought back is what was kept. */
async function whyNot({ keptKeys }: HelperOptions, verb: Verb): Promise<ProcessEnd | null> {
  const notStarted = (startError: string): ProcessEnd => ({ ended: 'not-started', startError });
  try {
    const key = keptBy(verb);
    if (key !== null && !(await keptKeys.keep(key))) return notStarted('The key could not be kept.');
    const isRestore = verb.verb === 'restore-kept-key';
    if (isRestore && !(await keptKeys.has(String(verb.values.sha256)))) {
      return notStarted('The elevated helper kept no such key: the backup is not what was saved.');
    }
    return null;
  } catch (error) {
    return notStarted(String(error));
  }
}

async function runToEnd(
  { spawn, clock }: HelperOptions,
  { run, command, stop, send }: Running,
): Promise<ProcessEnd> {
  const over = new AbortController();
  void clock.sleep(command.timeoutMs, over.signal).then(() => {
    if (!over.signal.aborted) stop.abort();
  });
  const end: ProcessEnd = await spawn(command, {
    signal: stop.signal,
    onBytes(stream, bytes) {
      for (let at = 0; at < bytes.length; at += pieceBytes) {
        const base64 = Buffer.from(bytes.subarray(at, at + pieceBytes)).toString('base64');
        send({ kind: 'output', run, stream, base64 });
      }
    },
  });
  over.abort();
  return end;
}

function connected(pipe: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(pipe);
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}
