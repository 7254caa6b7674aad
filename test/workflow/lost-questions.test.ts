import { describe, expect, test } from 'vitest';
import type { Diagnosis } from '../../src/domain/diagnosis.js';
import type { ProbeId } from '../../src/domain/ids.js';
import type { Host, Question } from '../../src/host/host.js';
import { createQuestionPool } from '../../src/host/windows/powershell/pool.js';
import { asciiJson } from '../../src/host/windows/powershell/protocol.js';
import type { WorkerPipe } from '../../src/host/windows/powershell/worker.js';
import { en } from '../../src/text/en.js';
import { zhCN } from '../../src/text/zh-CN.js';
import { crashWords } from '../../src/ui/words.js';
import { createDiagnosis } from '../../src/workflow/diagnosis.js';
import { createJumpingClock } from '../host/jumping-clock.js';
import { diagnose, openPractice } from './diagnose.js';

type Way = 'killed' | 'hung' | 'garbage';

/** PowerShell as the real pool of workers sees it; the practice machine answers, but for one question. */
function powershellOf(host: Host, victim: string, way: Way) {
  return (): WorkerPipe => {
    let output: (bytes: Uint8Array) => void = () => undefined;
    let ended: (startError: string | undefined) => void = () => undefined;
    const say = (line: string) => {
      output(Buffer.from(`${line}\n`));
    };
    const answer = async (question: Question & { readonly n: number }) => {
      if (question.id === victim) {
        if (way === 'killed') ended(undefined);
        if (way === 'garbage') say('WARNUNG: \u2620 {"n":');
        return;
      }
      const found = await host.ask({ ...question, worker: 'shared', elevation: 'none', timeoutMs: 1_000 });
      say(asciiJson({ n: question.n, ...found }));
    };
    return {
      onOutput(listener) {
        output = listener;
        say('{"protocol":1,"mode":"FullLanguage"}');
      },
      onEnd(listener) {
        ended = listener;
      },
      send(text) {
        void answer(JSON.parse(text) as Question & { readonly n: number });
      },
      kill: () => undefined,
    };
  };
}

async function diagnoseWith(victim: string, way: Way): Promise<Diagnosis> {
  const { clock, untilDone } = createJumpingClock();
  const { host, caseFile } = await openPractice('classic-80041002', () => undefined, {
    pace: 'instant',
    clock,
  });
  const pool = createQuestionPool({ start: powershellOf(host, victim, way), clock });
  const asking: Host = { ...host, ask: (question, options) => pool.ask(question, options?.signal) };
  const work = createDiagnosis({ host: asking, caseFile });
  const diagnosis = await untilDone(diagnose({ host, caseFile, work }));
  pool.close();
  return diagnosis;
}

const outcomes = ({ probes }: Diagnosis, without: ProbeId) =>
  probes.filter(({ id }) => id !== without).map(({ id, result }) => [id, result.status]);

describe.each(['network-adapters', 'hns-networks', 'optional-features'] as const)(
  'PowerShell that fails at the question %s',
  (victim) => {
    test.each(['killed', 'hung', 'garbage'] as const)('%s: only that check is lost', async (way) => {
      const whole = await diagnoseWith('none', way);
      const diagnosis = await diagnoseWith(victim, way);
      expect(outcomes(diagnosis, victim)).toEqual(outcomes(whole, victim));
      expect(diagnosis.causes[0]?.id).toBe(whole.causes[0]?.id);
      const result = diagnosis.probes.find(({ id }) => id === victim)?.result;
      if (way === 'hung') {
        expect(result).toMatchObject({ status: 'timed-out' });
        return;
      }
      expect(result).toMatchObject({ status: 'crashed', lost: { question: victim } });
      if (result?.status !== 'crashed') return;
      const why = way === 'killed' ? 'The worker ended.' : 'Not a reply: WARNUNG';
      for (const text of [en, zhCN]) {
        const said = crashWords(text, result, () => 'nothing');
        expect(said).toContain(victim);
        expect(said).toContain(why);
      }
    });
  },
);
