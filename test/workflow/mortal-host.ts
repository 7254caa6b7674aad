/**
 * A host as a program sees it that is killed: from its death on nothing that it does reaches the machine, and nothing that
 * it waits for comes. It dies at a stop point of the world (before, in the middle of, or after a command), or at a record
 * of its journal: not written, half written, or written and never acted upon.
 */
import type { Host } from '../../src/host/host.js';
import { commandLine } from '../../src/host/host.js';

export interface Life {
  readonly host: Host;
  /** Resolves when it is killed. */
  readonly died: Promise<'died'>;
  kill(): void;
  /** In order: everything that it ran, asked or wrote, and the records that it put into journals. */
  readonly deeds: readonly Deed[];
}

export interface Deed {
  /** As stop points of worlds match it, without the path of a backup, which is another in each session. */
  readonly match: string;
  readonly kind: 'command' | 'record';
  /** Between the intent of an action and its outcome: it belongs to the plan, and is no look at the machine. */
  readonly planned: boolean;
  readonly effect: 'safe' | 'changing';
}

export interface RecordDeath {
  /** Of the journal's records, counted from 0 over the whole life. */
  readonly record: number;
  readonly at: 'before' | 'torn' | 'after';
}

export function createLife(host: Host, death: RecordDeath | null = null): Life {
  let isDead = false;
  let records = 0;
  let isPlanned = false;
  let tell: (word: 'died') => void = () => undefined;
  const died = new Promise<'died'>((resolve) => (tell = resolve));
  const deeds: Deed[] = [];
  const kill = () => {
    isDead = true;
    tell('died');
  };
  const never = new Promise<never>(() => undefined);
  /** It changes while something is waited for. */
  const over = () => isDead;
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (over()) return never;
    const result = await work().catch((error: unknown) => {
      if (over()) return never;
      throw error;
    });
    return over() ? never : result;
  };
  const note = (line: string, kind: Deed['kind'], effect: Deed['effect']) => {
    const [match = ''] = line.split(host.state.root);
    deeds.push({ match: match.trimEnd(), kind, planned: isPlanned, effect });
  };

  /** The journal is appended to, one line a record. */
  const append = async (relative: string, text: string): Promise<void> => {
    const { record } = recordIn(relative, text) ?? {};
    if (record === undefined) return host.state.append(relative, text);
    const here = records++ === death?.record ? death.at : null;
    note(record.kind, 'record', 'safe');
    isPlanned = record.kind === 'intent';
    if (here === 'torn') await host.state.append(relative, text.slice(0, text.length / 2));
    if (here === null || here === 'after') await host.state.append(relative, text);
    if (here !== null) kill();
  };

  const { files, state } = host;
  return {
    died,
    kill,
    deeds,
    host: {
      ...host,
      run(command, options) {
        note(commandLine(command), 'command', command.effect === 'safe' ? 'safe' : 'changing');
        return alive(() => host.run(command, options));
      },
      ask(question, options) {
        note(`ask ${question.id}`, 'command', 'safe');
        return alive(() => host.ask(question, options));
      },
      bootTime: () => alive(() => host.bootTime()),
      files: {
        read: (path) => alive(() => files.read(path)),
        exists: (path) => alive(() => files.exists(path)),
        size: (path) => alive(() => files.size(path)),
        freeSpace: (folder) => alive(() => files.freeSpace(folder)),
        write(path, bytes) {
          note(`write ${path}`, 'command', 'changing');
          return alive(() => files.write(path, bytes));
        },
        remove(path) {
          note(`remove ${path}`, 'command', 'changing');
          return alive(() => files.remove(path));
        },
        sweep: (path) => alive(() => files.sweep(path)),
      },
      state: {
        ...state,
        read: (relative) => alive(() => state.read(relative)),
        write: (relative, bytes) => alive(() => state.write(relative, bytes)),
        append: (relative, text) => alive(() => append(relative, text)),
        create: (relative, text) => alive(() => state.create(relative, text)),
        list: (relative) => alive(() => state.list(relative)),
        remove: (relative) => alive(() => state.remove(relative)),
      },
    },
  };
}

interface Line {
  readonly record: { readonly kind: string };
}

function recordIn(relative: string, text: string): Line | undefined {
  // Lines of a journal are ours.
  return relative.endsWith('journal.jsonl') ? (JSON.parse(text) as Line) : undefined;
}
