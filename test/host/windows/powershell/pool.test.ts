import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/host/host.js';
import { createQuestionPool } from '../../../../src/host/windows/powershell/pool.js';
import { asciiJson } from '../../../../src/host/windows/powershell/protocol.js';
import type { WorkerPipe } from '../../../../src/host/windows/powershell/worker.js';
import { createManualClock } from '../../manual-clock.js';

interface Request {
  readonly n: number;
  readonly id: string;
  readonly args: unknown;
  readonly script: string;
}

const ready = '{"protocol":1,"mode":"FullLanguage"}\r\n';

/** What the fake PowerShell does with a question; `die` and silence are ways too. */
const ways: Readonly<Record<string, (request: Request, pipe: FakePipe) => void>> = {
  echo: ({ n, args }, pipe) => pipe.say(`${asciiJson({ n, ok: true, value: args })}\n`),
  split: ({ n }, pipe) => {
    for (const byte of `{"n":${n},"ok":true,"value":"\\u670d"}\n`) pipe.say(byte);
  },
  nothing: ({ n }, pipe) => pipe.say(`{"n":${n},"ok":true}\n`),
  fails: ({ n }, pipe) =>
    pipe.say(`{"n":${n},"ok":false,"errorId":"A,B","hresult":"0x80041010","message":"kaputt"}\n`),
  cim: ({ n }, pipe) =>
    pipe.say(
      `{"n":${n},"ok":false,"errorId":"HRESULT 0x8004100E,Get","hresult":"0x80131500","message":""}\n`,
    ),
  system: ({ n }, pipe) =>
    pipe.say(
      `{"n":${n},"ok":false,"errorId":"Windows System Error 1753,Get","hresult":"0x80131500","message":""}\n`,
    ),
  garbage: (_, pipe) => pipe.say('WARNING: something\n'),
  other: ({ n }, pipe) => pipe.say(`{"n":${n + 1},"ok":true,"value":1}\n`),
  twice: ({ n }, pipe) => pipe.say(`{"n":${n},"ok":true,"value":1}\n{"n":${n},"ok":true,"value":2}\n`),
  dies: (_, pipe) => pipe.end(),
  hangs: () => undefined,
};

class FakePipe implements WorkerPipe {
  readonly sent: string[] = [];
  killed = 0;
  private output: (bytes: Uint8Array) => void = () => undefined;
  private ended: (startError: string | undefined) => void = () => undefined;
  constructor(private readonly greeting: string | undefined) {}
  onOutput(listener: (bytes: Uint8Array) => void) {
    this.output = listener;
    if (this.greeting !== undefined) this.say(this.greeting);
  }
  onEnd(listener: (startError: string | undefined) => void) {
    this.ended = listener;
  }
  send(text: string) {
    this.sent.push(text);
    const request = JSON.parse(text) as Request; // what our own side wrote
    ways[request.id]?.(request, this);
  }
  say(text: string) {
    this.output(Buffer.from(text));
  }
  end(startError?: string) {
    this.ended(startError);
  }
  kill() {
    this.killed += 1;
    this.end();
  }
}

function createPool(sharedWorkers = 1, greeting: string | undefined = ready) {
  const pipes: FakePipe[] = [];
  const time = createManualClock();
  const start = () => {
    const pipe = new FakePipe(greeting);
    pipes.push(pipe);
    return pipe;
  };
  const pool = createQuestionPool({ start, clock: time.clock, sharedWorkers });
  return { pool, pipes, ...time };
}

function question(id: string, worker: Question['worker'] = 'shared'): Question {
  return {
    id,
    args: { log: 'Système 服务', days: 7 },
    script: "'服务'",
    worker,
    elevation: 'none',
    timeoutMs: 5_000,
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a PowerShell question', () => {
  it('goes out as one line of ASCII with its script, and its answer comes back as a value', async () => {
    const { pool, pipes } = createPool();
    expect(await pool.ask(question('echo'))).toEqual({ ok: true, value: { log: 'Système 服务', days: 7 } });
    const sent = pipes[0]?.sent.join('') ?? '';
    expect(sent).toMatch(/^[\x20-\x7e]+\n$/);
    expect(JSON.parse(sent)).toMatchObject({ n: 1, id: 'echo', script: "'服务'" });
  });

  it('may be answered in pieces, or with nothing', async () => {
    const { pool } = createPool();
    expect(await pool.ask(question('split'))).toEqual({ ok: true, value: '服' });
    expect(await pool.ask(question('nothing'))).toEqual({ ok: true, value: null });
  });

  it('that fails says so by ids that are not localised', async () => {
    const { pool, pipes } = createPool();
    expect(await pool.ask(question('fails'))).toEqual({
      ok: false,
      reason: 'error',
      errorId: 'A,B',
      hresult: '0x80041010',
      message: 'kaputt',
    });
    expect(await pool.ask(question('cim'))).toMatchObject({ hresult: '0x8004100e' });
    expect(await pool.ask(question('system'))).toMatchObject({ hresult: '0x800706d9' });
    expect(pipes).toHaveLength(1);
  });
});

