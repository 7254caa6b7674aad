/**
 * What commands print, kept for the panes: a bounded number of lines for each, grouped under the command that printed
 * them. Draws nothing; listeners hear of changes at most once in each interval of the scheduler.
 */
import type { CommandResult, LogEvent, LogListener, Pane } from '../../host/host.js';

export const paneTabs = ['services', 'netsh', 'powershell', 'wsl', 'all'] as const;
export type PaneTab = (typeof paneTabs)[number];

/** What is shown: a pane, or what some probes asked, by their ids. */
export type LogSource = PaneTab | readonly string[];

export interface CommandHeader {
  readonly run: number;
  readonly at: number;
  readonly title: string;
  readonly end: {
    readonly ended: CommandResult['ended'];
    readonly exitCode: number | null;
    readonly durationMs: number;
  } | null;
}

export type LogRow =
  | { readonly kind: 'header'; readonly header: CommandHeader }
  /** Lines that were let go to bound the memory; the log file has them. */
  | { readonly kind: 'dropped'; readonly count: number }
  | {
      readonly kind: 'output';
      readonly stream: 'stdout' | 'stderr';
      readonly text: string;
      /** The command that printed it. */
      readonly header: CommandHeader;
    };

/** A row that stays the same one while others come and go: `line` -1 is the command's header. */
export interface LogAnchor {
  readonly run: number;
  readonly line: number;
}

export interface LogModel {
  readonly accept: LogListener;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes with every change, for useSyncExternalStore. */
  readonly version: () => number;
  count(source: LogSource): number;
  rows(source: LogSource, from: number, count: number): readonly LogRow[];
  anchorAt(source: LogSource, index: number): LogAnchor | null;
  /** Where the anchored row is now; the nearest one after it where it was let go. */
  indexOf(source: LogSource, anchor: LogAnchor): number;
}

export interface LogModelOptions {
  /** Calls back once, after the interval at which listeners should hear of changes. */
  readonly schedule: (flush: () => void) => void;
  /** Lines kept for each pane. */
  readonly limit?: number;
}

/** Longer lines are cut: nobody reads them in a pane, and the log file has them whole. */
const longestLine = 2_000;

interface Run {
  readonly pane: Pane;
  readonly probe: string | undefined;
  header: CommandHeader;
  lines: { readonly stream: 'stdout' | 'stderr'; readonly text: string }[];
  /** Lines at the front of `lines` that are let go but not yet cut off. */
  gone: number;
  /** Lines let go in all. */
  dropped: number;
  partial: { stdout: string; stderr: string };
}

/** Commands by their number, in order: all of them, those of each pane, and those of each probe. */
type Book = Readonly<Record<Pane | 'all', Map<number, Run>>> & {
  readonly ofProbe: Map<string, Map<number, Run>>;
};

