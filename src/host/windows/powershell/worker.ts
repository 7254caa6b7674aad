/**
 * One PowerShell process that answers questions one after the other, in ASCII JSON lines (design.md section 4):
 *
 *     ← {"protocol":1,"mode":"FullLanguage"}
 *     → {"n":1,"id":"events","args":{…},"script":"…"}
 *     ← {"n":1,"ok":true,"value":…}  or  {"n":1,"ok":false,"errorId":"…","hresult":"0x80041010","message":"…"}
 *
 * Anything else it says makes it unusable; whoever asked then gets `lost`.
 */
import type { Answer, Clock, Question } from '../../host.js';
import { createLineQueue } from './line-queue.js';
import { asciiJson, readHandshake, readReply } from './protocol.js';

/** A started process, or a fake one in tests. */
export interface WorkerPipe {
  /** Bytes of standard output, as they come. */
  onOutput(listener: (bytes: Uint8Array) => void): void;
  /** Called once when the process is gone; with the reason where it could not start. */
  onEnd(listener: (startError: string | undefined) => void): void;
  send(text: string): void;
  /** Ends the process and all that it started. */
  kill(): void;
}

export interface Worker {
  /** Whether another question may be put to it: it has not ended, hung or broken the protocol. */
  isUsable(): boolean;
  /** One question at a time. Never rejects. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  end(): void;
}

/** How long PowerShell may take to start; a cold start under a virus scanner takes more than ten seconds. */
const startLimitMs = 30_000;

export function createWorker(pipe: WorkerPipe, clock: Clock): Worker {
  const lines = createLineQueue(pipe, clock);
  let lastNumber = 0;
  let mode: 'unknown' | 'full' | 'constrained' = 'unknown';
  let usable = true;

  const giveUp = (answer: Answer): Answer => {
    usable = false;
    pipe.kill();
    return answer;
  };

  /** Undefined once the worker can be asked; else the answer to whatever was to be asked. */
  const start = async (signal: AbortSignal | undefined): Promise<Answer | undefined> => {
    if (mode === 'full') return undefined;
    const line = await lines.next(startLimitMs, signal);
    if (line.type !== 'line') return giveUp(withoutLine(line));
    const found = readHandshake(line.text);
    if (found === undefined) return giveUp(lost(`Not a handshake: ${line.text}`));
    mode = found;
    return mode === 'full' ? undefined : giveUp({ ok: false, reason: 'constrained-language' });
  };

  return {
    isUsable: () => usable && !lines.hasEnded(),
    async ask(question, signal) {
      const refused = await start(signal);
      if (refused !== undefined) return refused;
      lastNumber += 1;
      const { id, args, script, timeoutMs } = question;
      pipe.send(`${asciiJson({ n: lastNumber, id, args, script })}\n`);
      const line = await lines.next(timeoutMs, signal);
      if (line.type !== 'line') return giveUp(withoutLine(line));
      return readReply(line.text, lastNumber) ?? giveUp(lost(`Not a reply: ${line.text}`));
    },
    end: () => {
      usable = false;
      pipe.kill();
    },
  };
}

type NoLine = Exclude<Awaited<ReturnType<ReturnType<typeof createLineQueue>['next']>>, { type: 'line' }>;

function withoutLine(end: NoLine): Answer {
  if (end.type !== 'ended') return { ok: false, reason: end.type };
  return end.startError === undefined
    ? lost('The worker ended.')
    : { ok: false, reason: 'unavailable', message: end.startError };
}

function lost(message: string): Answer {
  return { ok: false, reason: 'lost', message: message.slice(0, 200) };
}
