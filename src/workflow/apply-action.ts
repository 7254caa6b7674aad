/** Does one action of a plan. The command that runs is the very object of the plan. */
import { sha256Of } from '../domain/hash.js';
import type { Action, DiffLine } from '../domain/plan.js';
import type { Command, Host } from '../host/host.js';
import {
  adoptBackup,
  adoptLargeBackup,
  BackupDamaged,
  freeBackupFile,
  makeBackupFolder,
  readBackup,
  saveBackup,
} from '../journal/backups.js';
import { sessionFolder } from '../journal/journal.js';
import type { BackupRecord } from '../journal/session-course.js';
import { holdsNow, waitUntilHolds } from './check-state.js';
import { differenceOf } from './difference.js';

export type SavedBackup = Pick<BackupRecord, 'name' | 'file' | 'sha256'>;

export interface ActionContext {
  readonly host: Host;
  readonly session: string;
  /** All backups of the session so far. */
  readonly backups: readonly SavedBackup[];
  /** Writes a backup into the journal; the next change comes after it. */
  recordBackup(backup: SavedBackup): Promise<void>;
  /** The bytes that the step left in a file, where they are known: for showing what changed since. */
  bytesLeft(path: string): Uint8Array | undefined;
}

/** Why an action did not do what it should. */
export type ActionFault =
  | { readonly kind: 'not-run' }
  | { readonly kind: 'not-saved'; readonly name: string }
  | { readonly kind: 'changed-meanwhile'; readonly path: string; readonly difference: readonly DiffLine[] }
  | { readonly kind: 'backup-damaged'; readonly name: string }
  | { readonly kind: 'not-written'; readonly path: string; readonly message: string };

export interface ActionEnd {
  /** As journalled. */
  readonly result: { readonly ended: string; readonly exitCode: number | null };
  readonly fault: ActionFault | null;
}

/** Whether nothing has to be done, because what the action is for is so already. */
export async function isNeedless(host: Host, action: Action): Promise<boolean> {
  return action.kind === 'run' && action.unless !== undefined && (await holdsNow(host, action.unless));
}

/** For ways back, which have no checks of their own: whether the action has done what it is for. */
export async function isAchieved(host: Host, action: Action, end: ActionEnd): Promise<boolean> {
  if (action.kind !== 'run') return end.fault === null;
  const { exitCode } = end.result;
  // What a restart only will show is believed by its exit code.
  if (action.successes !== undefined) return exitCode !== null && action.successes.includes(exitCode);
  return action.unless === undefined ? exitCode === 0 : waitUntilHolds(host, action.unless);
}

/** Does it. Errors of files are results; errors of the journal are thrown. */
export async function applyAction(context: ActionContext, action: Action): Promise<ActionEnd> {
  const { host } = context;
  switch (action.kind) {
    case 'run': {
      const command = await filledCommand(context, action);
      if (command === undefined) {
        return failed('refused', { kind: 'backup-damaged', name: action.backup ?? '' });
      }
      const { ended, exitCode } = await host.run(command);
      const began = ended === 'exited' || ended === 'timed-out';
      return { result: { ended, exitCode }, fault: began ? null : { kind: 'not-run' } };
    }
    case 'save-output': {
      const run = await host.run(action.command);
      const result = { ended: run.ended, exitCode: run.exitCode };
      if (run.exitCode !== 0) return { result, fault: { kind: 'not-saved', name: action.name } };
      return keep(context, action.name, result, () => run.stdoutBytes);
    }
    case 'save-answer': {
      const answer = await host.ask(action.question);
      if (!answer.ok) return failed(answer.reason, { kind: 'not-saved', name: action.name });
      const json = new TextEncoder().encode(`${JSON.stringify(answer.value, null, 2)}\n`);
      return keep(context, action.name, { ended: 'answered', exitCode: null }, () => json);
    }
    case 'save-file':
      return saveFile(context, action);
    case 'back-up-file':
      return keep(context, action.name, { ended: 'saved', exitCode: null }, () =>
        host.files.read(action.path),
      );
    case 'write-file':
      return writeFile(context, action);
    case 'restore-file':
      return restoreFile(context, action);
  }
}

/** With the backup's path in the place of `{backup}`; undefined where the backup is not what was saved. */
async function filledCommand(
  { host, session, backups }: ActionContext,
  { command, backup }: Extract<Action, { readonly kind: 'run' }>,
): Promise<Command | undefined> {
  if (backup === undefined) return command;
  const saved = backups.find(({ name }) => name === backup);
  if (saved?.file === undefined || saved.file === null) return undefined;
  const bytes = await attempt(() => readBackup(host.state, session, saved));
  return bytes.ok
    ? withBackup(command, host.state.path(`${sessionFolder(session)}/${saved.file}`))
    : undefined;
}

