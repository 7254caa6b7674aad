/** The real remedy on a practice machine whose program is not elevated: by the world's own UAC, and through the real pipe. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createActor, waitFor } from 'xstate';
import { nextToConfirm, type TroubleshooterEvent } from '../../machines/troubleshooter-setup.js';
import { drive, type Answers, type Snapshot, type TroubleshooterActor } from '../../src/cli/drive.js';
import type { Depth } from '../../src/domain/diagnosis.js';
import type { RemedyId } from '../../src/domain/ids.js';
import { restartStepId } from '../../src/domain/plan.js';
import { systemClock } from '../../src/host/clock.js';
import type { Clock, Host } from '../../src/host/host.js';
import { createLogBus } from '../../src/host/log-bus.js';
import { createCommandRunner } from '../../src/host/run-command.js';
import { openSimulatedHost, type SimulatedHost } from '../../src/host/simulated/simulated-host.js';
import { createSimulatedSpawn } from '../../src/host/simulated/simulated-spawn.js';
import type { UacAnswer, UacWorld } from '../../src/host/simulated/uac.js';
import type { WorldStore } from '../../src/host/simulated/world-store.js';
import { findWorld } from '../../src/host/simulated/worlds/worlds.js';
import type { Spawn } from '../../src/host/spawn.js';
import { createElevator } from '../../src/host/windows/elevated/elevate.js';
import { createHelperQuestions } from '../../src/host/windows/elevated/helper-questions.js';
import { serveElevated, type HelperEnd } from '../../src/host/windows/elevated/serve.js';
import { journalText } from '../../src/text/journal.js';
import { textFor } from '../../src/text/text-for.js';
import { resultEntries } from '../../src/ui/result-rows.js';
import { createTroubleshooting, type Troubleshooting } from '../../src/workflow/troubleshooting.js';

async function openUnelevated(uac: UacAnswer, id = 'classic-80041002'): Promise<SimulatedHost> {
  const world: UacWorld | undefined = findWorld(id)?.make(Date.now());
  if (world === undefined) throw new Error('There is no such world.');
  world.elevated = false;
  world.uac = uac;
  const stateRoot = mkdtempSync(join(tmpdir(), 'wsl-netfix-elevation-'));
  onTestFinished(() => rmSync(stateRoot, { recursive: true, force: true }));
  return openSimulatedHost({ world, pace: 'instant', stateRoot, clock: impatientClock() });
}

/** Looks that are repeated until something holds do not wait; limits of commands are real ones, and never reached. */
function impatientClock(): Clock {
  let jumped = 0;
  return {
    now: () => Date.now() + jumped,
    sleep: (ms, signal) => {
      if (ms > 2_000) return systemClock.sleep(ms, signal);
      jumped += ms;
      return Promise.resolve();
    },
  };
}

function startProgram(host: Host): Troubleshooting {
  return createTroubleshooting({
    host,
    program: 'wsl-netfix-tui 0.1.0',
    copyProgram: () => Promise.resolve({ bundle: '/state/runtime/app.mjs', node: '/usr/bin/node' }),
    text: journalText.en,
  });
}

/** Somebody who says yes to everything, the restart included. */
function repair(
  program: Troubleshooting,
  answers: Answers = {},
): Promise<{ readonly state: string | null; readonly snapshot: Snapshot }> {
  const actor = createActor(program.machine);
  actor.start();
  return drive(actor, { ...yesTo(program, 'reset-network-stack'), ...answers });
}

function yesTo({ host }: Troubleshooting, remedy: RemedyId): Answers {
  let chosen = false;
  const leave: TroubleshooterEvent = { type: 'LEAVE' };
  return {
    reviewing: () => {
      // Reading takes a while: events of the diagnosis are not of the same second as the treatment.
      void host.clock.sleep(2_000);
      return { type: 'CONTINUE' };
    },
    choosing: () => {
      if (chosen) return leave;
      chosen = true;
      return { type: 'CHOOSE', remedy, target: null };
    },
    'planning.shown': ({ context: { plan } }) =>
      plan === null ? leave : { type: 'ACCEPT_PLAN', planHash: plan.hash },
    confirming: ({ context }) => {
      const step = nextToConfirm(context);
      if (step === undefined || context.plan === null) return leave;
      return { type: 'CONFIRM', stepId: step.id, planHash: context.plan.hash };
    },
    'awaitingRestart.waiting': () => ({ type: 'RESTART' }),
    'awaitingRestart.confirming': ({ context: { plan } }) => ({
      type: 'CONFIRM',
      stepId: restartStepId,
      planHash: plan?.hash ?? '',
    }),
    recovering: () => ({ type: 'FINISH' }),
  };
}

