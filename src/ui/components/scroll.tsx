import { useState } from 'react';
import type { Text } from '../../text/text.js';
import { row, span, type Row } from '../rows.js';
import { useStage } from '../context.js';
import { useCommands } from '../use-commands.js';
import { Rows } from './rows.js';

export interface ScrollProps {
  readonly rows: readonly Row[];
  readonly width: number;
  readonly height: number;
  /** Arrows scroll too, not only the page keys: for screens without a list. */
  readonly arrows?: boolean;
}

/** Rows that may be more than fit: a line at the bottom says how many are out of view, and which keys bring them. */
export function Scroll(props: ScrollProps) {
  const { text } = useStage();
  return <ScrollIn {...props} text={text} />;
}

/** The same where there is no stage yet. */
export function ScrollIn({
  rows,
  width,
  height,
  arrows = false,
  text,
}: ScrollProps & { readonly text: Text }) {
  const [wanted, setWanted] = useState(0);
  const overflows = rows.length > height;
  const visible = overflows ? Math.max(1, height - 1) : height;
  const last = Math.max(0, rows.length - visible);
  const from = Math.min(wanted, last);
  const move = (by: number) => () => setWanted(Math.min(Math.max(from + by, 0), last));
  useCommands({
    'page-up': move(-visible),
    'page-down': move(visible),
    ...(arrows ? { up: move(-1), down: move(1) } : {}),
    first: () => setWanted(0),
    last: () => setWanted(last),
  });
  const shown = rows.slice(from, from + visible);
  const keys = arrows ? '' : `   ${text.keys.names.pages}`;
  const note = span(` ${text.screens.more(from, last - from)}${keys}`, 'quiet');
  return <Rows rows={overflows ? [...shown, row(note)] : shown} width={width} />;
}
