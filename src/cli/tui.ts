/** The program as most people see it: the whole flow on a screen. */
import { createActor } from 'xstate';
import { makeCommand } from '../host/commands.js';
import { commandLine } from '../host/host.js';
import { worlds } from '../host/simulated/worlds/worlds.js';
import { probes } from '../probes/registry.js';
import { createLogModel } from '../ui/panes/log-model.js';
import { runApp } from '../ui/run-app.js';
import { pickWorld } from '../ui/screens/world-picker.js';
import { summaryLines } from '../ui/summary.js';
import type { Text } from '../text/text.js';
import type { GlobalOptions } from './arguments.js';
import {
  lockMachine,
  openTroubleshooting,
  screenIsOpen,
  refuseDamagedSession,
  type CommandContext,
} from './context.js';
import { restingState, type Snapshot, type TroubleshooterActor } from './drive.js';
import { returnCommandLine } from '../workflow/return-after-logon.js';
import { exitCodeOf, exitCodes, type ExitCode } from './exit-codes.js';
import type { FixRequest } from './fix.js';
import { namedWorld, openMachine, openWorld, type Machine, type Surroundings } from './machine.js';
import { Refusal } from './refusal.js';
import { findUnfinishedFor } from '../workflow/recovery.js';
import { stateRoot } from './state-root.js';

/** Which machine the screen is about. Asks for a practice machine where none is named; null when the person left. */
export async function chooseMachine(
  options: GlobalOptions,
  text: Text,
  surroundings: Surroundings,
): Promise<Machine | null> {
  const asks = options.practice || surroundings.platform !== 'win32';
  if (!asks || (await namedWorld(options, text)) !== null) return openMachine(options, text, surroundings);
  const world = await pickWorld({
    worlds: worlds.map(({ id, story, invented }) => ({
      id,
      story: story[text.language],
      inventedCure: invented,
    })),
    text,
    colour: options.color,
    terminal: process,
    screenReader: options.screenReader,
  });
  return world === null
    ? null
    : openWorld(world, options, text, stateRoot(surroundings.platform, surroundings.env));
}

/**
 * `wanted`: a remedy that is chosen for the person as soon as it can be; `rest`: only what is unfinished.
 * @throws {Refusal} where nothing is unfinished and only that was wanted
 */
export async function showTui(
  context: CommandContext,
  wanted: FixRequest | 'rest' | null,
): Promise<ExitCode> {
  const { machine, options, text } = context;
  const lock = await lockMachine(context, screenIsOpen);
  await refuseDamagedSession(context)
    .then(() => (wanted === 'rest' ? refuseNothingLeft(context) : undefined))
    .catch(async (error: unknown) => {
      await lock.release();
      throw error;
    });
  const troubleshooting = openTroubleshooting(context);
  const log = createLogModel({ schedule: (flush) => setTimeout(flush, flushMs) });
  machine.onLog(log.accept);
  const actor = createActor(troubleshooting.machine);
  // A closed window gets no answer: what runs is in the journal, and the next start asks about it.
  const hangUp = () => process.exit(exitCodes.interrupted);
  process.once('SIGHUP', hangUp);
  process.once('SIGTERM', hangUp);
  let last = actor.getSnapshot();
  actor.subscribe((snapshot) => {
    if (snapshot.status === 'active') last = snapshot;
  });
  if (wanted !== null && wanted !== 'rest') choose(actor, wanted);
  actor.start();
  try {
    await runApp({
      actor,
      caseFile: troubleshooting.caseFile,
      log,
      text,
      host: machine,
      clock: machine.clock,
      colour: options.color,
      usualMs: Object.fromEntries(probes.map(({ id, usualMs }) => [id, usualMs])),
      restartCommand: commandLine(makeCommand(machine.paths, 'shutdown', ['/r', '/t', '0'])),
      returnCommand: returnCommandLine(machine),
      terminal: process,
      screenReader: options.screenReader,
      ...(options.pane === null ? {} : { pane: options.pane }),
    });
  } finally {
    actor.stop();
    process.off('SIGHUP', hangUp);
    process.off('SIGTERM', hangUp);
    await troubleshooting.close();
    await lock.release();
  }
  const view = troubleshooting.caseFile.view();
  for (const line of summaryLines({ flow: last, view, text, host: machine })) context.output.line(line);
  return exitCodeAfter(last);
}

/** What opens after a sign-in must not begin to look at a machine on which everything is settled. */
async function refuseNothingLeft(context: CommandContext): Promise<void> {
  const { session } = await findUnfinishedFor(context.machine);
  if (session !== null) return;
  const troubleshooting = openTroubleshooting(context);
  // Takes away what was left registered, before it says so.
  await troubleshooting.treatment.findUnfinished();
  throw new Refusal(context.text.cli.refusals.nothingToResume);
}

/** Panes are drawn at most this often. */
const flushMs = 33;

function choose(actor: TroubleshooterActor, wanted: FixRequest): void {
  let chosen = false;
  actor.subscribe((snapshot) => {
    if (chosen) return;
    if (snapshot.matches('reviewing')) queueMicrotask(() => actor.send({ type: 'CONTINUE' }));
    if (!snapshot.matches('choosing')) return;
    chosen = true;
    queueMicrotask(() => actor.send({ type: 'CHOOSE', ...wanted }));
  });
}

/** What the person leaves behind, not how they left. */
function exitCodeAfter(snapshot: Snapshot): ExitCode {
  const { health, verdict } = snapshot.context;
  switch (restingState(snapshot)) {
    case 'rolledBack':
      return exitCodes.rolledBack;
    case 'notFullyRolledBack':
      return exitCodes.notFullyRolledBack;
    case 'awaitingRestart.waiting':
    case 'awaitingRestart.confirming':
      return exitCodes.restartNeeded;
    case 'stopped':
    case 'recovering':
    case 'planning.shown':
    case 'confirming':
      return exitCodes.problemLeft;
    default:
      break;
  }
  if (verdict !== null) return exitCodeOf(verdict);
  if (snapshot.matches({ awaitingRestart: 'restarting' })) return exitCodes.restartNeeded;
  if (health === null) return exitCodes.interrupted;
  return health === 'healthy' ? exitCodes.ok : exitCodes.problemLeft;
}
