/** `undo` and `sessions`: what was done on this machine, and taking it back. */
import { askInTerminal } from '../host/console.js';
import { sessionFolder } from '../journal/journal.js';
import { findDamaged, listSessions } from '../journal/session-summary.js';
import type { UndoObstacle } from '../domain/ids.js';
import type { Text } from '../text/text.js';
import type { SessionSummary } from '../journal/record.js';
import { undoWords } from '../ui/step-details.js';
import { remedyName, stepWords } from '../ui/words.js';
import { resultEntries } from '../ui/result-rows.js';
import type { Troubleshooting } from '../workflow/troubleshooting.js';
import { readHistory, type HistoryEntry } from '../workflow/history.js';
import { openForUndo, UndoRefused } from '../workflow/recovery.js';
import { UsageError } from './arguments.js';
import { lockMachine, openTroubleshooting, refuseDamagedSession, type CommandContext } from './context.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';
import { Refusal } from './refusal.js';
import { argvOf, treatmentJson, type TreatmentJson } from './treatment-json.js';

/** `wsl-netfix/sessions/1`. */
export interface SessionsJson {
  readonly schema: 'wsl-netfix/sessions/1';
  readonly sessions: readonly (SessionSummary & {
    /** Null where it can be undone. */
    readonly obstacle: UndoObstacle | null;
  })[];
  /** A session whose journal cannot be read: it may be this machine's, and may have left something. */
  readonly damaged: string | null;
}

export async function listWhatWasDone({ machine, text, output }: CommandContext): Promise<ExitCode> {
  const history = await readHistory(machine);
  const sessions = history.map(({ summary, obstacle }) => ({ ...summary, obstacle }));
  const damaged = await findDamaged(machine.state, machine.machineId);
  const json: SessionsJson = {
    schema: 'wsl-netfix/sessions/1',
    sessions,
    damaged: damaged?.session ?? null,
  };
  output.object(json);
  if (output.json) return exitCodes.ok;
  if (damaged !== undefined) {
    const folder = machine.state.path(sessionFolder(damaged.session));
    output.line(text.cli.refusals.damagedSession(damaged.session, folder).error);
  }
  if (sessions.length === 0) output.line(text.cli.report.noSessions);
  for (const entry of history) writeSession(entry, text, output);
  return exitCodes.ok;
}

/** A line for the session, then what it did and whether it can be undone. */
function writeSession({ summary, steps, obstacle }: HistoryEntry, text: Text, output: Output): void {
  const { session, remedy, state, verdict } = summary;
  const end = verdict === null ? '' : ` · ${text.cli.report.verdict(verdict)}`;
  output.line(`${session}  ${remedyName(text, remedy)} · ${text.cli.report.stateOf[state]}${end}`);
  for (const { step, standing } of steps) {
    if (standing === 'planned') continue;
    const { outcomes } = text.screens.applying;
    const came = standing === 'begun' ? text.screens.recovering.begun : outcomes[standing];
    output.line(`    ${stepWords(text, step.text).title} · ${came}`);
  }
  const toUndo = `wsl-netfix-tui undo ${session}`;
  output.line(
    `    ${obstacle === null ? `${text.screens.result.toUndo}${text.screens.colon}${toUndo}` : text.screens.history.obstacles[obstacle]}`,
  );
}

/**
 * Takes back what a session changed, the newest where none is named. Asks in a terminal; elsewhere `--yes` is needed.
 * @throws {Refusal}, @throws {UsageError} for an unknown session
 */
