import type { Answer, Clock, Question } from '../../host.js';
import { createWorker, type Worker, type WorkerPipe } from './worker.js';

export interface QuestionPool {
  /** Never rejects. Waiting for a free worker does not count against the question's time. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** Ends all workers; questions under way are lost. */
  close(): void;
}

export interface QuestionPoolOptions {
  readonly start: () => WorkerPipe;
  readonly clock: Clock;
  /** How many processes questions share; each takes some 60 MB. */
  readonly sharedWorkers?: number;
}

/**
 * Workers for PowerShell questions. A worker that hung, died or broke the protocol is replaced at the next question; those
 * that may hang (`worker: 'own'`) get a process that nothing else waits for.
 */
export function createQuestionPool({ start, clock, sharedWorkers = 3 }: QuestionPoolOptions): QuestionPool {
  const all = new Set<Worker>();
  const idle: Worker[] = [];
  const queue: (() => void)[] = [];
  let busyShared = 0;
  let isConstrained = false;
  let isClosed = false;
  /** It may have been closed during any wait. */
  const isOpen = () => !isClosed;

  const startWorker = () => {
    const worker = createWorker(start(), clock);
    all.add(worker);
    return worker;
  };
  const endWorker = (worker: Worker) => {
    worker.end();
    all.delete(worker);
  };

  const askShared = async (question: Question, signal: AbortSignal | undefined): Promise<Answer> => {
    if (!(await takeTurn(signal))) return { ok: false, reason: 'cancelled' };
    // Closed while it waited: a worker that is started now would be ended by nobody.
    if (!isOpen()) {
      giveTurn();
      return { ok: false, reason: 'unavailable' };
    }
    const worker = takeIdle() ?? startWorker();
    try {
      return await worker.ask(question, signal);
    } finally {
      if (worker.isUsable() && isOpen()) idle.push(worker);
      else endWorker(worker);
      giveTurn();
    }
  };

  const takeIdle = () => {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      if (worker.isUsable()) return worker;
      endWorker(worker);
    }
    return undefined;
  };

  /** False when it was cancelled while waiting. */
  const takeTurn = async (signal: AbortSignal | undefined): Promise<boolean> => {
    if (busyShared < sharedWorkers) {
      busyShared += 1;
      return true;
    }
    return new Promise((resolve) => {
      const proceed = () => {
        signal?.removeEventListener('abort', leave);
        resolve(true);
      };
      const leave = () => {
        queue.splice(queue.indexOf(proceed), 1);
        resolve(false);
      };
      queue.push(proceed);
      signal?.addEventListener('abort', leave, { once: true });
    });
  };
  /** The turn goes to the one who waited longest. */
  const giveTurn = () => {
    const next = queue.shift();
    if (next === undefined) busyShared -= 1;
    else next();
  };

  const askAlone = async (question: Question, signal: AbortSignal | undefined): Promise<Answer> => {
    const worker = startWorker();
    try {
      return await worker.ask(question, signal);
    } finally {
      endWorker(worker);
    }
  };

  return {
    async ask(question, signal) {
      if (signal?.aborted === true) return { ok: false, reason: 'cancelled' };
      if (!isOpen()) return { ok: false, reason: 'unavailable' };
      // The policy holds for every PowerShell of this user: once is enough to know.
      if (isConstrained) return { ok: false, reason: 'constrained-language' };
      const answer = await (question.worker === 'own' ? askAlone : askShared)(question, signal);
      isConstrained ||= !answer.ok && answer.reason === 'constrained-language';
      return answer;
    },
    close() {
      isClosed = true;
      for (const worker of all) endWorker(worker);
    },
  };
}
