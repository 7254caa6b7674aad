import type { LogEvent, LogListener, StateFolder } from '../host/host.js';
import { sessionFolder } from './journal.js';

export interface SessionLog {
  /** For `Host.onLog`. */
  readonly listener: LogListener;
  /** Resolves when all ended commands are on the disk, with the error where the disk refused. */
  flush(): Promise<unknown>;
}

/** Lines of one command kept until it ends; a flood is written in pieces of this many. */
const mostLinesKept = 2000;

/**
 * Appends every command with its output, exit code and time to the session's `log.txt`. A command is written as one block
 * when it ends, so that commands that run side by side stay readable. The log is for people: a full disk loses lines of it
 * and stops nothing.
 */
export function createSessionLog(state: StateFolder, session: string): SessionLog {
  const file = `${sessionFolder(session)}/log.txt`;
  const blocks = new Map<number, string[]>();
  let queue: Promise<unknown> = Promise.resolve(undefined);

  const write = (lines: readonly string[]) => {
    if (lines.length === 0) return;
    const text = lines.map((line) => `${line}\n`).join('');
    queue = queue.then(() => state.append(file, text)).catch((error: unknown) => error);
  };

  return {
    listener(event) {
      if (event.type === 'partial') return;
      // A command that began before the session has no head here; its lines are kept all the same.
      const block = blocks.get(event.run) ?? [];
      block.push(lineOf(event));
      const isOver = event.type === 'ended';
      if (isOver || block.length >= mostLinesKept) write(block.splice(0));
      if (isOver) blocks.delete(event.run);
      else blocks.set(event.run, block);
    },
    flush: () => queue,
  };
}

function lineOf(event: Exclude<LogEvent, { readonly type: 'partial' }>): string {
  switch (event.type) {
    case 'started':
      return `${new Date(event.at).toISOString()} [${event.pane}] ${event.title}`;
    case 'line':
      return `  ${event.stream === 'stderr' ? '! ' : ''}${event.text}`;
    case 'ended': {
      const end = event.exitCode === null ? event.ended : `exit ${event.exitCode}`;
      return `  = ${end} after ${(event.durationMs / 1000).toFixed(1)} s\n`;
    }
  }
}
