import { describe, expect, test } from 'vitest';
import { makeCommand } from '../../../src/host/commands.js';
import type { Host, Question } from '../../../src/host/host.js';
import { openReplayHost, RecordingIsFixed } from '../../../src/host/replay/replay-host.js';
import type { Recording } from '../../../src/host/replay/recording.js';
import { commandOf, recordingOf } from '../../capture/recordings.js';
import { temporaryFolder } from '../temporary-folder.js';

const open = async (recording: Recording): Promise<Host> =>
  openReplayHost(recording, { stateRoot: await temporaryFolder() });

const query = (host: Host, name = 'hns') => host.run(makeCommand(host.paths, 'sc', ['query', name]));

const question = (id: string, args: Question['args'] = {}): Question => ({
  id,
  args,
  script: 'Get-Thing',
  worker: 'shared',
  elevation: 'none',
  timeoutMs: 1_000,
});

describe('a replayed command', () => {
  test('is answered in the order of the recording, and the last answer again and again', async () => {
    const host = await open(
      recordingOf([commandOf(['query', 'hns'], 'one'), commandOf(['query', 'hns'], 'two')]),
    );
    const said = [await query(host), await query(host), await query(host)];
    expect(said.map(({ stdout }) => stdout)).toEqual(['one', 'two', 'two']);
  });

  test('of a probe is answered with what that probe was told, whoever asks first', async () => {
    const host = await open(
      recordingOf([
        commandOf(['query', 'hns'], 'to services', { probe: 'services' }),
        commandOf(['query', 'hns'], 'to wsl', { probe: 'wsl' }),
      ]),
    );
    const wsl = host.forProbe?.('wsl') ?? host;
    const services = host.forProbe?.('services') ?? host;
    expect([(await query(wsl)).stdout, (await query(services)).stdout]).toEqual(['to wsl', 'to services']);
    expect((await query(host)).stdout).toBe('to services');
  });

  test('goes through the decoder of the machine and lasts as long as it did', async () => {
    const bytes = Buffer.from([0xb7, 0xfe, 0xce, 0xf1]); // 服务 in code page 936
    const { machine } = recordingOf([]);
    const host = await open(
      recordingOf([commandOf(['query', 'hns'], bytes, { durationMs: 4_321, exitCode: -1 })], {
        machine: { ...machine, codePages: { oem: 936, ansi: 936 } },
      }),
    );
    expect(await query(host)).toMatchObject({
      stdout: '服务',
      durationMs: 4_321,
      exitCode: -1,
      ended: 'exited',
    });
  });

  test('that timed out times out at once', async () => {
    const timedOut = {
      ...commandOf(['query', 'hns'], 'half', { durationMs: 15_000 }),
      ended: 'timed-out' as const,
    };
    const host = await open(recordingOf([{ ...timedOut, exitCode: null }]));
    const result = await query(host);
    expect(result).toMatchObject({ ended: 'timed-out', stdout: 'half', durationMs: 15_000, exitCode: null });
  });

  test('that was cancelled waits for whoever cancels it now', async () => {
    const host = await open(
      recordingOf([{ ...commandOf(['query', 'hns'], ''), ended: 'cancelled' as const, exitCode: null }]),
    );
    const stop = new AbortController();
    const running = host.run(makeCommand(host.paths, 'sc', ['query', 'hns']), { signal: stop.signal });
    stop.abort();
    expect((await running).ended).toBe('cancelled');
  });

  test('that was not recorded does not start, and says so', async () => {
    const host = await open(recordingOf([]));
    const result = await query(host);
    expect(result).toMatchObject({ ended: 'not-started', exitCode: null });
    expect(result.startError).toContain('holds no answer');
  });

  test('that would change the machine is refused', async () => {
    const host = await open(recordingOf([]));
    const result = await host.run(makeCommand(host.paths, 'net', ['stop', 'hns', '/y']));
    expect(result.ended).toBe('not-started');
    expect(result.startError).toContain('nothing can be changed');
  });
});

describe('a replayed question', () => {
  const recorded = {
    probe: null,
    question: 'events',
    args: { log: 'A', days: 7 },
    resultBase64: Buffer.from('[{"id":16000}]').toString('base64'),
    error: null,
    durationMs: 900,
  };

  test('is known by its id and arguments in any order', async () => {
    const host = await open(recordingOf([recorded]));
    expect(await host.ask(question('events', { days: 7, log: 'A' }))).toEqual({
      ok: true,
      value: [{ id: 16000 }],
    });
    expect(await host.ask(question('events', { days: 7, log: 'B' }))).toMatchObject({
      ok: false,
      reason: 'unavailable',
    });
  });

  test('that failed fails in the same way', async () => {
    const error = { reason: 'error' as const, errorId: 'NoMatchingLogsFound,X', hresult: '0x80131500' };
    const host = await open(recordingOf([{ ...recorded, resultBase64: null, error }]));
    expect(await host.ask(question('events', recorded.args))).toEqual({ ok: false, ...error });
  });
});

describe('replayed files', () => {
  const files = {
    files: { 'C:\\Users\\quillon\\.wslconfig': Buffer.from('[wsl2]').toString('base64') },
    missingFiles: ['D:\\gone.dll'],
    presentFiles: ['D:\\there.dll'],
    fileErrors: { 'D:\\locked': 'EBUSY' },
  };

  test('are found in any case; what nobody asked about is neither there nor missing', async () => {
    const { files: machine } = await open(recordingOf([], files));
    expect(Buffer.from((await machine.read('c:/users/QUILLON/.wslconfig')) ?? []).toString()).toBe('[wsl2]');
    expect(await machine.read('D:\\gone.dll')).toBeUndefined();
    expect(await machine.exists('D:\\gone.dll')).toBe(false);
    expect(await machine.exists('D:\\THERE.dll')).toBe(true);
    await expect(machine.read('D:\\locked')).rejects.toThrow('EBUSY');
    await expect(machine.exists('D:\\other')).rejects.toThrow('does not say');
  });

  test('cannot be changed', async () => {
    const { files: machine } = await open(recordingOf([], files));
    await expect(machine.write('D:\\gone.dll', new Uint8Array())).rejects.toThrow(RecordingIsFixed);
    await expect(machine.remove('D:\\there.dll')).rejects.toThrow(RecordingIsFixed);
  });
});

test('a replayed machine is its own machine, at the time of the recording, with a name that a terminal can show', async () => {
  const recording = recordingOf([], { host: { name: 'evil\u001b]0;x\u0007\u202e', language: 'de-DE' } });
  const host = await open(recording);
  expect(host).toMatchObject({ kind: 'replay', name: 'evil', language: 'de-DE' });
  expect(host.machineId).toMatch(/^replay-[0-9a-f]{16}$/);
  expect(host.clock.now() - Date.parse(recording.recordedAt)).toBeLessThan(60_000);
  expect(await host.bootTime()).toBe(recording.machine.bootTime);
});
