import type { Action, Plan, Step } from '../domain/plan.js';
import { commandLine } from '../host/host.js';
import type { Text } from '../text/text.js';
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
  for (const action of step.actions) for (const line of actionLines(action)) output.line(`    ${line}`);
  const rows: readonly (readonly [string, string])[] = [
    [say.changes, words.changes],
    [say.stops, words.stops],
    [say.lost, words.lost],
    [say.backup, words.backup],
    [say.undo, words.undo],
  ];
  for (const [label, value] of rows) if (value !== '') output.line(`  ${label}: ${value}`);
}

/** What will run, as it will run; a file's change as a diff. */
export function actionLines(action: Action): readonly string[] {
  switch (action.kind) {
    case 'run':
    case 'save-output':
    case 'save-file':
      return [commandLine(action.command)];
    case 'save-answer':
      return action.question.script
        .trimEnd()
        .split('\n')
        .map((line) => `PS> ${line}`);
    case 'back-up-file':
    case 'restore-file':
      return [`${action.path} → ${action.name}`];
    case 'write-file':
      return [action.path, ...action.diff.map(({ sign, text }) => `${sign} ${text}`)];
  }
}
