import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../../../src/host/clock.js';
import { longestLine, openChannel } from '../../../../src/host/windows/elevated/channel.js';
import { makeCommand } from '../../../../src/host/commands.js';
import { serveElevated } from '../../../../src/host/windows/elevated/serve.js';
import { fakePaths } from '../../../host/fake-host.js';
import { temporaryFolder } from '../../../host/temporary-folder.js';
import {
  begun,
  closed,
  command,
  connectRaw,
  createFakeMachine,
  noKeys,
  runWith,
  secret,
  startPair,
  startTui,
  type FakeMachine,
} from './pair.js';

const hnsRuns = { service: 'hns', before: 'running', goals: ['running'] } as const;

describe('with the helper', () => {
  it('a command runs as it was shown, and its output and exit code come back', async () => {
    const pair = await startPair();
    const helper = await begun(pair);
    expect(await runWith(helper, command('netsh', 'winsock reset'))).toEqual({
      end: { ended: 'exited', exitCode: 0 },
      stdout: 'did netsh.exe winsock reset\r\n',
    });
    expect(pair.machine.lines).toEqual(['netsh.exe winsock reset']);
    await helper.end();
    expect(await pair.ended).toBe('ended');
    expect(pair.refusals).toEqual([]);
  });

  it('a flood of output arrives whole', async () => {
    const flood = 'net '.repeat(250_001);
    const pair = await startPair({ output: flood });
    const helper = await begun(pair);
    const { stdout } = await runWith(helper, command('netsh', 'winsock reset'));
    expect(stdout === flood).toBe(true);
    await helper.end();
  });

  it('a command without a verb does not start', async () => {
    const pair = await startPair();
    const helper = await begun(pair);
    const wsl = makeCommand(fakePaths, 'wsl', ['--shutdown']);
    const { end } = await runWith(helper, wsl);
    expect(end.ended).toBe('not-started');
    expect(pair.machine.lines).toEqual([]);
    await helper.end();
  });

  it('cancelling ends the command and leaves the helper ready', async () => {
    const pair = await startPair();
    const helper = await begun(pair);
    const stop = new AbortController();
    pair.machine.during = (_, signal) => {
      stop.abort();
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    };
    expect((await runWith(helper, command('net', 'stop hns'), stop.signal)).end).toEqual({
      ended: 'cancelled',
    });
    pair.machine.during = () => Promise.resolve();
    expect((await runWith(helper, command('net', 'start hns'))).end.ended).toBe('exited');
    await helper.end();
  });

  it('two commands at once run one after the other', async () => {
    const pair = await startPair();
    const helper = await begun(pair);
    let running = 0;
    pair.machine.during = async () => {
      expect(++running).toBe(1);
      await new Promise(setImmediate);
      running -= 1;
    };
    await Promise.all([
      runWith(helper, command('net', 'stop hns')),
      runWith(helper, command('net', 'start hns')),
    ]);
    expect(pair.machine.lines).toEqual(['net.exe stop hns', 'net.exe start hns']);
    await helper.end();
  });
});

describe('is refused and written down', () => {
  it('a helper with a wrong secret', async () => {
    const pair = await startPair({ helperSecret: new Uint8Array(32).fill(8) });
    expect(await pair.ended).toBe('wrong-secret');
    await vi.waitFor(() => expect(pair.refusals).toContain('bad-message'));
    expect(pair.log.join()).toContain('wrong-secret');
  });

  it('someone who only knows the protocol', async () => {
    const { pipe, refusals } = await startTui();
    const socket = await connectRaw(pipe);
    socket.write(`${JSON.stringify({ protocol: 1, nonce: 'a'.repeat(64) })}\n`);
    socket.write(`${JSON.stringify({ proof: 'b'.repeat(64) })}\n`);
    await closed(socket);
    expect(refusals).toEqual(['wrong-secret']);
  });

  it('a second client, while the first goes on', async () => {
    const pair = await startPair();
    const helper = await begun(pair);
    await closed(await connectRaw(pair.pipe));
    expect(pair.refusals).toEqual(['second-client']);
    expect((await runWith(helper, command('net', 'start hns'))).end.ended).toBe('exited');
    await helper.end();
  });

  it('a line longer than any message', async () => {
    const { pipe, refusals } = await startTui();
    const socket = await connectRaw(pipe);
    socket.write('x'.repeat(longestLine + 1));
    await closed(socket);
    expect(refusals).toEqual(['bad-message']);
  });

  it('an echoed argv that differs from the one shown: nothing runs', async () => {
    const pair = await startPair({ system32: 'C:\\Elsewhere' });
    const helper = await begun(pair);
    const { end } = await runWith(helper, command('net', 'stop hns'));
    expect(end.ended).toBe('not-started');
    expect(pair.refusals).toEqual(['echo-differs']);
    expect(helper.isThere()).toBe(false);
    expect(await pair.ended).toBe('lost');
    expect(pair.machine.lines).toEqual([]);
  });
});

