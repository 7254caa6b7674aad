/** A step in full, as the plan and the confirm screen show it: the same words and the same commands in both. */
import { commandLine } from '../host/host.js';
import type { Action, DiffLine, Plan, Step } from '../domain/plan.js';
import type { Text } from '../text/text.js';
import { row, span, wrapRow, type Row } from './rows.js';
import { stepWords } from './words.js';

/**
 * What an action does, as the line that is run, or as words where it is not a command. `folded`: of a question, which only
 * reads, its name stands for its script.
 */
export function actionLines(action: Action, text: Text, folded = false): readonly string[] {
  const say = text.screens.plan;
  switch (action.kind) {
    case 'run':
      return commandLine(action.command).split(/\r?\n/);
    case 'save-output':
      return [`${commandLine(action.command)}  > ${action.name}`];
    case 'save-file':
      return [commandLine(action.command).replace('{backup}', action.name)];
    case 'save-answer':
      return folded ? [foldedScript(action, text)] : action.question.script.trim().split(/\r?\n/);
    case 'back-up-file':
      return [say.copies(action.path)];
    case 'write-file':
      return [say.writes(action.path)];
    case 'restore-file':
      return [say.restores(action.path)];
  }
}

function foldedScript({ question, name }: Extract<Action, { kind: 'save-answer' }>, text: Text): string {
  const lines = question.script.trim().split(/\r?\n/).length;
  return `${text.screens.plan.reads(question.id, lines)}  > ${name}`;
}

/** Whether a plan has scripts that `folded` makes one line of. */
export function holdsScripts({ steps }: Pick<Plan, 'steps'>): boolean {
  return steps.some(({ actions }) => actions.some(({ kind }) => kind === 'save-answer'));
}

/** Said beside a command that is left out where it is not needed. */
function conditionOf(action: Action, text: Text): string {
  return action.kind === 'run' && action.unless !== undefined ? `  ${text.screens.plan.whereNeeded}` : '';
}

/** The commands of a step as rows of their own, wrapped rather than cut. */
export function commandRows(
  step: Step,
  text: Text,
  width: number,
  { indent = 5, folded = false } = {},
): readonly Row[] {
  const margin = ' '.repeat(indent);
  return step.actions.flatMap((action) => [
    ...actionLines(action, text, folded).flatMap((line) => {
      const command = span(line, step.effect === 'destructive' ? 'danger' : 'accent');
      return wrapRow(row(margin, command, span(conditionOf(action, text), 'quiet')), width, indent + 2);
    }),
    ...(action.kind === 'write-file' ? diffRows(action.diff, width, indent) : []),
  ]);
}

function diffRows(diff: readonly DiffLine[], width: number, indent: number): readonly Row[] {
  const margin = ' '.repeat(indent);
  return diff.flatMap(({ sign, line, text }) => {
    const tone = sign === '+' ? 'good' : sign === '-' ? 'bad' : 'quiet';
    const start = row(margin, span(`${String(line).padStart(4)} ${sign} `, tone));
    return wrapRow([...start, span(text, tone)], width, indent + 7);
  });
}

/** What is kept before or by the step: its own words, and the names of the files. */
export function backupWords(step: Step, text: Text): string {
  const names = step.actions.flatMap((action) =>
    action.kind === 'run' || action.kind === 'write-file' || action.kind === 'restore-file'
      ? []
      : [action.name],
  );
  const said = stepWords(text, step.text).backup;
  if (names.length === 0) return said === '' ? text.screens.plan.noBackup : said;
  const kept = text.screens.plan.keptAs(names.join(text.screens.comma));
  return said === '' ? kept : `${said}\n${kept}`;
}

/** How the step is taken back: its own words, else what kind of undo it is, and the commands that do it. */
export function undoWords(step: Step, text: Text): string {
  const kind = text.screens.plan.undoKinds[step.undo.kind];
  const said = stepWords(text, step.text).undo;
  const lines = step.undo.actions.flatMap((action) => {
    const backup = action.kind === 'run' ? action.backup : undefined;
    return actionLines(action, text).map((line) => line.replaceAll('{backup}', () => backup ?? '{backup}'));
  });
  return [said === '' ? kind : said, ...lines].join('\n');
}