/** The command as it runs, and as a person would have to type it. */
export function withBackup(command: Command, path: string): Command {
  return { ...command, args: command.args.map((arg) => arg.replaceAll('{backup}', () => path)) };
}

async function keep(
  context: ActionContext,
  name: string,
  result: ActionEnd['result'],
  read: () => Uint8Array | undefined | Promise<Uint8Array | undefined>,
): Promise<ActionEnd> {
  const saved = await attempt(async () =>
    saveBackup(context.host.state, context.session, name, await read()),
  );
  if (!saved.ok) return { result, fault: { kind: 'not-saved', name } };
  await context.recordBackup(saved.value);
  return { result, fault: null };
}

/** The exit code of a program that writes a file says less than the file (reg.exe skips unreadable keys and ends with 0). */
async function saveFile(
  context: ActionContext,
  { command, name, large, successes = [0] }: Extract<Action, { readonly kind: 'save-file' }>,
): Promise<ActionEnd> {
  const { state } = context.host;
  const folder = await attempt(() => makeBackupFolder(state, context.session));
  if (!folder.ok) return failed('failed', { kind: 'not-saved', name });
  const file = await freeBackupFile(state, context.session, name);
  const path = state.path(`${sessionFolder(context.session)}/${file}`);
  const { ended, exitCode } = await context.host.run(withBackup(command, path));
  if (large === true && (exitCode === null || !successes.includes(exitCode))) {
    // Half a copy of a distro is no backup, and may fill the disk.
    await state.remove(`${sessionFolder(context.session)}/${file}`).catch(() => undefined);
    return { result: { ended, exitCode }, fault: { kind: 'not-saved', name } };
  }
  const adopt = large === true ? adoptLargeBackup : adoptBackup;
  const saved = await attempt(() => adopt(state, context.session, name, file));
  if (!saved.ok) return { result: { ended, exitCode }, fault: { kind: 'not-saved', name } };
  await context.recordBackup(saved.value);
  return { result: { ended, exitCode }, fault: null };
}

async function writeFile(
  { host }: ActionContext,
  action: Extract<Action, { readonly kind: 'write-file' }>,
): Promise<ActionEnd> {
  const bytes = new Uint8Array(Buffer.from(action.contentBase64, 'base64'));
  if (sha256Of(bytes) !== action.sha256) {
    return failed('refused', { kind: 'not-written', path: action.path, message: 'hash' });
  }
  const now = await attempt(() => host.files.read(action.path));
  if (!now.ok) return failed('failed', { kind: 'not-written', path: action.path, message: now.message });
  const hash = now.value === undefined ? null : sha256Of(now.value);
  if (hash === action.sha256) return succeeded('skipped');
  if (hash !== action.expected) {
    return failed('refused', { kind: 'changed-meanwhile', path: action.path, difference: [] });
  }
  return put(host, action.path, bytes, 'written');
}

async function restoreFile(
  context: ActionContext,
  action: Extract<Action, { readonly kind: 'restore-file' }>,
): Promise<ActionEnd> {
  const { host, session, backups } = context;
  const now = await attempt(() => host.files.read(action.path));
  if (!now.ok) return failed('failed', { kind: 'not-written', path: action.path, message: now.message });
  const hash = now.value === undefined ? null : sha256Of(now.value);
  // The step never came to its change, or it was undone before.
  if (hash === action.sha256) return succeeded('skipped');
  if (hash !== action.expected) {
    const difference = differenceOf(context.bytesLeft(action.path), now.value);
    return failed('refused', { kind: 'changed-meanwhile', path: action.path, difference });
  }
  if (action.sha256 === null) return put(host, action.path, undefined, 'removed');
  const damaged: ActionEnd = failed('refused', { kind: 'backup-damaged', name: action.name });
  const backup = backups.find(({ name, sha256 }) => name === action.name && sha256 === action.sha256);
  if (backup === undefined) return damaged;
  const bytes = await attempt(() => readBackup(host.state, session, backup));
  if (!bytes.ok || bytes.value === undefined) return damaged;
  return put(host, action.path, bytes.value, 'restored');
}

async function put(
  host: Host,
  path: string,
  bytes: Uint8Array | undefined,
  ended: string,
): Promise<ActionEnd> {
  const done = await attempt(() =>
    bytes === undefined ? host.files.remove(path) : host.files.write(path, bytes),
  );
  return done.ok ? succeeded(ended) : failed('failed', { kind: 'not-written', path, message: done.message });
}

function succeeded(ended: string): ActionEnd {
  return { result: { ended, exitCode: null }, fault: null };
}

function failed(ended: string, fault: ActionFault): ActionEnd {
  return { result: { ended, exitCode: null }, fault };
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof BackupDamaged) return { ok: false, message: error.backup };
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