describe('the helper refuses and ends', () => {
  it.each<readonly [string, unknown]>([
    ['unknown-verb', { kind: 'propose', run: 1, verb: { verb: 'format', values: {} } }],
    [
      'unknown-verb',
      { kind: 'propose', run: 1, verb: { verb: 'start-service', values: { service: 'a b' } } },
    ],
    ['unknown-verb', { kind: 'propose', run: 1, verb: { verb: 'reset-tcpip', values: {} }, args: ['C:\\x'] }],
    ['bad-message', { kind: 'begin', services: [{ ...hnsRuns, service: 'C:\\evil.exe' }] }],
    ['bad-message', { kind: 'begin', services: [{ ...hnsRuns, before: 'net start evil' }] }],
    ['bad-message', { kind: 'run', file: 'C:\\evil.exe' }],
    ['bad-message', ['begin']],
    ['out-of-order', { kind: 'go', run: 1 }],
    ['out-of-order', { kind: 'propose', run: 7, verb: { verb: 'reset-tcpip', values: {} } }],
    ['out-of-order', { kind: 'cancel', run: 5 }],
  ])('%s: %j', async (reason, message) => {
    const { channel, ended, machine, log } = await startBareTui();
    channel.send({ kind: 'begin', services: [] });
    channel.send(message);
    expect(await channel.receive()).toMatchObject({ kind: 'ready' });
    expect(await channel.receive()).toEqual({ kind: 'refused', reason });
    expect(await ended).toBe(reason);
    expect(machine.lines).toEqual([]);
    expect(log.join('\n')).toContain(`Refused: ${reason}`);
  });

  it('a go for something else than was proposed', async () => {
    const { channel, ended, machine } = await startBareTui();
    channel.send({ kind: 'begin', services: [] });
    channel.send({ kind: 'propose', run: 1, verb: { verb: 'reset-tcpip', values: {} } });
    channel.send({ kind: 'go', run: 2 });
    expect(await ended).toBe('out-of-order');
    expect(machine.lines).toEqual([]);
  });

  it('a replayed message', async () => {
    const { channel, socket, ended, machine } = await startBareTui();
    const sent: string[] = [];
    const write = socket.write.bind(socket);
    vi.spyOn(socket, 'write').mockImplementation((line: unknown) => {
      sent.push(String(line));
      return write(String(line));
    });
    channel.send({ kind: 'begin', services: [hnsRuns] });
    channel.send({ kind: 'propose', run: 1, verb: { verb: 'stop-service', values: { service: 'hns' } } });
    channel.send({ kind: 'go', run: 1 });
    await vi.waitFor(() => expect(machine.lines).toEqual(['net.exe stop hns']));
    write(sent[1] ?? '');
    expect(await ended).toBe('altered-or-replayed');
    // Stopped once; and because the conversation ended badly, brought back.
    expect(machine.lines.filter((line) => line.startsWith('net.exe'))).toEqual([
      'net.exe stop hns',
      'net.exe start hns',
    ]);
  });

  it('an altered message', async () => {
    const { channel, socket, ended, machine } = await startBareTui();
    const write = socket.write.bind(socket);
    vi.spyOn(socket, 'write').mockImplementation((line: unknown) =>
      write(String(line).replace('stop-service', 'start-service')),
    );
    channel.send({ kind: 'begin', services: [] });
    channel.send({ kind: 'propose', run: 1, verb: { verb: 'stop-service', values: { service: 'hns' } } });
    expect(await ended).toBe('altered-or-replayed');
    expect(machine.lines).toEqual([]);
  });

  it('its own words, turned round', async () => {
    const { channel, socket, heard, ended } = await startBareTui();
    await channel.receive();
    // The first of each side has the same number: only the key tells them apart.
    socket.write(`${heard.join('').trimEnd().split('\n').at(-1) ?? ''}\n`);
    expect(await ended).toBe('altered-or-replayed');
  });
});

