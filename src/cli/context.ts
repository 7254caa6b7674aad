/** What a command works with: the machine, the flow, the words, and where to say them. */
import { fileURLToPath } from 'node:url';
import { describeStep } from '../text/steps.js';
import type { Text } from '../text/text.js';
import { copyProgram, type ProgramCopy } from '../host/program-copy.js';
import { acquireLock, type Lock } from '../host/lock.js';
import { sessionFolder } from '../journal/journal.js';
import { findDamaged } from '../journal/session-summary.js';
import { createTroubleshooting, type Troubleshooting } from '../workflow/troubleshooting.js';
import type { GlobalOptions } from './arguments.js';
import { messageOf, type Machine } from './machine.js';
import type { Output } from './output.js';
import { Refusal } from './refusal.js';

export interface CommandContext {
  readonly machine: Machine;
  readonly options: GlobalOptions;
  readonly text: Text;
  readonly output: Output;
}

export const programVersion: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0';

export function openTroubleshooting({
  machine,
  text,
  options: { language, dryRun },
}: Pick<CommandContext, 'machine' | 'text' | 'options'>): Troubleshooting {
  return createTroubleshooting({
    host: machine,
    program: `wsl-netfix-tui ${programVersion}`,
    copyProgram: () => copyThisProgram(machine),
    text: text.journal,
    titleOf: (step) => describeStep(text.steps, step.text).title,
    // Whoever asked for a language is spoken to in it after the restart, too.
    readOnly: dryRun,
    returnArgs: language === null ? [] : ['--lang', language],
  });
}

/** In the bundle this very file is the program. Rejects where the disk refuses. */
export function copyThisProgram({ state }: Pick<Machine, 'state'>): Promise<ProgramCopy> {
  return copyProgram(state, { bundlePath: fileURLToPath(import.meta.url), nodePath: process.execPath });
}

/** What a program with its screen open writes into the lock; whoever reads it may speak another language. */
export const screenIsOpen = 'screen';

/**
 * One program at a time on one machine. A practice machine in memory is nobody else's.
 * @throws {Refusal} naming the program that is at work
 */
export async function lockMachine(
  context: CommandContext,
  what: string,
): Promise<Extract<Lock, { ok: true }>> {
  const { machine, text, options } = context;
  if (machine.kind === 'simulated' && options.worldState === null) {
    return { ok: true, release: () => Promise.resolve() };
  }
  const startedAt = machine.clock.now();
  const lock = await acquireLock(machine.state, lockName(machine), {
    pid: process.pid,
    startedAt,
    what,
  }).catch((error: unknown) => {
    throw new Refusal(text.cli.refusals.stateFolderUnusable(machine.state.root, messageOf(error)));
  });
  if (lock.ok) return lock;
  const { holder } = lock;
  const since = new Date(holder.startedAt).toLocaleTimeString(text.language);
  const doing = holder.what === screenIsOpen ? text.cli.report.withScreen : holder.what;
  throw new Refusal(text.cli.refusals.locked(holder.pid, since, doing));
}

/** @throws {Refusal} where a session of this machine cannot be read: what it left is not known, so nothing is begun */
export async function refuseDamagedSession({ machine, text }: CommandContext): Promise<void> {
  const damaged = await findDamaged(machine.state, machine.machineId);
  if (damaged === undefined) return;
  const folder = machine.state.path(sessionFolder(damaged.session));
  throw new Refusal(text.cli.refusals.damagedSession(damaged.session, folder));
}

export function lockName(machine: Pick<Machine, 'machineId'>): string {
  return `lock-${machine.machineId.replaceAll(/[^A-Za-z0-9-]/g, '').slice(0, 60)}.json`;
}
