import type { Text } from '../../text/text.js';
import { useStage } from '../context.js';
import { allKeys } from '../read-keys.js';
import { emptyRow, padRow, row, span, textWidth } from '../rows.js';
import { ScrollIn } from './scroll.js';

/** Every key, what it does and where. */
export function Help() {
  const { text, layout } = useStage();
  return <KeyTable text={text} width={layout.width} height={layout.bodyHeight} />;
}

export interface KeyTableProps {
  readonly text: Text;
  readonly width: number;
  readonly height: number;
}

export function KeyTable({ text, width, height }: KeyTableProps) {
  const keys = allKeys(text.keys);
  const keyWidth = Math.max(...keys.map(({ key }) => textWidth(key))) + 2;
  const labelWidth = Math.max(...keys.map(({ label }) => textWidth(label))) + 2;
  const rows = keys.map(({ key, label, where }) => [
    span(' '),
    ...padRow(row(span(key, 'strong')), keyWidth),
    ...padRow(row(label), labelWidth),
    span(where, 'quiet'),
  ]);
  const title = row(' ', span(text.screens.help.title, 'strong'));
  return <ScrollIn rows={[title, emptyRow, ...rows]} width={width} height={height} text={text} arrows />;
}
