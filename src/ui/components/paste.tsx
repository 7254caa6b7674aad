import { useInput, usePaste } from 'ink';
import { useMemo } from 'react';
import { explain } from '../../explain/explain.js';
import { useStage } from '../context.js';
import { explanationRows } from '../explanation-rows.js';
import { emptyRow, paragraph, row, span, wrapRow, type Row } from '../rows.js';
import { Scroll } from './scroll.js';

/** An error text comes in, its explanation stands under it at once. Nothing is looked at and nothing is run. */
export function Paste() {
  const { text, layout, pasted, setPasted } = useStage();
  const { width } = layout;
  const say = text.screens.paste;
  const add = (more: string) => {
    setPasted((before) =>
      (before + more.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).slice(-longestText),
    );
  };
  usePaste(add);
  useInput((input, key) => {
    if (key.eventType === 'release' || key.escape || key.meta || key.tab) return;
    if (key.backspace || key.delete) setPasted((before) => before.slice(0, -1));
    else if (key.ctrl) {
      if (input === 'u') setPasted(() => '');
    } else if (key.return) add('\n');
    else add(input);
  });
  const explanation = useMemo(() => explain(pasted, text.explain.whyBelow), [pasted, text]);
  const rows = [
    ...paragraph(say.title, width, 'strong', 1),
    ...paragraph(say.hint, width, 'quiet', 1),
    emptyRow,
    ...pastedRows(pasted, width),
    ...(pasted.trim() === '' ? [] : [emptyRow, ...explanationRows(explanation, text, width)]),
  ];
  return <Scroll rows={rows} width={width} height={layout.bodyHeight} arrows />;
}

/** As long as a bug report; older text gives way. */
const longestText = 200_000;
const shownLines = 4;

/** The last lines of what came in; one knows one's own text, and the room is for what it means. */
function pastedRows(pasted: string, width: number): readonly Row[] {
  const lines = pasted.split('\n').slice(-shownLines);
  const rows = lines.flatMap((line) => wrapRow(row('   ', span(line.slice(0, 400), 'accent')), width, 3));
  const shown = rows.slice(-shownLines);
  return [...shown.slice(0, -1), [...(shown.at(-1) ?? emptyRow), span('▌', 'accent')]];
}
