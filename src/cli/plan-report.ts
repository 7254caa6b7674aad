import type { Action, Plan, Step } from '../domain/plan.js';
import type { Text } from '../text/text.js';
import { actionLines, backupWords, undoWords } from '../ui/step-details.js';
import { remedyName, stepWords } from '../ui/words.js';
import type { Output } from './output.js';

/**
 * The whole plan as text: exact commands, what changes, what is lost, backup and undo of each step. `returnCommand`: how the
 * program registers itself to open after a restart.
 */
export function writePlan(plan: Plan, text: Text, output: Output, returnCommand: string | null): void {
  const words = text.cli.report;
  output.line(`${plan.remedy}: ${remedyName(text, plan.remedy)}`);
  plan.steps.forEach((step, index) => {
    output.line();
    writeStep(step, words.step(index + 1, plan.steps.length), text, output);
  });
  if (plan.steps.length === 0) output.line(words.onlyToVerify);
  if (plan.restart) {
    output.line();
    output.line(words.thenRestart);
    if (returnCommand !== null) output.line(`${words.comesBack}\n    ${returnCommand}`);
  }
}

function writeStep(step: Step, number: string, text: Text, output: Output): void {
  const say = text.cli.report;
  const words = stepWords(text, step.text);
  output.line(`${number} · ${words.title} · ${say.effects[step.effect]}`);
  for (const action of step.actions) for (const line of linesOf(action, text)) output.line(`    ${line}`);
  const backup = step.actions.some(({ kind }) => keepsFile.has(kind))
    ? backupWords(step, text)
    : words.backup;
  const rows: readonly (readonly [string, string])[] = [
    [say.changes, words.changes],
    [say.stops, words.stops],
    [say.lost, words.lost],
    [say.backup, backup],
    [say.undo, undoWords(step, text)],
  ];
  for (const [label, value] of rows) {
    if (value !== '') output.line(`  ${label}: ${value.replaceAll('\n', '\n    ')}`);
  }
}

const keepsFile: ReadonlySet<Action['kind']> = new Set([
  'save-output',
  'save-answer',
  'save-file',
  'back-up-file',
]);

/** As on the screen, with the change of a file as a diff. */
function linesOf(action: Action, text: Text): readonly string[] {
  const lines = actionLines(action, text);
  return action.kind === 'write-file'
    ? [...lines, ...action.diff.map(({ sign, text: line }) => `${sign} ${line}`)]
    : lines;
}