const stateOf = (host: SimulatedHost, name: string) =>
  host.world.services.find((service) => service.name === name)?.state;

describe('without an elevated program', () => {
  test('the remedy is offered, Windows asks, and it repairs', async () => {
    const host = await openUnelevated('accepts');
    const program = startProgram(host);
    const { state } = await repair(program);
    expect(state).toBe('resolved');
    expect(program.caseFile.view()).toMatchObject({ verdict: 'repaired', elevatedBy: 'own-account' });
    await program.close();
  });

  test('the rights of another account are told from the person’s own, and it is said', async () => {
    const program = startProgram(await openUnelevated('other-account'));
    await repair(program);
    expect(program.caseFile.view()).toMatchObject({ verdict: 'repaired', elevatedBy: 'other-account' });
    const text = textFor('en');
    const said = resultEntries({ view: program.caseFile.view(), text }).map(({ value }) => value);
    expect(said).toContain(text.screens.result.otherAccount);
    await program.close();
  });

  test('nothing runs where UAC is refused, and it is said', async () => {
    const host = await openUnelevated('refuses');
    const before = structuredClone(host.world);
    const program = startProgram(host);
    const { state, snapshot } = await repair(program);
    expect(state).toBe('choosing');
    expect(snapshot.context.notice).toBe('elevation-refused');
    expect(host.world.services).toEqual(before.services);
    expect(host.world.tcpip).toEqual(before.tcpip);
    expect(await host.state.list('sessions')).toEqual([]);
    await program.close();
  });

  test('an undo asks, too', async () => {
    const host = await openUnelevated('accepts');
    const first = startProgram(host);
    await repair(first, { 'awaitingRestart.waiting': () => ({ type: 'LEAVE' }) });
    await first.close();
    const elevate = vi.spyOn(host, 'elevate');
    const second = startProgram(host);
    await second.treatment.undo(null, 'run');
    expect(elevate).toHaveBeenCalledOnce();
    expect(stateOf(host, 'hns')).toBe('running');
    await second.close();
  });
});

/** Looks deeper once, and stays at the causes. */
async function lookDeeper({ machine }: Troubleshooting, depth: Depth): Promise<TroubleshooterActor> {
  const actor = createActor(machine);
  actor.start();
  await waitFor(actor, (now) => now.matches('reviewing'));
  actor.send({ type: 'LOOK_DEEPER' });
  actor.send({ type: 'LOOK', depth });
  await waitFor(actor, (now) => now.matches('reviewing'), { timeout: 20_000 });
  return actor;
}

const resultsOf = ({ caseFile }: Troubleshooting) =>
  Object.fromEntries(
    (caseFile.view().diagnosis?.probes ?? []).map(({ id, result }) => [
      id,
      result.status === 'skipped' ? result.reason.code : result.status,
    ]),
  );

const forAdministrators = [
  'hns-networks',
  'boot-configuration',
  'wmi-switch-service',
  'virtual-machines',
  'bitlocker',
  'restore-points',
];