export function createLogModel({ schedule, limit = 5_000 }: LogModelOptions): LogModel {
  const book: Book = {
    all: new Map(),
    services: new Map(),
    netsh: new Map(),
    powershell: new Map(),
    wsl: new Map(),
    system: new Map(),
    ofProbe: new Map(),
  };
  const kept = new Map<Pane, number>();
  const listeners = new Set<() => void>();
  let version = 0;
  let isScheduled = false;

  const changed = () => {
    version += 1;
    if (isScheduled) return;
    isScheduled = true;
    schedule(() => {
      isScheduled = false;
      for (const listener of listeners) listener();
    });
  };
  const count = (pane: Pane, lines: number) => {
    let total = (kept.get(pane) ?? 0) + lines;
    for (const run of book[pane].values()) {
      if (total <= limit) break;
      total -= letGo(book, run, total - limit);
    }
    kept.set(pane, total);
  };
  return {
    accept(event) {
      count(...take(book, event));
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    count: (source) => countOf(runsOf(book, source)),
    rows: (source, from, wanted) => windowOf(runsOf(book, source), from, wanted),
    anchorAt: (source, index) => anchorAt(runsOf(book, source), index),
    indexOf: (source, anchor) => indexOf(runsOf(book, source), anchor),
  };
}

/** In the order in which they began. */
function runsOf(book: Book, source: LogSource): Iterable<Run> {
  if (typeof source === 'string') return book[source].values();
  return source
    .flatMap((probe) => [...(book.ofProbe.get(probe)?.values() ?? [])])
    .sort((left, right) => left.header.run - right.header.run);
}

/** Takes an event in; returns the pane and by how many kept lines it grew. A header counts as a line. */
function take(book: Book, event: LogEvent): [Pane, number] {
  if (event.type === 'started') {
    const header = { run: event.run, at: event.at, title: event.title, end: null };
    const partial = { stdout: '', stderr: '' };
    const { pane, probe } = event;
    const run: Run = { pane, probe, header, lines: [], gone: 0, dropped: 0, partial };
    book.all.set(event.run, run);
    book[pane].set(event.run, run);
    if (probe !== undefined) runsOfProbe(book, probe).set(event.run, run);
    return [event.pane, 1];
  }
  const run = book.all.get(event.run);
  if (run === undefined) return ['system', 0];
  if (event.type === 'ended') {
    const { ended, exitCode, durationMs } = event;
    run.header = { ...run.header, end: { ended, exitCode, durationMs } };
    run.partial = { stdout: '', stderr: '' };
    return [run.pane, 0];
  }
  const text = event.text.length > longestLine ? `${event.text.slice(0, longestLine)}…` : event.text;
  if (event.type === 'partial') {
    run.partial[event.stream] = text;
    return [run.pane, 0];
  }
  run.partial[event.stream] = '';
  run.lines.push({ stream: event.stream, text });
  return [run.pane, 1];
}

function runsOfProbe({ ofProbe }: Book, probe: string): Map<number, Run> {
  const known = ofProbe.get(probe);
  if (known !== undefined) return known;
  const runs = new Map<number, Run>();
  ofProbe.set(probe, runs);
  return runs;
}

/** Lets the oldest lines of a run go, and the run itself once it is empty and ended; returns how many lines went. */
function letGo(book: Book, run: Run, tooMany: number): number {
  const going = Math.min(tooMany, run.lines.length - run.gone);
  run.gone += going;
  run.dropped += going;
  if (run.gone > 1_000 && run.gone * 2 > run.lines.length) {
    run.lines = run.lines.slice(run.gone);
    run.gone = 0;
  }
  if (going === tooMany || run.header.end === null) return going;
  book.all.delete(run.header.run);
  book[run.pane].delete(run.header.run);
  if (run.probe !== undefined) book.ofProbe.get(run.probe)?.delete(run.header.run);
  return going + 1;
}

/** Rows of a run: its header, a note of what was let go, lines, and unfinished lines. */
function rowCount(run: Run): number {
  return 1 + (run.dropped > 0 ? 1 : 0) + run.lines.length - run.gone + partialsOf(run).length;
}

function countOf(runs: Iterable<Run>): number {
  let sum = 0;
  for (const run of runs) sum += rowCount(run);
  return sum;
}

function partialsOf(run: Run): readonly ('stdout' | 'stderr')[] {
  return (['stdout', 'stderr'] as const).filter((stream) => run.partial[stream] !== '');
}

function windowOf(runs: Iterable<Run>, from: number, wanted: number): readonly LogRow[] {
  const rows: LogRow[] = [];
  let passed = 0;
  for (const run of runs) {
    const size = rowCount(run);
    for (let inside = Math.max(0, from - passed); inside < size && rows.length < wanted; inside++) {
      rows.push(rowAt(run, inside));
    }
    passed += size;
    if (rows.length >= wanted) break;
  }
  return rows;
}

function rowAt(run: Run, inside: number): LogRow {
  if (inside === 0) return { kind: 'header', header: run.header };
  const note = run.dropped > 0 ? 1 : 0;
  if (note === 1 && inside === 1) return { kind: 'dropped', count: run.dropped };
  const index = inside - 1 - note + run.gone;
  const line = run.lines[index];
  const { header } = run;
  if (line !== undefined) return { kind: 'output', ...line, header };
  const stream = partialsOf(run)[index - run.lines.length] ?? 'stdout';
  return { kind: 'output', stream, text: run.partial[stream], header };
}

function anchorAt(runs: Iterable<Run>, index: number): LogAnchor | null {
  let passed = 0;
  for (const run of runs) {
    const inside = index - passed;
    if (inside < rowCount(run)) {
      const note = run.dropped > 0 ? 1 : 0;
      return { run: run.header.run, line: inside === 0 ? -1 : Math.max(0, inside - 1 - note) + run.dropped };
    }
    passed += rowCount(run);
  }
  return null;
}

function indexOf(runs: Iterable<Run>, anchor: LogAnchor): number {
  let passed = 0;
  for (const run of runs) {
    if (run.header.run > anchor.run) return passed;
    if (run.header.run === anchor.run) {
      if (anchor.line < 0) return passed;
      const note = run.dropped > 0 ? 1 : 0;
      return passed + 1 + note + Math.max(0, anchor.line - run.dropped);
    }
    passed += rowCount(run);
  }
  return passed;
}
