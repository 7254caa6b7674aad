import type { Answer, Clock, LogListener, Question, RunOptions } from './host.js';
import { sanitizeLine } from './sanitize.js';

export interface QuestionRunnerOptions {
  /** Finds the answer; `cancelled` or `timed-out` are its own to give. */
  readonly answer: (question: Question, signal: AbortSignal | undefined) => Promise<Answer>;
  readonly clock: Pick<Clock, 'now'>;
  readonly emit: LogListener;
  readonly nextRun: () => number;
}

export type QuestionRunner = (question: Question, options?: RunOptions) => Promise<Answer>;

/** Longest part of an answer that the log shows, in characters. */
const longestShownAnswer = 2_000;

/**
 * Makes `Host.ask`: around a way to find answers it puts the log, where a question is its script. Never rejects: a way
 * that throws is an answer `lost`.
 */
export function createQuestionRunner(options: QuestionRunnerOptions): QuestionRunner {
  return async (question, { signal, probe } = {}) => {
    if (signal?.aborted === true) return { ok: false, reason: 'cancelled' };
    const { clock, emit } = options;
    const run = options.nextRun();
    const startedAt = clock.now();
    const asked = probe === undefined ? {} : { probe };
    emit({ type: 'started', run, at: startedAt, pane: 'powershell', title: titleOf(question), ...asked });
    for (const line of question.script.trimEnd().split(/\r?\n/)) {
      emit({ type: 'line', run, stream: 'stdout', text: sanitizeLine(`> ${line}`) });
    }
    const answer = await answerOrLost(options, question, signal);
    const stream = answer.ok ? 'stdout' : 'stderr';
    for (const line of shownAnswer(answer)) emit({ type: 'line', run, stream, text: sanitizeLine(line) });
    emit({ type: 'ended', run, ...endOf(answer), durationMs: clock.now() - startedAt });
    return answer;
  };
}

async function answerOrLost(
  { answer }: QuestionRunnerOptions,
  question: Question,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  try {
    return await answer(question, signal);
  } catch (error) {
    return { ok: false, reason: 'lost', message: String(error) };
  }
}

/** As a PowerShell function would be called: `events -log System -days 7`. */
function titleOf({ id, args }: Question): string {
  const named = Object.entries(args).map(([name, value]) => `-${name} ${String(value)}`);
  return sanitizeLine(['PowerShell', id, ...named].join(' '));
}

function shownAnswer(answer: Answer): readonly string[] {
  if (!answer.ok) {
    const codes = [answer.reason, answer.errorId, answer.hresult].filter((part) => part !== undefined);
    return [codes.join(' '), ...(answer.message ?? '').split(/\r?\n/).filter((line) => line !== '')];
  }
  const items: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [answer.value];
  return items.map((item) => (JSON.stringify(item) as string | undefined) ?? 'null').map(shorten); // undefined has no JSON
}

function shorten(text: string): string {
  return text.length <= longestShownAnswer ? text : `${text.slice(0, longestShownAnswer)}…`;
}

function endOf(answer: Answer) {
  if (answer.ok) return { ended: 'exited', exitCode: 0 } as const;
  switch (answer.reason) {
    case 'timed-out':
    case 'cancelled':
      return { ended: answer.reason, exitCode: null };
    case 'unavailable':
    case 'constrained-language':
      return { ended: 'not-started', exitCode: null } as const;
    case 'error':
    case 'lost':
      return { ended: 'exited', exitCode: 1 } as const;
  }
}