export async function undo(context: CommandContext, session: string | null): Promise<ExitCode> {
  const { options, text, output } = context;
  const lock = await lockMachine(context, 'undo');
  const troubleshooting = openTroubleshooting(context);
  try {
    const wanted = await findWanted(context, session);
    if (options.dryRun) return await showUndo(context, troubleshooting, wanted);
    if (!options.yes && !(await isAgreed(context, wanted))) {
      output.line(text.cli.undo.kept);
      return exitCodes.ok;
    }
    // Whoever asks for the undo of a session asks for all that can be undone, re-created things included.
    const result = await troubleshooting.treatment.undo(wanted.session, 'run');
    const state = result.complete ? 'rolled-back' : 'not-fully-rolled-back';
    const view = troubleshooting.caseFile.view();
    const json: TreatmentJson = { ...treatmentJson(view, state, () => null), remedy: wanted.remedy };
    output.object(json);
    output.line(result.complete ? text.cli.undo.done : text.cli.undo.partly);
    for (const line of result.remainder) output.line(`  ${line}`);
    for (const { label, value } of resultEntries({ view, text })) {
      if (value !== '') output.line(`${label}: ${value.replaceAll('\n', '\n    ')}`);
    }
    return result.complete ? exitCodes.ok : exitCodes.notFullyRolledBack;
  } catch (error) {
    throw error instanceof UndoRefused ? refusalOf(error, context) : error;
  } finally {
    await troubleshooting.close();
    await lock.release();
  }
}

/** What an undo would run, in its order. Nothing is run, and whether the machine has changed since is not looked at. */
async function showUndo(
  { machine, text, output }: CommandContext,
  { caseFile }: Troubleshooting,
  wanted: SessionSummary,
): Promise<ExitCode> {
  const entry = (await readHistory(machine)).find(({ summary }) => summary.session === wanted.session);
  const steps = (entry?.steps ?? [])
    .filter(({ touched, standing }) => touched && standing !== 'undone')
    .map(({ step }) => step)
    .toReversed();
  const json: TreatmentJson = {
    ...treatmentJson(caseFile.view(), 'planned', () => null),
    remedy: wanted.remedy,
    session: wanted.session,
    plan: steps.map(({ id, effect, undo: { kind, actions } }) => ({
      step: id,
      commands: actions.map(argvOf),
      effect,
      undo: kind,
      destroys: null,
      backups: [],
      undoCommands: [],
    })),
  };
  output.object(json);
  output.line(text.cli.report.dryRun);
  for (const step of steps) {
    output.line(`  ${stepWords(text, step.text).title}`);
    for (const line of undoWords(step, text).split('\n')) output.line(`    ${line}`);
  }
  return exitCodes.ok;
}

async function findWanted(context: CommandContext, session: string | null): Promise<SessionSummary> {
  if (session === null) await refuseDamagedSession(context);
  const { session: found } = await openForUndo(context.machine, session);
  const summary = (await sessionsOf(context.machine)).find((each) => each.session === found);
  if (summary === undefined) throw new UndoRefused('journal-damaged', found);
  return summary;
}

async function isAgreed({ text, options }: CommandContext, wanted: SessionSummary): Promise<boolean> {
  if (options.json || !process.stdin.isTTY || !process.stdout.isTTY) {
    throw new Refusal(text.cli.refusals.needsYes(`undo ${wanted.session}`));
  }
  const question = text.cli.undo.question(wanted.session, remedyName(text, wanted.remedy));
  return /^y(es)?$/i.test(await askInTerminal(question));
}

async function sessionsOf(machine: CommandContext['machine']): Promise<readonly SessionSummary[]> {
  const { sessions } = await listSessions(machine.state);
  return sessions.filter(({ machineId }) => machineId === machine.machineId);
}

function refusalOf({ reason, session, nearest }: UndoRefused, { text, options }: CommandContext): Error {
  const name = session ?? '';
  switch (reason) {
    case 'unknown-session':
      return new UsageError({ code: 'unknown-session', written: name, nearest }, options);
    case 'no-session':
      return new Refusal(text.cli.refusals.nothingToUndo);
    case 'other-machine':
      return new Refusal(text.cli.refusals.sessionOfOtherMachine(name));
    case 'already-undone':
      return new Refusal(text.cli.refusals.alreadyUndone(name));
    case 'journal-damaged':
      return new Refusal(text.cli.refusals.journalDamaged(name));
  }
}
