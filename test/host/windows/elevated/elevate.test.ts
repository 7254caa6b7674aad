import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../../../src/host/clock.js';
import type { Command } from '../../../../src/host/host.js';
import type { Spawn } from '../../../../src/host/spawn.js';
import { createElevator, type Elevator } from '../../../../src/host/windows/elevated/elevate.js';
import type { HelperEnd } from '../../../../src/host/windows/elevated/serve.js';
import { serveElevated } from '../../../../src/host/windows/elevated/serve.js';
import type { StartHelper } from '../../../../src/host/windows/elevated/start-helper.js';
import { fakePaths } from '../../fake-host.js';
import { command, createFakeMachine, noKeys, type FakeMachine } from './pair.js';

const me = 'S-1-5-21-1-2-3-1001';
const admin = 'S-1-5-21-1-2-3-500';

interface Stage {
  readonly elevator: Elevator;
  /** Behind the helper. */
  readonly machine: FakeMachine;
  /** What ran at the level of the person. */
  readonly unelevated: string[];
  readonly starts: Promise<HelperEnd>[];
}

function createStage(options: { elevated?: boolean; helperSid?: string; start?: StartHelper } = {}): Stage {
  const machine = createFakeMachine({ hns: 'running' });
  const unelevated: string[] = [];
  const starts: Promise<HelperEnd>[] = [];
  const plain: Spawn = (given, io) => {
    const line = [given.file.split('\\').at(-1), ...given.args].join(' ');
    if (line.startsWith('whoami.exe /user')) io.onBytes('stdout', Buffer.from(`"pc\\li","${me}"\r\n`));
    else if (line.startsWith('whoami.exe /groups'))
      io.onBytes(
        'stdout',
        Buffer.from(`"x","y","${options.elevated === true ? 'S-1-16-12288' : 'S-1-16-8192'}",""`),
      );
    else unelevated.push(line);
    return Promise.resolve({ ended: 'exited', exitCode: 0 });
  };
  const start: StartHelper = async ({ pipe, secret }) => {
    const helper = serveElevated({
      pipe,
      secret,
      spawn: machine.spawn,
      clock: systemClock,
      paths: fakePaths,
      keptKeys: noKeys,
      sid: options.helperSid ?? me,
      log: () => undefined,
    });
    starts.push(helper);
    await helper;
    return 'failed';
  };
  const elevator = createElevator({
    spawn: plain,
    start: options.start ?? start,
    clock: systemClock,
    paths: fakePaths,
    platform: process.platform,
    onRefusal: () => undefined,
  });
  onTestFinished(() => elevator.close());
  return { elevator, machine, unelevated, starts };
}

async function run({ elevator }: Stage, given: Command) {
  return elevator.spawn(given, { signal: new AbortController().signal, onBytes: () => undefined });
}

const nothing = { services: [] };

describe('elevation', () => {
  it('takes commands that need it to the helper, and leaves all others at the level of the person', async () => {
    const stage = createStage();
    expect(await stage.elevator.elevate(nothing)).toMatchObject({ by: 'own-account' });
    await run(stage, command('net', 'start hns'));
    await run(stage, command('sc', 'query hns'));
    await run(stage, command('wsl', '--shutdown'));
    expect(stage.machine.lines).toEqual(['net.exe start hns']);
    expect(stage.unelevated).toEqual(['sc.exe query hns', 'wsl.exe --shutdown']);
  });

  it('is asked for once, while the helper is there', async () => {
    const stage = createStage();
    await stage.elevator.elevate(nothing);
    await stage.elevator.elevate(nothing);
    expect(stage.starts).toHaveLength(1);
  });

  it('is asked for anew after the helper was killed or closed', async () => {
    const stage = createStage();
    const first = await stage.elevator.elevate(nothing);
    await first.close();
    expect(await stage.starts[0]).toBe('ended');
    await stage.elevator.elevate(nothing);
    expect(stage.starts).toHaveLength(2);
  });

  it('lets the helper look after the services once more when the program ends without a word', async () => {
    const stage = createStage();
    await stage.elevator.elevate({ services: [{ service: 'hns', before: 'running', goals: [] }] });
    await run(stage, command('net', 'stop hns'));
    stage.elevator.close();
    expect(await stage.starts[0]).toBe('lost');
    expect(stage.machine.services).toEqual({ hns: 'running' });
  });

  it('needs no helper where the program is elevated already', async () => {
    const stage = createStage({ elevated: true });
    expect(await stage.elevator.elevate(nothing)).toMatchObject({ by: 'already' });
    await run(stage, command('net', 'start hns'));
    expect(stage.starts).toHaveLength(0);
    expect(stage.unelevated).toEqual(['net.exe start hns']);
  });

  it('by another account is recognised by its SID', async () => {
    const stage = createStage({ helperSid: admin });
    expect(await stage.elevator.elevate(nothing)).toMatchObject({ by: 'other-account' });
    await run(stage, command('wsl', '--shutdown'));
    expect(stage.unelevated).toEqual(['wsl.exe --shutdown']);
  });

  it.each(['refused', 'failed'] as const)('that is %s is a typed refusal', async (reason) => {
    const stage = createStage({ start: () => Promise.resolve(reason) });
    await expect(stage.elevator.elevate(nothing)).rejects.toMatchObject({ name: 'ElevationRefused', reason });
    // Nothing was elevated, so that Windows itself refuses.
    await run(stage, command('net', 'start hns'));
    expect(stage.unelevated).toEqual(['net.exe start hns']);
  });

  it('can be given up while Windows asks', async () => {
    let told: AbortSignal | undefined;
    const stage = createStage({
      start: (_, signal) => {
        told = signal;
        return new Promise(() => undefined);
      },
    });
    const stop = new AbortController();
    const elevation = stage.elevator.elevate(nothing, { signal: stop.signal });
    elevation.catch(() => undefined);
    await vi.waitFor(() => expect(told).toBeDefined());
    stop.abort();
    await expect(elevation).rejects.toMatchObject({ reason: 'cancelled' });
    expect(told?.aborted).toBe(true);
  });

  it('that comes after it was given up finds no one, and does nothing', async () => {
    let pipeOf: Pick<Parameters<StartHelper>[0], 'pipe' | 'secret'> = { pipe: '', secret: new Uint8Array() };
    const stage = createStage({
      start: (request) => {
        pipeOf = request;
        return Promise.resolve('refused');
      },
    });
    await expect(stage.elevator.elevate(nothing)).rejects.toMatchObject({ reason: 'refused' });
    const late = serveElevated({
      ...pipeOf,
      spawn: stage.machine.spawn,
      clock: systemClock,
      paths: fakePaths,
      keptKeys: noKeys,
      sid: null,
      log: () => undefined,
    });
    await expect(late).rejects.toThrow();
    expect(stage.machine.lines).toEqual([]);
  });
});
