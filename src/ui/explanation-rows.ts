/** What a pasted error text means, in rows: what it comes to, its codes, what explains them, the ways out, what next. */
import { gistOf } from '../explain/gist.js';
import type { Explanation } from '../explain/explanation.js';
import type { AnsweredOn } from '../text/explain.js';
import type { Text } from '../text/text.js';
import { emptyRow, paragraph, row, span, wrapRow, type Row } from './rows.js';
import { causeName, remedyName } from './words.js';

/** @param explanation made with `text.explain.whyBelow`. On a command line the ways out show the ids that `fix` takes. */
export function explanationRows(
  explanation: Explanation,
  text: Text,
  width: number,
  on: AnsweredOn = 'screen',
): readonly Row[] {
  const say = text.cli.explain;
  const { remedies, warnings } = explanation;
  const gist = gistOf(explanation);
  return [
    ...paragraph(text.explain.gist(gist), width, gist.is === 'fallback' ? 'warning' : 'strong', 1),
    ...codeRows(explanation, text, width),
    ...causeRows(explanation, text, width),
    ...section(
      say.remedies,
      remedies.slice(0, mostShown).map(({ id, why }) => ({
        name: on === 'command-line' ? `${remedyName(text, id)} (${id})` : remedyName(text, id),
        why,
      })),
      width,
    ),
    ...section(
      say.warnings,
      warnings.map(({ why }) => ({ name: '', why })),
      width,
    ),
    ...section(text.explain.nextTitle, [{ name: '', why: text.explain.next[on][gist.next] }], width),
  ];
}
/** What comes after is far less likely, and a person under stress reads three. */
const mostShown = 4;

function codeRows({ codes }: Explanation, text: Text, width: number): readonly Row[] {
  return codes.slice(0, mostShown).flatMap(({ text: found, hresult, symbol, stage }) => {
    const names = [hresult, symbol].filter((name) => name !== null && name !== found);
    const words = [...names, text.explain.stages[stage]].map((name) => ` · ${name ?? ''}`).join('');
    return wrapRow(row('   ', span(found, 'bad'), words), width, 5);
  });
}

/** The likeliest in full, with what comes close to it; of the others the name, so that nobody starts with one of them. */
function causeRows({ causes }: Explanation, text: Text, width: number): readonly Row[] {
  // That the cause may be another one goes without saying, unless nothing better is known.
  const known = causes.filter(({ id }, index) => index === 0 || id !== 'unknown');
  const first = known[0]?.likelihood ?? 0;
  const likely = known.slice(0, mostShown).filter(({ likelihood }) => likelihood >= first * closeToFirst);
  const others = known.slice(likely.length, mostShown + 1).map(({ id }) => causeName(text, id));
  const rows = section(
    text.cli.explain.causes,
    likely.map(({ id, why }) => ({ name: causeName(text, id), why })),
    width,
  );
  if (others.length === 0) return rows;
  return [...rows, ...paragraph(text.explain.alsoPossible(others), width, 'quiet', 3)];
}
const closeToFirst = 0.7;

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
