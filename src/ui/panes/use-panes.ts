import { useState, useSyncExternalStore } from 'react';
import { paneTabs, type LogAnchor, type LogModel, type LogRow, type PaneTab } from './log-model.js';

export interface PaneView {
  readonly tab: PaneTab;
  readonly rows: readonly LogRow[];
  readonly following: boolean;
}

export interface Panes {
  readonly tab: PaneTab;
  /** What is to be seen in this many rows. */
  view(height: number): PaneView;
  /** True where it went past the last (or first) pane. */
  moveTab(by: 1 | -1): boolean;
  scroll(by: number | 'first' | 'last', height: number): void;
  toggleFollow(height: number): void;
}

/** Which pane is shown, and which part of it. A pane follows until it is scrolled away from its end. */
export function usePanes(log: LogModel): Panes {
  useSyncExternalStore(log.subscribe, log.version);
  const [tab, setTab] = useState<PaneTab>('all');
  const [anchors, setAnchors] = useState<Readonly<Partial<Record<PaneTab, LogAnchor | undefined>>>>({});
  const anchor = anchors[tab];

  const hold = (at: LogAnchor | null) => {
    setAnchors((before) => ({ ...before, [tab]: at ?? undefined }));
  };
  const topRow = (height: number) => {
    const last = Math.max(0, log.count(tab) - height);
    return { last, from: anchor === undefined ? last : Math.min(log.indexOf(tab, anchor), last) };
  };
  return {
    tab,
    view(height) {
      const { from } = topRow(height);
      return { tab, rows: log.rows(tab, from, height), following: anchor === undefined };
    },
    moveTab(by) {
      const next = paneTabs.indexOf(tab) + by;
      setTab(paneTabs[(next + paneTabs.length) % paneTabs.length] ?? 'all');
      return next < 0 || next >= paneTabs.length;
    },
    scroll(by, height) {
      const { from, last } = topRow(height);
      const to = by === 'first' ? 0 : by === 'last' ? last : Math.max(0, from + by);
      hold(to >= last ? null : log.anchorAt(tab, to));
    },
    toggleFollow(height) {
      hold(anchor === undefined ? log.anchorAt(tab, topRow(height).from) : null);
    },
  };
}
