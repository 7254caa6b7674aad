/** A real terminal (tmux) around the built program: keys go in, the screen comes out as plain text. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface Terminal {
  /** Presses keys by their tmux names, one after the other, as fast as a person would. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  screen(): Promise<string>;
  /** Resolves with the first screen that matches; fails with the last screen after the time. */
  until(pattern: RegExp, seconds?: number): Promise<string>;
  /** Moves down, one row at a time as somebody who looks does, until the screen matches. */
  moveDownTo(pattern: RegExp): Promise<string>;
  resize(size: Size): Promise<void>;
  /** The exit code, once the program has ended. */
  exitCode(seconds?: number): Promise<number>;
  /** Sends a signal to the program. */
  signal(name: NodeJS.Signals): Promise<void>;
  close(): Promise<void>;
}

let count = 0;

export async function openTerminal(
  command: readonly string[],
  size: Size,
  env: Readonly<Record<string, string>> = {},
): Promise<Terminal> {
  const socket = `wsl-netfix-${String(process.pid)}-${String((count += 1))}`;
  const tmux = async (...args: readonly string[]): Promise<string> =>
    (await run('tmux', ['-L', socket, '-f', '/dev/null', ...args])).stdout;
  const exports = Object.entries({ TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env })
    .map(([name, value]) => `export ${name}=${quote(value)};`)
    .join(' ');
  const line = `unset CI TMUX NO_COLOR FORCE_COLOR; ${exports} ${command.map(quote).join(' ')}; echo "[exited $?]"; exec sleep 600`;
  await tmux('new-session', '-d', '-x', String(size.columns), '-y', String(size.rows), line);
  await tmux('set', '-g', 'status', 'off');
  await tmux('set', '-g', 'window-size', 'manual');
  await tmux('resize-window', '-x', String(size.columns), '-y', String(size.rows));

  const screen = async (): Promise<string> =>
    (await tmux('capture-pane', '-p', '-J')).replace(/[ \t]+$/gm, '').replace(/\n+$/, '\n');
  const until = async (pattern: RegExp, seconds = 30): Promise<string> => {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const now = await screen();
      if (pattern.test(now)) return now;
      if (Date.now() > end)
        throw new Error(`Nothing matched ${String(pattern)} in ${String(seconds)} s:\n${now}`);
      await wait(50);
    }
  };
  return {
    screen,
    until,
    async press(...keys) {
      for (const key of keys) await tmux('send-keys', key);
    },
    async type(text) {
      await tmux('send-keys', '-l', text);
    },
    async moveDownTo(pattern) {
      for (let row = 0; row < 50; row += 1) {
        const before = await screen();
        if (pattern.test(before)) return before;
        await tmux('send-keys', 'Down');
        for (let look = 0; look < 40 && (await screen()) === before; look += 1) await wait(50);
      }
      throw new Error(`No row matched ${String(pattern)}:\n${await screen()}`);
    },
    async resize({ columns, rows }) {
      await tmux('resize-window', '-x', String(columns), '-y', String(rows));
    },
    async exitCode(seconds = 20) {
      const found = /\[exited (\d+)\]/.exec(await until(/\[exited \d+\]/, seconds));
      return Number(found?.[1]);
    },
    async signal(name) {
      const shell = (await tmux('display-message', '-p', '#{pane_pid}')).trim();
      const { stdout } = await run('pgrep', ['-P', shell]);
      for (const pid of stdout.split('\n').filter(Boolean)) process.kill(Number(pid), name);
    },
    async close() {
      await tmux('kill-server').catch(() => undefined);
    },
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
