/**
 * One question as a process of its own, for where no worker can be fed: what the elevated helper runs has no input. It says
 * what a worker says, the handshake and one answer (worker.ts).
 */
import type { Answer, CommandResult, Question } from '../../host.js';
import bootstrap from './bootstrap.ps1';
import { asciiJson, readHandshake, readReply } from './protocol.js';

const onlyNumber = 1;

/** The worker's own script, with the one line that it would read. */
export function singleQuestionScript({ id, args, script }: Pick<Question, 'id' | 'args' | 'script'>): string {
  const line = asciiJson({ n: onlyNumber, id, args, script }).replaceAll("'", "''");
  return `$onlyQuestion = '${line}'\n${bootstrap}`;
}

/** Never throws: whatever became of the process is an answer. */
export function readSingleAnswer(result: Pick<CommandResult, 'ended' | 'stdout' | 'startError'>): Answer {
  switch (result.ended) {
    case 'timed-out':
    case 'cancelled':
      return { ok: false, reason: result.ended };
    case 'not-started':
      return { ok: false, reason: 'unavailable', message: result.startError ?? '' };
    case 'exited': {
      const [handshake = '', reply = ''] = result.stdout.split(/\r*\n/);
      if (readHandshake(handshake) === 'constrained') return { ok: false, reason: 'constrained-language' };
      const said = (reply === '' ? handshake : reply).slice(0, 200);
      return readReply(reply, onlyNumber) ?? { ok: false, reason: 'lost', message: `Not a reply: ${said}` };
    }
  }
}
