/** A pane as rows: tabs first, then each command with its output under it. */
import type { Text } from '../../text/text.js';
import { fitRow, row, span, spread, wrapRow, rowWidth, type Row, type Span } from '../rows.js';
import { durationText, timeOfDay } from '../times.js';
import { paneTabs, type CommandHeader, type LogRow, type PaneTab } from './log-model.js';
import type { PaneView } from './use-panes.js';

export interface PaneLook {
  readonly text: Text;
  readonly width: number;
  readonly timeZone?: string | undefined;
  /** Long lines go on in the next row instead of being cut: where the output has the whole body. */
  readonly wraps: boolean;
  /** Said instead of the tabs: whose output this is. */
  readonly title?: string | undefined;
}

/** In at most `height` rows, the tabs included. */
export function paneRows(view: PaneView, look: PaneLook, height: number): readonly Row[] {
  const head = look.title === undefined ? tabRow(view, look) : row(' ', span(look.title, 'strong'));
  if (view.rows.length === 0) return [head, row(span(look.text.screens.panes.empty, 'quiet'))];
  const room = height - 1;
  const lines = view.rows.flatMap((entry) => logRows(entry, look));
  const shown = view.following ? lines.slice(-room) : lines.slice(0, room);
  // Output without the command that printed it could be anything.
  const [, ...others] = shown;
  return [head, ...(view.above === null ? shown : [headerRow(view.above, look), ...others])];
}

/** How many rows an entry takes. */
export function linesOf(entry: LogRow, look: PaneLook): number {
  return look.wraps ? logRows(entry, look).length : 1;
}

/** The open tab stands in brackets, so that it is told without colour. */
function tabRow({ tab, following }: PaneView, { text, width }: PaneLook): Row {
  const say = text.screens.panes;
  const tabs = paneTabs.map((name) => tabSpan(name, name === tab, text));
  return spread(tabs, row(span(following ? say.following : say.paused, 'quiet')), width);
}

function tabSpan(name: PaneTab, isOpen: boolean, text: Text): Span {
  const title = text.screens.panes[name];
  return isOpen ? span(`[${title}] `, 'chosen') : span(` ${title}  `, 'quiet');
}

function logRows(entry: LogRow, look: PaneLook): readonly Row[] {
  switch (entry.kind) {
    case 'header':
      return look.wraps ? wrappedHeader(entry.header, look) : [headerRow(entry.header, look)];
    case 'dropped':
      return [row(span(`  ${look.text.screens.panes.dropped(entry.count)}`, 'quiet'))];
    case 'output': {
      const line =
        entry.stream === 'stderr' ? row(span(`! ${entry.text}`, 'warning')) : row(`  ${entry.text}`);
      return look.wraps ? wrapRow(line, look.width, 2) : [fitRow(line, look.width)];
    }
  }
}

/** The command whole; how it ended stands at the right where there is room, else in a row of its own. */
function wrappedHeader(header: CommandHeader, look: PaneLook): readonly Row[] {
  const start = row(span(`${timeOfDay(header.at, look.timeZone)} `, 'quiet'), span(header.title, 'accent'));
  const lines = wrapRow(start, look.width, 9);
  return lines.length === 1 && rowWidth(start) + 16 <= look.width
    ? [headerRow(header, look)]
    : [...lines, spread(row(''), endOf(header, look), look.width)];
}

function headerRow(header: CommandHeader, look: PaneLook): Row {
  const { at, title } = header;
  const { width, timeZone } = look;
  const name = width < wideEnoughForPaths ? title.replace(system32, '') : title;
  const start = row(span(`${timeOfDay(at, timeZone)} `, 'quiet'), span(name, 'accent'));
  return spread(start, endOf(header, look), width);
}

function endOf({ end }: CommandHeader, { text }: PaneLook): Row {
  if (end === null) return row(span(text.screens.panes.running, 'quiet'));
  const duration = span(durationText(end.durationMs, text), 'quiet');
  return row(outcomeSpan(end, text), '  ', duration);
}
const wideEnoughForPaths = 100;
/** Where nearly every program lies; without it there is room for the arguments. */
const system32 = /^"?[A-Za-z]:\\Windows\\(System32|Sysnative)\\/i;

function outcomeSpan(end: NonNullable<CommandHeader['end']>, text: Text): Span {
  const say = text.screens.panes;
  switch (end.ended) {
    case 'exited':
      return span(String(end.exitCode ?? ''), end.exitCode === 0 ? 'good' : 'warning');
    case 'timed-out':
      return span(say.timedOut, 'bad');
    case 'cancelled':
      return span(say.cancelled, 'warning');
    case 'not-started':
      return span(say.notStarted, 'bad');
  }
}
