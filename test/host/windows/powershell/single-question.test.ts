import { describe, expect, it } from 'vitest';
import { adminQuestion, adminQuestionIds, adminQuestionIn } from '../../../../src/host/admin-questions.js';
import {
  readSingleAnswer,
  singleQuestionScript,
} from '../../../../src/host/windows/powershell/single-question.js';

const exited = (...lines: readonly string[]) => ({ ended: 'exited', stdout: lines.join('\n') }) as const;
const handshake = '{"protocol":1,"mode":"FullLanguage"}';

describe('a question as a process of its own', () => {
  it('carries its line between single quotes, in ASCII, and is short enough for a command line', () => {
    const script = singleQuestionScript({ id: 'x', args: { name: '服务' }, script: "'it''s'" });
    expect(script.split('\n')[0]).toBe(
      String.raw`$onlyQuestion = '{"n":1,"id":"x","args":{"name":"\u670d\u52a1"},"script":"''it''''s''"}'`,
    );
    for (const id of adminQuestionIds)
      // -EncodedCommand: two bytes a character, in base64.
      expect((singleQuestionScript(adminQuestion(id)).length * 8) / 3).toBeLessThan(16_000);
  });

  it('is answered by the line after the handshake', () => {
    expect(readSingleAnswer(exited(handshake, '{"n":1,"ok":true,"value":[{"ID":"x"}]}'))).toEqual({
      ok: true,
      value: [{ ID: 'x' }],
    });
    expect(
      readSingleAnswer(exited(handshake, '{"n":1,"ok":false,"errorId":"E","hresult":"0x80041003"}')),
    ).toMatchObject({ ok: false, reason: 'error', errorId: 'E', hresult: '0x80041003' });
  });

  it.each([
    ['nothing', exited('')],
    ['garbage', exited('ÄÖ#', '{}')],
    ['no answer', exited(handshake)],
    ['the answer to another question', exited(handshake, '{"n":2,"ok":true,"value":1}')],
  ])('is lost where the process says %s', (_, result) => {
    expect(readSingleAnswer(result)).toMatchObject({ ok: false, reason: 'lost' });
  });

  it('keeps apart policy, time and a process that never was', () => {
    expect(readSingleAnswer(exited('{"protocol":1,"mode":"ConstrainedLanguage"}'))).toMatchObject({
      reason: 'constrained-language',
    });
    expect(readSingleAnswer({ ended: 'timed-out', stdout: '' })).toMatchObject({ reason: 'timed-out' });
    expect(readSingleAnswer({ ended: 'not-started', stdout: '', startError: 'gone' })).toMatchObject({
      reason: 'unavailable',
      message: 'gone',
    });
  });
});

describe('a question for the helper', () => {
  it('is one of its own, to the letter', () => {
    const question = adminQuestion('bitlocker');
    expect(adminQuestionIn(question)).toBe('bitlocker');
    expect(adminQuestionIn({ ...question, script: `${question.script} ` })).toBeUndefined();
    expect(adminQuestionIn({ ...question, id: 'events' })).toBeUndefined();
  });
});
