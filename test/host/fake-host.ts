/**
 * A small machine for tests: files, services and our folder in memory, a clock that jumps, and a script of commands.
 * It fails on a command that nobody expected, and (`done`) on an expectation that nobody met.
 */
import type { Answer, Command, CommandResult, Host, LogEvent, Question } from '../../src/host/host.js';
import { commandLine } from '../../src/host/host.js';
import { createLogBus } from '../../src/host/log-bus.js';

export interface FakeAnswer {
  readonly ended?: CommandResult['ended'];
  readonly exitCode?: number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** Answers any command it knows; undefined for the others. `line` is the program's name and its arguments. */
export type Responder = (
  line: string,
  command: Command,
) => FakeAnswer | undefined | Promise<FakeAnswer | undefined>;

export interface FakeHostOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly answer?: Responder;
  readonly ask?: (question: Question) => Answer;
  readonly bootTime?: number | null;
  readonly now?: number;
  readonly machineId?: string;
  /** Our folder, to start another program on the same machine. */
  readonly disk?: Map<string, Uint8Array>;
}

export interface FakeHost extends Host {
  /** The next command must be this one (`net.exe stop hns /y`). */
  expect(line: string, answer?: FakeAnswer): void;
  /** Everything that was run, in order. */
  readonly lines: string[];
  readonly machineFiles: Map<string, Uint8Array>;
  readonly disk: Map<string, Uint8Array>;
  /** Called before everything that the host does, to throw in its place: a full disk, the end of the process. */
  intercept: (what: FakeEffect) => void;
  bootedAt: number | null;
  emit(event: LogEvent): void;
  /** Throws where a command came unexpected or an expectation was not met. */
  done(): void;
}

export interface FakeEffect {
  readonly kind: 'run' | 'ran' | 'append' | 'write' | 'file-write' | 'file-wrote' | 'file-remove' | 'ask';
  /** The command line, or the path. */
  readonly what: string;
  readonly text?: string;
}

export const fakePaths = {
  windows: 'C:\\Windows',
  system32: 'C:\\Windows\\System32',
  profile: 'C:\\Users\\li',
  programData: 'C:\\ProgramData',
};

export function createFakeHost(options: FakeHostOptions = {}): FakeHost {
  const encoder = new TextEncoder();
  const expected: { readonly line: string; readonly answer: FakeAnswer }[] = [];
  const unexpected: string[] = [];
  const lines: string[] = [];
  const disk = options.disk ?? new Map<string, Uint8Array>();
  const machineFiles = new Map<string, Uint8Array>(
    Object.entries(options.files ?? {}).map(([path, text]) => [path, encoder.encode(text)]),
  );
  const bus = createLogBus();
  let now = options.now ?? Date.UTC(2026, 10, 22, 9, 44, 10);
  const bytesOf = (content: Uint8Array | string) =>
    typeof content === 'string' ? encoder.encode(content) : content;

  const host: FakeHost = {
    kind: 'simulated',
    name: 'fake',
    machineId: options.machineId ?? 'machine-1',
    language: 'en-US',
    codePages: { oem: 437, ansi: 1252 },
    paths: fakePaths,
    reopenArgs: ['--simulate', 'fake'],
    lines,
    machineFiles,
    disk,
    bootedAt: options.bootTime === undefined ? 1_000_000 : options.bootTime,
    intercept: () => undefined,
    emit: (event) => bus.emit(event),
    onLog: (listener) => bus.onLog(listener),
    close: () => Promise.resolve(),
    bootTime: () => Promise.resolve(host.bootedAt),
    clock: {
      now: () => now,
      sleep: (ms) => {
        now += ms;
        return Promise.resolve();
      },
    },
    expect(line, answer = {}) {
      expected.push({ line, answer });
    },
    done() {
      if (unexpected.length > 0) throw new Error(`Unexpected: ${unexpected.join(' | ')}`);
      if (expected.length > 0) throw new Error(`Never run: ${expected.map(({ line }) => line).join(' | ')}`);
    },
    async run(command) {
      const line = commandLine({ ...command, file: command.file.split('\\').at(-1) ?? '' });
      host.intercept({ kind: 'run', what: line });
      lines.push(line);
      const run = bus.nextRun();
      bus.emit({ type: 'started', run, at: now, pane: command.pane, title: commandLine(command) });
      const answer =
        expected[0]?.line === line ? expected.shift()?.answer : await options.answer?.(line, command);
      if (answer === undefined) {
        unexpected.push(line);
        throw new Error(`Unexpected command: ${line}`);
      }
      host.intercept({ kind: 'ran', what: line });
      const { ended = 'exited', exitCode = 0, stdout = '', stderr = '' } = answer;
      const exit = ended === 'exited' ? exitCode : null;
      bus.emit({ type: 'ended', run, ended, exitCode: exit, durationMs: 10 });
      return {
        ended,
        exitCode: exit,
        stdout,
        stderr,
        stdoutBytes: encoder.encode(stdout),
        stderrBytes: encoder.encode(stderr),
        durationMs: 10,
      };
    },
    ask(question) {
      host.intercept({ kind: 'ask', what: question.id });
      const answer = options.ask?.(question) ?? { ok: false as const, reason: 'unavailable' as const };
      return Promise.resolve(answer);
    },
    files: {
      read: (path) => Promise.resolve(machineFiles.get(path)),

      size: (path) => Promise.resolve(machineFiles.get(path)?.length ?? null),
      freeSpace: () => Promise.resolve(null),
      exists: (path) => Promise.resolve(machineFiles.has(path)),
      write: async (path, bytes) => {
        host.intercept({ kind: 'file-write', what: path });
        machineFiles.set(path, await Promise.resolve(bytes));
        host.intercept({ kind: 'file-wrote', what: path });
      },
      remove: async (path) => {
        host.intercept({ kind: 'file-remove', what: path });
        await Promise.resolve(machineFiles.delete(path));
        host.intercept({ kind: 'file-wrote', what: path });
      },
      sweep: () => Promise.resolve(),
    },
    state: {
      root: '/state',
      path: (relative) => `/state/${relative}`,
      read: (relative) => Promise.resolve(disk.get(relative)),
      write: async (relative, content) => {
        host.intercept({ kind: 'write', what: relative });
        disk.set(relative, await Promise.resolve(bytesOf(content)));
      },
      append: async (relative, text) => {
        host.intercept({ kind: 'append', what: relative, text });
        const before = disk.get(relative) ?? new Uint8Array();
        disk.set(relative, await Promise.resolve(Buffer.concat([before, encoder.encode(text)])));
      },
      create: async (relative, text) => {
        if (disk.has(relative)) return false;
        await host.state.write(relative, text);
        return true;
      },
      list: (relative) => {
        const below = [...disk.keys()].filter((path) => path.startsWith(`${relative}/`));
        const names = below.map((path) => path.slice(relative.length + 1).split('/')[0] ?? '');
        return Promise.resolve([...new Set(names)].sort());
      },
      remove: (relative) => {
        for (const path of [...disk.keys()]) {
          if (path === relative || path.startsWith(`${relative}/`)) disk.delete(path);
        }
        return Promise.resolve();
      },
    },
  };
  return host;
}

/** The text of a file of ours. */
export function textOnDisk(host: FakeHost, relative: string): string {
  return new TextDecoder().decode(host.disk.get(relative));
}

/** The text of a file of the machine; null where there is none. */
export function textOf(host: FakeHost, path: string): string | null {
  const bytes = host.machineFiles.get(path);
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}
