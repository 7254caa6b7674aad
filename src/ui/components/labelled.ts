/** `Name   what it is`, wrapped under itself: the shape of plans, confirmations and closing screens. */
import { padRow, row, span, textWidth, wrapRow, type Row, type Tone } from '../rows.js';

export interface Entry {
  readonly label: string;
  readonly value: string;
  readonly tone?: Tone;
}

/** All entries with their values in one column; an entry without a value is left out. */
export function labelledRows(entries: readonly Entry[], width: number, indent = 1): readonly Row[] {
  const said = entries.filter(({ value }) => value !== '');
  const labelWidth = Math.min(
    Math.max(0, ...said.map(({ label }) => textWidth(label))) + 3,
    Math.floor(width / 3),
  );
  const start = indent + labelWidth;
  return said.flatMap(({ label, value, tone = 'plain' }) => {
    const head = padRow(row(' '.repeat(indent), span(label, 'strong')), start);
    const [first = '', ...others] = value.split('\n');
    return [
      ...wrapRow([...head, span(first, tone)], width, start),
      ...others.flatMap((line) => wrapRow(row(' '.repeat(start), span(line, tone)), width, start)),
    ];
  });
}
