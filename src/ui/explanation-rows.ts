/** What a pasted error text means, in rows: the codes in it, what explains them, the ways out. */
import type { Explanation } from '../explain/explanation.js';
import type { Text } from '../text/text.js';
import { emptyRow, paragraph, row, span, wrapRow, type Row } from './rows.js';
import { causeName, remedyName } from './words.js';

export function explanationRows(explanation: Explanation, text: Text, width: number): readonly Row[] {
  const say = text.cli.explain;
  const { codes, causes, remedies, warnings, networkingMode } = explanation;
  const { failed, fallback } = networkingMode;
  return [
    ...(codes.length === 0 ? paragraph(say.noCode, width, 'warning', 1) : codeRows(explanation, text, width)),
    ...(failed === null ? [] : paragraph(say.modes(failed, fallback), width, 'plain', 1)),
    ...section(
      say.causes,
      causes.slice(0, mostShown).map(({ id, why }) => ({ name: causeName(text, id), why })),
      width,
    ),
    ...section(
      say.remedies,
      remedies.slice(0, mostShown).map(({ id, why }) => ({ name: remedyName(text, id), why })),
      width,
    ),
    ...section(
      say.warnings,
      warnings.map(({ why }) => ({ name: '', why })),
      width,
    ),
  ];
}
/** What comes after is far less likely, and a person under stress reads three. */
const mostShown = 4;

function codeRows({ codes }: Explanation, text: Text, width: number): readonly Row[] {
  return codes.slice(0, mostShown).flatMap(({ text: found, hresult, symbol, stage }) => {
    const names = [hresult, symbol].filter((name) => name !== null && name !== found);
    const words = [...names, text.explain.stages[stage]].map((name) => ` · ${name ?? ''}`).join('');
    return wrapRow(row(' ', span(found, 'bad'), words), width, 3);
  });
}

interface Entry {
  readonly name: string;
  readonly why: string;
}

function section(title: string, entries: readonly Entry[], width: number): readonly Row[] {
  if (entries.length === 0) return [];
  return [
    emptyRow,
    row(' ', span(title, 'strong')),
    ...entries.flatMap(({ name, why }) => [
      ...(name === '' ? [] : wrapRow(row('   ', span(name, 'chosen')), width, 3)),
      ...paragraph(why, width, 'plain', name === '' ? 3 : 5),
    ]),
  ];
}
