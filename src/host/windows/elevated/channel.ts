/**
 * The conversation over the pipe. Both sides prove that they know the one-time secret before either says anything:
 *
 *     helper → {"protocol":1,"nonce":"…"}
 *     TUI    → {"nonce":"…","proof":"HMAC(secret, tui, both nonces)"}
 *     helper → {"proof":"HMAC(secret, helper, both nonces)"}
 *
 * After that every line is `number MAC message`, with a key for each direction made from the secret and both nonces, and
 * numbers without a gap: a line that is altered, repeated, left out, turned round or taken from another conversation is
 * refused, and the conversation ends.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Clock } from '../../host.js';
import { createLineQueue } from '../powershell/line-queue.js';
import { asciiJson } from '../powershell/protocol.js';
import type { Refusal } from './messages.js';

export type Side = 'tui' | 'helper';

export interface Channel {
  send(message: unknown): void;
  /** The other side's next message, not yet judged; null when it is gone. Throws `ChannelRefused`. */
  receive(): Promise<unknown>;
  /** Lets what was sent go out, then ends. */
  close(): void;
}

/** The other side is not who it should be, or somebody meddles with what it says. */
export class ChannelRefused extends Error {
  override readonly name = 'ChannelRefused';
  constructor(readonly reason: Extract<Refusal, 'wrong-secret' | 'bad-message' | 'altered-or-replayed'>) {
    super(`The conversation with the elevated helper was refused: ${reason}.`);
  }
}

/** Longest line: output comes in pieces of 16 KiB, and base64 makes a third more of them. */
export const longestLine = 64 * 1024;
/** Who connects and says nothing holds the only place. */
const handshakeMs = 10_000;
/** As long as a person lets a plan run. */
const foreverMs = 24 * 60 * 60 * 1000;

/** Rejects with `ChannelRefused`; the socket is closed then. */
export async function openChannel(
  socket: Socket,
  side: Side,
  { secret, clock }: { readonly secret: Uint8Array; readonly clock: Clock },
): Promise<Channel> {
  const lines = linesOf(socket, clock);
  const write = (line: string) => {
    if (!socket.destroyed && socket.writable) socket.write(`${line}\n`);
  };
  try {
    const nonces = await shakeHands({ side, secret, write, next: () => nextJson(lines) });
    return speak({ socket, side, secret, nonces, write, lines });
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

type Lines = ReturnType<typeof createLineQueue>;

function linesOf(socket: Socket, clock: Clock): Lines {
  const source = {
    onOutput: (listener: (bytes: Uint8Array) => void) => socket.on('data', listener),
    onEnd: (listener: (startError: string | undefined) => void) => {
      socket.once('close', () => listener(undefined));
      // The end is reported by itself.
      socket.on('error', () => undefined);
    },
  };
  return createLineQueue(source, clock, longestLine);
}

async function nextJson(lines: Lines): Promise<Readonly<Record<string, unknown>>> {
  const line = await lines.next(handshakeMs, undefined);
  const value = line.type === 'line' ? parseJson(line.text) : undefined;
  if (typeof value !== 'object' || value === null) throw new ChannelRefused('bad-message');
  // Every field is checked where it is used.
  return value as Readonly<Record<string, unknown>>;
}

interface Handshake {
  readonly side: Side;
  readonly secret: Uint8Array;
  readonly write: (line: string) => void;
  readonly next: () => Promise<Readonly<Record<string, unknown>>>;
}

/** Both nonces, the helper's first. */
async function shakeHands({ side, secret, write, next }: Handshake): Promise<string> {
  const nonce = randomBytes(32).toString('hex');
  if (side === 'helper') {
    write(asciiJson({ protocol: 1, nonce }));
    const answer = await next();
    const nonces = `${nonce} ${nonceIn(answer)}`;
    if (!isSame(answer.proof, digest(secret, `tui ${nonces}`))) throw new ChannelRefused('wrong-secret');
    write(asciiJson({ proof: digest(secret, `helper ${nonces}`) }));
    return nonces;
  }
  const hello = await next();
  if (hello.protocol !== 1) throw new ChannelRefused('bad-message');
  const nonces = `${nonceIn(hello)} ${nonce}`;
  write(asciiJson({ nonce, proof: digest(secret, `tui ${nonces}`) }));
  const answer = await next();
  if (!isSame(answer.proof, digest(secret, `helper ${nonces}`))) throw new ChannelRefused('wrong-secret');
  return nonces;
}

interface Speaking {
  readonly socket: Socket;
  readonly side: Side;
  readonly secret: Uint8Array;
  readonly nonces: string;
  readonly lines: Lines;
  readonly write: (line: string) => void;
}

function speak({ socket, side, secret, nonces, lines, write }: Speaking): Channel {
  const keyOf = (speaker: Side) => digest(secret, `speaks ${speaker} ${nonces}`);
  const mine = keyOf(side);
  const theirs = keyOf(side === 'tui' ? 'helper' : 'tui');
  let sent = 0;
  let received = 0;
  return {
    send(message) {
      const text = `${++sent} ${asciiJson(message)}`;
      write(`${digest(mine, text)} ${text}`);
    },
    async receive() {
      let line = await lines.next(foreverMs, undefined);
      while (line.type === 'timed-out') line = await lines.next(foreverMs, undefined);
      if (line.type !== 'line') return null;
      const [, mac, text, number, json] = /^([0-9a-f]{64}) (([1-9]\d*) (.*))$/.exec(line.text) ?? [];
      const isNext = number === String(++received);
      if (!isNext || text === undefined || !isSame(mac, digest(theirs, text))) {
        throw new ChannelRefused('altered-or-replayed');
      }
      const message = parseJson(json ?? '');
      if (message === undefined || message === null) throw new ChannelRefused('bad-message');
      return message;
    },
    close() {
      socket.end();
    },
  };
}

function nonceIn({ nonce }: Readonly<Record<string, unknown>>): string {
  if (typeof nonce !== 'string' || !/^[0-9a-f]{64}$/.test(nonce)) throw new ChannelRefused('bad-message');
  return nonce;
}

function digest(key: Uint8Array | string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

function isSame(given: unknown, wanted: string): boolean {
  if (typeof given !== 'string' || given.length !== wanted.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
