/**
 * The ways back that need neither network nor npx, written before the first change (design.md section 3): `undo.cmd`,
 * which calls the local copy of the program, and `UNDO.txt`, for the day when even that does not run.
 */
import type { Action, Plan, Step } from '../domain/plan.js';
import { commandLine, type StateFolder } from '../host/host.js';
import type { JournalText } from '../text/journal.js';
import { sessionFolder } from './journal.js';

export interface WayBack {
  readonly session: string;
  /** The local copy of the program, and the Node that runs it: absolute paths. */
  readonly program: { readonly bundle: string; readonly node: string };
  /** Arguments that lead to the same machine: `Host.reopenArgs`. */
  readonly reopenArgs: readonly string[];
  /** All plans of the session, in the order in which they are carried out. */
  readonly plans: readonly Plan[];
  readonly text: JournalText;
  /** Takes back that the program opens after a restart; only shown where a plan ends with one. */
  readonly unregister: string;
  /** What a step is called on screen. */
  readonly titleOf: (step: Step) => string;
}

/** Writes both files; throws where the disk refuses. Returns the absolute path of `undo.cmd`. */
export async function writeWayBack(state: StateFolder, way: WayBack): Promise<string> {
  const folder = sessionFolder(way.session);
  const undoCommand = state.path(`${folder}/undo.cmd`);
  await state.write(`${folder}/undo.cmd`, undoCommandFile(way));
  // Notepad of older Windows 10 takes a file without this mark for the ANSI code page.
  await state.write(`${folder}/UNDO.txt`, `\ufeff${manualText(state, way, undoCommand)}`);
  return undoCommand;
}

export function undoCommandFile(way: Pick<WayBack, 'session' | 'program' | 'reopenArgs'>): string {
  const { program, session, reopenArgs } = way;
  // Whoever starts a file of this name has decided; there may be no terminal to ask on.
  return commandFile('undo.cmd', [program.node, program.bundle, 'undo', session, '--yes', ...reopenArgs]);
}

/** Brings the program back to what is unfinished. It shows and asks, and runs nothing by itself. */
export function resumeCommandFile(name: string, way: Pick<WayBack, 'program' | 'reopenArgs'>): string {
  return commandFile(name, [way.program.node, way.program.bundle, 'resume', ...way.reopenArgs]);
}

/**
 * A batch file is read in the console's code page, so that it says UTF-8 before the first path; cmd.exe reads line by
 * line. A double-click's window, or one that opened after a sign-in, stays until a key is pressed and then goes; called from
 * a terminal the file just ends with our exit code.
 */
function commandFile(name: string, call: readonly string[]): string {
  return crlf([
    '@echo off',
    'chcp 65001 >nul',
    call.map(quoteForBatch).join(' '),
    'set "wslnetfix_exit=%errorlevel%"',
    // Only from here on: with it, an exclamation mark in a path above would be lost.
    'setlocal EnableDelayedExpansion',
    `if not "!cmdcmdline:${name}=!"=="!cmdcmdline!" (pause & exit %wslnetfix_exit%)`,
    'exit /b %wslnetfix_exit%',
  ]);
}

/** Quoted always: `&` and parentheses are words of cmd.exe, and names of people may hold them. */
function quoteForBatch(argument: string): string {
  return `"${argument.replaceAll('%', '%%')}"`;
}

function manualText(state: StateFolder, way: WayBack, undoCommand: string): string {
  const { text, plans, session } = way;
  const folder = state.path(sessionFolder(session));
  const steps = plans.flatMap((plan) => plan.steps).toReversed();
  const services = plans[0]?.services ?? [];
  return crlf([
    text.undoTitle(session),
    '',
    text.undoByProgram(undoCommand),
    '',
    text.undoByHand,
    text.undoByHandOrder,
    ...(plans.some(({ restart }) => restart)
      ? ['', text.step(text.returnRegistered), ...[text.run, `    ${way.unregister}`].map(indent)]
      : []),
    ...steps.flatMap((step) => ['', text.step(way.titleOf(step)), ...undoLines(step, way, state)]),
    ...(services.length === 0 ? [] : ['', text.servicesBefore]),
    ...services.map(({ service, before }) => `    ${text.service(service, before)}`),
    '',
    text.backups(folder),
  ]);
}

function undoLines(step: Step, { text, session }: WayBack, state: StateFolder): readonly string[] {
  const lines = step.undo.actions.flatMap((action) =>
    linesOfAction(action, text, (name) => state.path(`${sessionFolder(session)}/backups/${name}`)),
  );
  const intro = step.undo.kind === 'equivalent' ? [text.equivalent] : [];
  if (lines.length > 0) return [...intro, ...lines].map(indent);
  const isLost = step.undo.kind === 'none' && step.effect === 'destructive';
  return [indent(isLost ? text.cannotBeUndone : text.nothingToUndo)];
}

/** The commands by which a person does what an undo action does. */
export function linesOfAction(
  action: Action,
  text: JournalText,
  backupPath: (name: string) => string,
): readonly string[] {
  switch (action.kind) {
    case 'run':
      return [
        action.unless === undefined ? text.run : text.asNeeded,
        `    ${commandLine(action.command).replaceAll('{backup}', () => backupPath(action.backup ?? ''))}`,
      ];
    case 'restore-file':
      return action.sha256 === null
        ? [text.removeFile(action.path)]
        : [text.copyBack(backupPath(action.name), action.path)];
    // These save something and are no part of a way back.
    case 'save-output':
    case 'save-answer':
    case 'save-file':
    case 'back-up-file':
    case 'write-file':
      return [];
  }
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}

function crlf(lines: readonly string[]): string {
  return `${lines.join('\n').replaceAll('\n', '\r\n')}\r\n`;
}