describe('a worker', () => {
  it.each([
    ['dies', 'lost'],
    ['garbage', 'lost'],
    ['other', 'lost'],
  ])('that %s loses its own question only, and is replaced', async (id, reason) => {
    const { pool, pipes } = createPool();
    const answers = await Promise.all(['echo', id, 'echo'].map((each) => pool.ask(question(each))));
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.reason))).toEqual(['ok', reason, 'ok']);
    expect(pipes).toHaveLength(2);
    expect(pipes[0]?.killed).toBeGreaterThan(0);
  });

  it('that hangs is ended when the time is up, and is replaced', async () => {
    const { pool, pipes, advance } = createPool();
    const hung = pool.ask(question('hangs'));
    const next = pool.ask(question('echo'));
    await turn();
    advance(4_999);
    await turn();
    expect(pipes[0]?.killed).toBe(0);
    advance(1);
    expect(await hung).toEqual({ ok: false, reason: 'timed-out' });
    expect(await next).toMatchObject({ ok: true });
    expect(pipes[0]?.killed).toBeGreaterThan(0);
    expect(pipes).toHaveLength(2);
  });

  it('that says more than it was asked is not believed again', async () => {
    const { pool, pipes } = createPool();
    expect(await pool.ask(question('twice'))).toEqual({ ok: true, value: 1 });
    expect(await pool.ask(question('echo'))).toMatchObject({ reason: 'lost' });
    expect(await pool.ask(question('echo'))).toMatchObject({ ok: true });
    expect(pipes).toHaveLength(2);
  });

  it('that ended while it was idle is replaced before anyone is told', async () => {
    const { pool, pipes } = createPool();
    await pool.ask(question('echo'));
    pipes[0]?.end();
    expect(await pool.ask(question('echo'))).toMatchObject({ ok: true });
  });

  it('that never greets is given up', async () => {
    const { pool, advance } = createPool(1, '');
    const answer = pool.ask(question('echo'));
    await turn();
    advance(30_000);
    expect(await answer).toEqual({ ok: false, reason: 'timed-out' });
  });

  it('that cannot start makes the answer unavailable, with the reason', async () => {
    const { pool, pipes } = createPool(1, '');
    const answer = pool.ask(question('echo'));
    await turn();
    pipes[0]?.end('There is no powershell.exe');
    expect(await answer).toEqual({ ok: false, reason: 'unavailable', message: 'There is no powershell.exe' });
  });

  it('under a policy that constrains the language is asked nothing, now and later', async () => {
    const { pool, pipes } = createPool(1, '{"protocol":1,"mode":"ConstrainedLanguage"}\n');
    expect(await pool.ask(question('echo'))).toEqual({ ok: false, reason: 'constrained-language' });
    expect(await pool.ask(question('echo', 'own'))).toEqual({ ok: false, reason: 'constrained-language' });
    expect(pipes.map(({ sent }) => sent.length)).toEqual([0]);
  });
});

describe('the pool', () => {
  it('shares its workers, and gives questions that may hang one of their own', async () => {
    const { pool, pipes } = createPool(2);
    const hung = pool.ask(question('hangs', 'own'));
    await Promise.all(Array.from({ length: 6 }, () => pool.ask(question('echo'))));
    expect(pipes).toHaveLength(3);
    expect(await pool.ask(question('echo', 'own'))).toMatchObject({ ok: true });
    expect(pipes.map(({ killed }) => killed > 0)).toEqual([false, false, false, true]);
    pool.close();
    expect(await hung).toMatchObject({ ok: false, reason: 'lost' });
    expect(pipes.every(({ killed }) => killed > 0)).toBe(true);
    expect(await pool.ask(question('echo'))).toEqual({ ok: false, reason: 'unavailable' });
  });

  it('starts no worker for those that still wait when it is closed', async () => {
    const { pool, pipes } = createPool();
    const hung = pool.ask(question('hangs'));
    await turn();
    const answers = [hung, pool.ask(question('echo')), pool.ask(question('echo'))];
    pool.close();
    answers.push(pool.ask(question('echo')));
    const reasons = (await Promise.all(answers)).map((answer) => (answer.ok ? 'ok' : answer.reason));
    expect(reasons).toEqual(['lost', 'unavailable', 'unavailable', 'unavailable']);
    expect(pipes).toHaveLength(1);
  });

  it('lets a question be cancelled while it runs, while it waits, and before', async () => {
    const { pool, pipes, sleeping } = createPool();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = pool.ask(question('hangs'), running.signal);
    const second = pool.ask(question('echo'), waiting.signal);
    await turn();
    waiting.abort();
    expect(await second).toEqual({ ok: false, reason: 'cancelled' });
    running.abort();
    expect(await first).toEqual({ ok: false, reason: 'cancelled' });
    expect(await pool.ask(question('echo'), running.signal)).toEqual({ ok: false, reason: 'cancelled' });
    expect(await pool.ask(question('echo'))).toMatchObject({ ok: true });
    expect(pipes).toHaveLength(2);
    expect(sleeping()).toBe(0);
  });
});