describe('a deeper look without an elevated program', () => {
  test('reads what only an administrator may, and gives the rights back', async () => {
    const host = await openUnelevated('accepts');
    const elevate = vi.spyOn(host, 'elevate');
    const program = startProgram(host);
    const { context } = (await lookDeeper(program, 'deeper')).getSnapshot();
    expect(context).toMatchObject({ notice: null, depth: 'usual' });
    expect(elevate).toHaveBeenCalledOnce();
    expect(host.holdsElevation?.()).toBe(false);
    const results = resultsOf(program);
    for (const id of forAdministrators)
      expect([id, results[id]]).toEqual([id, expect.stringMatching(/ok|finding/)]);
    expect(results['wmi-repository']).toBe('ok');
    expect(results['test-switch']).toBe('asked-for-only');
    await program.close();
  });

  test('makes the test switch only where that was asked for', async () => {
    const program = startProgram(await openUnelevated('accepts'));
    await lookDeeper(program, 'test-switch');
    expect(resultsOf(program)['test-switch']).toBe('finding');
    await program.close();
  });

  test.each(['deeper', 'test-switch'] as const)(
    'finds the same cause in the world that starts without rights: %s',
    async (depth) => {
      const host = await openUnelevated('accepts', 'no-admin-80041002');
      const program = startProgram(host);
      await lookDeeper(program, depth);
      const results = resultsOf(program);
      for (const id of forAdministrators)
        expect([id, results[id]]).toEqual([id, expect.stringMatching(/ok|finding/)]);
      expect(results['test-switch']).toBe(depth === 'deeper' ? 'asked-for-only' : 'finding');
      expect(program.caseFile.view().diagnosis?.causes[0]?.id).toBe('unknown-vswitch-failure');
      await program.close();
    },
  );

  test('leaves what was found as it was where UAC is refused', async () => {
    const program = startProgram(await openUnelevated('refuses'));
    const { context } = (await lookDeeper(program, 'test-switch')).getSnapshot();
    expect(context.notice).toBe('look-refused');
    const results = resultsOf(program);
    for (const id of forAdministrators) expect([id, results[id]]).toEqual([id, 'needs-elevation']);
    expect(results['vmms-events']).toBe('finding');
    await program.close();
  });

  test('lets a plan run to its end that only an administrator’s facts make possible', async () => {
    const host = await openUnelevated('accepts');
    const id = '790E58B4-7939-4434-9358-89AE7DDBE87E';
    const name = 'WSL (Hyper-V firewall)';
    host.world.hnsNetworks.push({ id, name, type: 'ICS', switchName: name, persistent: false });
    const program = startProgram(host);
    const offered = () =>
      program.caseFile.view().diagnosis?.offers.find((offer) => offer.id === 'hns-network-remove');
    const actor = await lookDeeper(program, 'deeper');
    expect(offered()).toMatchObject({ available: true, needs: ['elevation'] });
    const { state } = await drive(actor, yesTo(program, 'hns-network-remove'));
    // The check of the step asks HNS, which only the helper may.
    expect(program.caseFile.view().steps.map(({ status }) => status)).not.toContain('failed');
    expect(state).toBe('deciding');
    expect(program.caseFile.view().verdict).toBe('not-repaired');
    expect(host.world.hnsNetworks.some((network) => network.id === id)).toBe(false);
    await program.close();
  });
});

describe('through the helper’s own pipe', () => {
  test('a deeper look gets its answers, one after the other, from what the helper runs', async () => {
    const { real, elevated, helpers } = await openWithHelper();
    const program = startProgram(real);
    await lookDeeper(program, 'test-switch');
    const results = resultsOf(program);
    for (const id of forAdministrators)
      expect([id, results[id]]).toEqual([id, expect.stringMatching(/ok|finding/)]);
    expect(results['test-switch']).toBe('finding');
    const programs = elevated.map((line) => line.split(' ')[0]);
    expect(programs.toSorted()).toEqual([
      'bcdedit.exe',
      ...forAdministrators.slice(1).map(() => 'powershell.exe'),
      'powershell.exe',
      'winmgmt.exe',
    ]);
    expect(await Promise.all(helpers.map(({ ended }) => ended))).toEqual(['ended']);
    await program.close();
  });

  test('a helper that dies in the middle of a look costs its checks, and no others', async () => {
    const { real } = await openWithHelper((line, kill) => {
      if (line.startsWith('bcdedit.exe')) kill();
    });
    const program = startProgram(real);
    await lookDeeper(program, 'deeper');
    const results = resultsOf(program);
    expect(results['hns-networks']).toBe('ok');
    expect(results['boot-configuration']).toBe('crashed');
    expect(results['wmi-switch-service']).toBe('needs-elevation');
    expect(results['vmms-events']).toBe('finding');
    await program.close();
  });

  test('it repairs, and every command that needs elevation ran in the helper', async () => {
    const { host, real, elevated, unelevated, helpers } = await openWithHelper();
    const program = startProgram(real);
    const { state } = await repair(program);
    expect(state).toBe('resolved');
    expect(program.caseFile.view().verdict).toBe('repaired');
    expect(elevated.filter((line) => line.startsWith('net'))).toEqual([
      'net.exe stop hns /y',
      'net.exe stop vmcompute /y',
      'netsh.exe int ip reset',
      'netsh.exe winsock reset',
      'net.exe start vmcompute',
      'net.exe start hns',
      'net.exe start nvagent',
      'net.exe start CmService',
      'netsh.exe interface ipv4 set address name=7 source=static address=192.168.1.20 mask=255.255.255.0 gateway=192.168.1.1',
      'netsh.exe interface ipv4 set dnsservers name=7 source=static address=192.168.1.1 register=primary validate=no',
      'netsh.exe interface ipv4 add dnsservers name=7 address=9.9.9.9 index=2 validate=no',
    ]);
    expect(unelevated).toContain('wsl.exe --shutdown');
    expect(unelevated.filter((line) => /^net\.exe|reset$/.test(line))).toEqual([]);
    await program.close();
    expect(await Promise.all(helpers.map(({ ended }) => ended))).toEqual(['ended']);
    expect(stateOf(host, 'hns')).toBe('running');
  });

  test('a helper that is killed in the middle is noticed, and a second one undoes what the first began', async () => {
    const { host, real, elevated, helpers } = await openWithHelper((line, kill) => {
      if (line === 'netsh.exe winsock reset' && helpers.length === 1) kill();
    });
    const program = startProgram(real);
    const { state } = await repair(program);
    expect(state).toMatch(/^(rolledBack|notFullyRolledBack)$/);
    expect(helpers).toHaveLength(2);
    expect(elevated.at(-1)).not.toBe('netsh.exe winsock reset');
    expect([stateOf(host, 'hns'), stateOf(host, 'vmcompute')]).toEqual(['running', 'running']);
    await program.close();
  });

  test('a program that is killed in the middle leaves services to the helper, and the journal to the next', async () => {
    const { host, real, helpers, dropTui } = await openWithHelper((line) => {
      if (line === 'netsh.exe int ip reset') dropTui();
    });
    const program = startProgram(real);
    void repair(program);
    await vi.waitFor(() => expect(helpers).toHaveLength(1));
    expect(await helpers[0]?.ended).toBe('lost');
    expect([stateOf(host, 'hns'), stateOf(host, 'vmcompute')]).toEqual(['running', 'running']);
    const next = startProgram(host);
    const { unfinished } = await next.treatment.findUnfinished();
    expect(unfinished).toBe('interrupted');
    await next.close();
  });
});