describe('when one side is gone', () => {
  it('the helper lets the command end, restores the services, and ends', async () => {
    const pair = await startPair({ services: { hns: 'running', vmcompute: 'running' } });
    const helper = await begun(pair, [
      hnsRuns,
      { service: 'vmcompute', before: 'running', goals: ['running'] },
      { service: 'idle', before: 'running', goals: ['running'] },
    ]);
    await runWith(helper, command('net', 'stop hns /y'));
    let finish: () => void = () => undefined;
    pair.machine.during = (line) =>
      line.startsWith('net.exe stop') ? new Promise((resolve) => (finish = resolve)) : Promise.resolve();
    const running = runWith(helper, command('net', 'stop vmcompute'));
    await vi.waitFor(() => expect(pair.machine.lines).toContain('net.exe stop vmcompute'));
    pair.meeting.close();
    expect((await running).end.ended).toBe('not-started');
    expect(pair.machine.services).toMatchObject({ hns: 'stopped' });
    finish();
    expect(await pair.ended).toBe('lost');
    expect(pair.machine.services).toEqual({ hns: 'running', vmcompute: 'running' });
  });

  it('services that are as a plan wanted them stay so', async () => {
    const pair = await startPair({ services: { SharedAccess: 'running' } });
    await begun(pair, [{ service: 'SharedAccess', before: 'stopped', goals: ['running'] }]);
    pair.meeting.close();
    await pair.ended;
    expect(pair.machine.lines).toEqual(['sc.exe query SharedAccess']);
  });

  it('the helper touches no service after an end', async () => {
    const pair = await startPair({ services: { hns: 'stopped' } });
    const helper = await begun(pair, [hnsRuns]);
    await helper.end();
    expect(await pair.ended).toBe('ended');
    expect(pair.machine.lines).toEqual([]);
  });

  it('the TUI says of a killed helper that its command is of unknown effect, and starts no other', async () => {
    const { pipe, meeting } = await startTui();
    const socket = await connectRaw(pipe);
    const channel = await openChannel(socket, 'helper', { secret, clock: systemClock });
    channel.send({ kind: 'ready', sid: null });
    const helper = await begun({ meeting });
    const running = runWith(helper, command('net', 'stop hns'));
    expect(await channel.receive()).toMatchObject({ kind: 'begin' });
    expect(await channel.receive()).toMatchObject({ kind: 'propose', run: 1 });
    const { file, args } = command('net', 'stop hns');
    channel.send({ kind: 'echo', run: 1, file, args });
    expect(await channel.receive()).toEqual({ kind: 'go', run: 1 });
    socket.destroy();
    expect((await running).end).toMatchObject({
      ended: 'not-started',
      startError: expect.stringMatching(/unknown/) as string,
    });
    expect((await runWith(helper, command('net', 'start hns'))).end.ended).toBe('not-started');
    expect(helper.isThere()).toBe(false);
  });
});

/** A TUI that says whatever a test wants, with a real helper at the other end. */
async function startBareTui() {
  const pipe = join(await temporaryFolder(), 'pipe');
  const server = createServer();
  onTestFinished(() => void server.close());
  const heard: string[] = [];
  const connection = new Promise<Socket>((resolve) => {
    server.once('connection', (socket) => {
      socket.on('data', (bytes) => heard.push(bytes.toString()));
      resolve(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(pipe, () => resolve()));
  const machine: FakeMachine = createFakeMachine({ hns: 'running' });
  const log: string[] = [];
  const ended = serveElevated({
    pipe,
    secret,
    spawn: machine.spawn,
    clock: systemClock,
    paths: fakePaths,
    keptKeys: noKeys,
    sid: null,
    log: (line) => log.push(line),
  });
  const socket = await connection;
  const channel = await openChannel(socket, 'tui', { secret, clock: systemClock });
  return { socket, channel, heard, machine, log, ended };
}
