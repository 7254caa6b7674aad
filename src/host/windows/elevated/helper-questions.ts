/** Questions that only an administrator gets an answer to, while there is a helper: each is a process that it starts. */
import { adminQuestionIn, adminQuestionScript } from '../../admin-questions.js';
import type { CodePages } from '../../code-pages.js';
import { makeCommand } from '../../commands.js';
import type { Answer, Clock, Question } from '../../host.js';
import { createCommandRunner } from '../../run-command.js';
import { readSingleAnswer } from '../powershell/single-question.js';
import type { Elevator } from './elevate.js';
import type { VerbPaths } from './verbs.js';

export interface HelperQuestionsOptions {
  readonly elevator: Pick<Elevator, 'holds' | 'spawn'>;
  readonly codePages: CodePages;
  readonly clock: Clock;
  readonly paths: VerbPaths;
}

/** Undefined where the question is none for the helper, or there is none: then a worker at the level of the person answers. */
export type HelperQuestions = (
  question: Question,
  signal: AbortSignal | undefined,
) => Promise<Answer> | undefined;

export function createHelperQuestions(options: HelperQuestionsOptions): HelperQuestions {
  const { elevator, paths } = options;
  // Whoever asks puts the question and its answer into the log (ask-question.ts).
  const run = createCommandRunner({ ...options, spawn: elevator.spawn, emit: () => undefined });
  return (question, signal) => {
    const id = question.elevation === 'admin' && elevator.holds() ? adminQuestionIn(question) : undefined;
    if (id === undefined) return undefined;
    const { timeoutMs } = question;
    const command = makeCommand(paths, 'powershell', [adminQuestionScript(id)], { timeoutMs });
    return run(command, signal === undefined ? {} : { signal }).then(readSingleAnswer);
  };
}
