import { explain } from '../explain/explain.js';
import type { Explanation } from '../explain/explanation.js';
import { explainTexts } from '../text/explain.js';
import type { Text } from '../text/text.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';

/** Says what an error text means. Works on any machine and looks at none. Exit code 1 where no code was found. */
export function explainText(pasted: string, text: Text, output: Output): ExitCode {
  const explanation = explain(pasted, explainTexts[text.language].why);
  output.object(explanation);
  if (!output.json) writeExplanation(explanation, text, output);
  return explanation.codes.length > 0 ? exitCodes.ok : exitCodes.problemLeft;
}

function writeExplanation(explanation: Explanation, text: Text, output: Output): void {
  const { stages } = explainTexts[text.language];
  const words = text.cli.explain;
  if (explanation.codes.length === 0) output.line(words.noCode);
  for (const { text: found, hresult, symbol, stage } of explanation.codes) {
    const names = [hresult, symbol].filter((name) => name !== null && name !== found);
    output.line([found, ...names, stages[stage]].join(' · '));
  }
  const { failed, fallback } = explanation.networkingMode;
  if (failed !== null) output.line(words.modes(failed, fallback));
  section(words.causes, explanation.causes, output);
  section(words.remedies, explanation.remedies, output);
  section(words.warnings, explanation.warnings, output);
}

function section(
  title: string,
  rows: readonly { readonly id: string; readonly why: string }[],
  output: Output,
): void {
  if (rows.length === 0) return;
  output.line();
  output.line(title);
  for (const { id, why } of rows) {
    output.line(`  ${id}`);
    output.line(`    ${why}`);
  }
}
