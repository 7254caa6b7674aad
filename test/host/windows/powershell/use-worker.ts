import { afterAll, beforeAll } from 'vitest';
import { systemClock } from '../../../../src/host/clock.js';
import type { Answer, Question } from '../../../../src/host/host.js';
import { createQuestionPool, type QuestionPool } from '../../../../src/host/windows/powershell/pool.js';
import { startPowershell } from '../../../../src/host/windows/powershell/start-powershell.js';

/** Asks one and the same worker, whatever the question wants: a process takes a second to start. */
export type Ask = (question: Question) => Promise<Answer>;

/** One real worker for all tests of a block. */
export function useWorker(powershell: string): Ask {
  let pool: QuestionPool | undefined;
  beforeAll(() => {
    const start = () => startPowershell(powershell);
    pool = createQuestionPool({ start, clock: systemClock, sharedWorkers: 1 });
  });
  afterAll(() => pool?.close());
  return (question) => {
    if (pool === undefined) throw new Error('The worker was not started.');
    return pool.ask({ ...question, worker: 'shared' });
  };
}

/** A question that is a script and nothing else. */
export const plain = (script: string): Question => ({
  id: 'x',
  args: {},
  script,
  worker: 'shared',
  elevation: 'none',
  timeoutMs: 20_000,
});
