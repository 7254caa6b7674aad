import { useState, useSyncExternalStore } from 'react';
import {
  paneTabs,
  type CommandHeader,
  type LogAnchor,
  type LogModel,
  type LogRow,
  type LogSource,
  type PaneTab,
} from './log-model.js';

export interface PaneView {
  readonly tab: PaneTab;
  readonly rows: readonly LogRow[];
  readonly following: boolean;
  /** The command whose output the first row is, where its own row is out of view. */
  readonly above: CommandHeader | null;
}

/** How much room there is, and how much of it a row takes: more than one line where long ones are wrapped. */
export interface PaneRoom {
  readonly height: number;
  readonly linesOf: (row: LogRow) => number;
}

export interface Panes {
  readonly tab: PaneTab;
  /** What is to be seen in this room. */
  view(room: PaneRoom): PaneView;
  /** True where it went past the last (or first) pane. */
  moveTab(by: 1 | -1): boolean;
  /** By one row, or by as many as are to be seen. */
  scroll(by: 1 | -1 | 'page-up' | 'page-down' | 'first' | 'last', room: PaneRoom): void;
  toggleFollow(room: PaneRoom): void;
}

/**
 * Which pane is shown, and which part of it. A pane follows until it is scrolled away from its end; what `probes` asked
 * is over already, and is shown from its beginning.
 */
export function usePanes(log: LogModel, probes: readonly string[] | null, first: PaneTab = 'all'): Panes {
  useSyncExternalStore(log.subscribe, log.version);
  const [tab, setTab] = useState<PaneTab>(first);
  const [anchors, setAnchors] = useState<Readonly<Record<string, LogAnchor | undefined>>>({});
  const source: LogSource = probes ?? tab;
  const place = probes === null ? tab : `probes ${probes.join(' ')}`;
  const anchor = anchors[place];
  const follows = anchor === undefined && probes === null;

  const hold = (at: LogAnchor | null) => {
    setAnchors((before) => ({ ...before, [place]: at ?? undefined }));
  };
  const topRow = (room: PaneRoom) => {
    const last = lastTop(log, source, room);
    if (anchor === undefined) return { last, from: follows ? last : 0 };
    return { last, from: Math.min(log.indexOf(source, anchor), last) };
  };
  return {
    tab,
    view(room) {
      const { from } = topRow(room);
      const rows = log.rows(source, from, room.height);
      return { tab, rows, following: follows, above: rows[0]?.kind === 'output' ? rows[0].header : null };
    },
    moveTab(by) {
      const next = paneTabs.indexOf(tab) + by;
      setTab(paneTabs[(next + paneTabs.length) % paneTabs.length] ?? 'all');
      return next < 0 || next >= paneTabs.length;
    },
    scroll(by, room) {
      const { from, last } = topRow(room);
      const to = Math.max(0, target(by, from, last, room));
      hold(to >= last && probes === null ? null : log.anchorAt(source, Math.min(to, last)));
    },
    toggleFollow(room) {
      hold(anchor === undefined ? log.anchorAt(source, topRow(room).from) : null);
    },
  };

  function target(by: Parameters<Panes['scroll']>[0], from: number, last: number, room: PaneRoom): number {
    const { height } = room;
    switch (by) {
      case 'first':
        return 0;
      case 'last':
        return last;
      // One row is seen on both pages: the first one gives its place to the command that printed it.
      case 'page-up': {
        const before = log.rows(source, from + 1 - height, Math.min(height, from + 1));
        return from - Math.max(1, howManyFit(before.toReversed(), room) - 1);
      }
      case 'page-down':
        return from + Math.max(1, howManyFit(log.rows(source, from, height), room) - 1);
      default:
        return from + by;
    }
  }
}

/** The first row to show so that the end is in view and no line is wasted. */
function lastTop(log: LogModel, source: LogSource, room: PaneRoom): number {
  const count = log.count(source);
  const from = Math.max(0, count - room.height);
  return Math.max(0, count - howManyFit(log.rows(source, from, room.height).toReversed(), room));
}

/** One at least: a row that is taller than the room is shown as far as it goes. */
function howManyFit(rows: readonly LogRow[], { height, linesOf }: PaneRoom): number {
  let used = 0;
  for (const [index, row] of rows.entries()) {
    used += linesOf(row);
    if (used > height) return Math.max(1, index);
  }
  return Math.max(1, rows.length);
}