interface StartedHelper {
  readonly ended: Promise<HelperEnd>;
}

/** A practice machine with the real helper and pipe in place of its own UAC. */
async function openWithHelper(during: (line: string, killHelper: () => void) => void = () => undefined) {
  const host = await openUnelevated('accepts');
  const { clock, paths, codePages } = host;
  const elevated: string[] = [];
  const unelevated: string[] = [];
  const helpers: StartedHelper[] = [];
  const bus = createLogBus();
  const spawnOver = (isElevated: boolean): Spawn =>
    createSimulatedSpawn({
      store: storeOf(host, isElevated),
      clock,
      pace: 'instant',
      stateRoot: host.state.root,
      kill: () => undefined,
    });
  const noted =
    (lines: string[], spawn: Spawn): Spawn =>
    (command, io) => {
      lines.push([command.file.split('\\').at(-1), ...command.args].join(' '));
      return spawn(command, io);
    };
  const elevator = createElevator({
    spawn: noted(unelevated, spawnOver(false)),
    clock: systemClock,
    paths,
    platform: process.platform,
    onRefusal: () => undefined,
    async start({ pipe, secret }) {
      const dead = Promise.withResolvers<never>();
      dead.promise.catch(() => undefined);
      let isDead = false;
      const machine = noted(elevated, spawnOver(true));
      const ended = serveElevated({
        pipe,
        secret,
        // What is killed does nothing more, and says nothing more.
        spawn: async (command, io) => {
          during([command.file.split('\\').at(-1), ...command.args].join(' '), () => {
            isDead = true;
            elevator.close();
          });
          return isDead ? new Promise(() => undefined) : machine(command, io);
        },
        clock,
        paths,
        keptKeys: { keep: () => Promise.resolve(true), has: () => Promise.resolve(true) },
        sid: host.world.user.sid,
        log: () => undefined,
      });
      helpers.push({ ended });
      await ended;
      return 'unknown';
    },
  });
  onTestFinished(() => elevator.close());
  const askHelper = createHelperQuestions({ elevator, codePages, clock, paths });
  const real: Host = {
    ...host,
    run: createCommandRunner({ spawn: elevator.spawn, codePages, clock, ...bus }),
    ask: (question, options) => askHelper(question, options?.signal) ?? host.ask(question, options),
    elevate: (request, options) => elevator.elevate(request, options),
    holdsElevation: () => elevator.holds(),
    close: () => {
      elevator.close();
      return Promise.resolve();
    },
  };
  return { host, real, elevated, unelevated, helpers, dropTui: () => elevator.close() };
}

/** The machine's world, as a process sees it that is elevated or not. */
function storeOf(host: SimulatedHost, isElevated: boolean): WorldStore {
  return {
    look: () => (isElevated ? { ...host.world, elevated: true } : host.world),
    change: (edit) => edit(host.world, host.clock.now()),
  };
}
