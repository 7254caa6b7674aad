import {
  isCommandExchange,
  type CommandExchange,
  type Exchange,
  type QuestionExchange,
  type Recording,
} from './recording.js';

/** Finds what was answered to the same argv or question. */
export interface AnswerBook {
  command(probe: string | null, argv: readonly string[]): CommandExchange | undefined;
  question(probe: string | null, id: string, args: QuestionExchange['args']): QuestionExchange | undefined;
}

/**
 * Several answers to the same are given in their order, and the last one again and again. A probe gets its own answers
 * where it has some: probes run together, and which of two asks first is chance.
 */
export function createAnswerBook(exchanges: Recording['exchanges']): AnswerBook {
  const commands = createPages(exchanges.filter(isCommandExchange), ({ argv }) => commandKey(argv));
  const questions = createPages(
    exchanges.filter((each): each is QuestionExchange => !isCommandExchange(each)),
    ({ question, args }) => questionKey(question, args),
  );
  return {
    command: (probe, argv) => commands(probe, commandKey(argv)),
    question: (probe, id, args) => questions(probe, questionKey(id, args)),
  };
}

function createPages<T extends Exchange>(exchanges: readonly T[], keyOf: (exchange: T) => string) {
  const pages = new Map<string, T[]>();
  for (const exchange of exchanges) {
    const key = keyOf(exchange);
    pages.set(key, [...(pages.get(key) ?? []), exchange]);
  }
  const given = new Map<string, number>();
  return (probe: string | null, key: string): T | undefined => {
    const all = pages.get(key) ?? [];
    const own = all.filter((exchange) => probe !== null && exchange.probe === probe);
    const answers = own.length > 0 ? own : all;
    const reader = JSON.stringify([probe, key]);
    const next = given.get(reader) ?? 0;
    given.set(reader, next + 1);
    return answers[Math.min(next, answers.length - 1)];
  };
}

/** Windows does not tell the case of a program's path. */
function commandKey([file = '', ...args]: readonly string[]): string {
  return JSON.stringify([file.toLowerCase(), ...args]);
}

function questionKey(id: string, args: QuestionExchange['args']): string {
  return JSON.stringify([id, ...Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
