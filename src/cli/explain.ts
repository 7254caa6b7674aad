import { explain } from '../explain/explain.js';
import { explainTexts } from '../text/explain.js';
import type { Text } from '../text/text.js';
import { explanationRows } from '../ui/explanation-rows.js';
import { rowText } from '../ui/rows.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import type { Output } from './output.js';

/** Says what an error text means. Works on any machine and looks at none. Exit code 1 where no code was found. */
export function explainText(pasted: string, text: Text, output: Output): ExitCode {
  const { why, whyBelow } = explainTexts[text.language];
  const explanation = explain(pasted, output.json ? why : whyBelow);
  output.object(explanation);
  if (pasted.trim() === '') output.line(text.cli.explain.noText);
  else if (!output.json) {
    for (const line of explanationRows(explanation, text, output.width, 'command-line'))
      output.line(rowText(line).trimEnd());
  }
  return explanation.codes.length > 0 ? exitCodes.ok : exitCodes.problemLeft;
}
