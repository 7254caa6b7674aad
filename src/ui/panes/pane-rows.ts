/** A pane as rows: tabs first, then each command with its output under it. */
import type { Text } from '../../text/text.js';
import { fitRow, row, span, spread, type Row, type Span } from '../rows.js';
import { durationText, timeOfDay } from '../times.js';
import { paneTabs, type CommandHeader, type LogRow, type PaneTab } from './log-model.js';
import type { PaneView } from './use-panes.js';

export interface PaneLook {
  readonly text: Text;
  readonly width: number;
  readonly timeZone?: string | undefined;
}

export function paneRows(view: PaneView, look: PaneLook): readonly Row[] {
  const tabs = tabRow(view, look);
  if (view.rows.length === 0) return [tabs, row(span(look.text.screens.panes.empty, 'quiet'))];
  return [tabs, ...view.rows.map((entry) => logRow(entry, look))];
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

function logRow(entry: LogRow, look: PaneLook): Row {
  switch (entry.kind) {
    case 'header':
      return headerRow(entry.header, look);
    case 'dropped':
      return row(span(`  ${look.text.screens.panes.dropped(entry.count)}`, 'quiet'));
    case 'output':
      return fitRow(
        entry.stream === 'stderr' ? row(span(`! ${entry.text}`, 'warning')) : row(`  ${entry.text}`),
        look.width,
      );
  }
}

function headerRow({ at, title, end }: CommandHeader, { text, width, timeZone }: PaneLook): Row {
  const name = width < wideEnoughForPaths ? title.replace(system32, '') : title;
  const start = row(span(`${timeOfDay(at, timeZone)} `, 'quiet'), span(name, 'accent'));
  if (end === null) return spread(start, row(span(text.screens.panes.running, 'quiet')), width);
  const duration = span(durationText(end.durationMs, text), 'quiet');
  return spread(start, row(outcomeSpan(end, text), '  ', duration), width);
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
