/** A terminal of a fixed size that is drawn on for real: what Ink writes goes through a terminal emulator and is read back. */
import { Console } from 'node:console';
import { PassThrough, Writable } from 'node:stream';
import { render, type Instance } from 'ink';
import xterm from '@xterm/headless';
import type { ReactNode } from 'react';

// Vitest's console lacks it, and Ink makes one to catch what is printed.
Object.assign(console, { Console });

export interface Size {
  readonly columns: number;
  readonly rows: number;
}
export const wide: Size = { columns: 120, rows: 40 };
export const usual: Size = { columns: 80, rows: 24 };
export const small: Size = { columns: 60, rows: 20 };
export const sizes = [wide, usual, small];

export const keys = {
  enter: '\r',
  /** As the kitty protocol sends it: stays a key of its own among others. */
  enterAgain: '\x1b[13u',
  // As terminals with the kitty protocol send it: a bare escape would have to wait for what may follow.
  escape: '\x1b[27u',
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  tab: '\t',
  shiftTab: '\x1b[Z',
  pageUp: '\x1b[5~',
  pageDown: '\x1b[6~',
  home: '\x1b[H',
  end: '\x1b[F',
  interrupt: '\x03',
} as const;

export class FakeTerminal {
  readonly emulator: InstanceType<typeof xterm.Terminal>;
  readonly stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => undefined,
    ref: () => undefined,
    unref: () => undefined,
  });
  readonly stdout;
  /** Everything that was written, escape sequences included. */
  written = '';
  #instance: Instance | undefined;
  #held: (() => void)[] | undefined;

  constructor(size: Size) {
    this.emulator = new xterm.Terminal({
      cols: size.columns,
      rows: size.rows,
      allowProposedApi: true,
      convertEol: true,
    });
    const stream = new Writable({
      decodeStrings: false,
      write: (chunk: string | Buffer, _encoding, done) => {
        this.written += String(chunk);
        this.emulator.write(chunk, () => (this.#held === undefined ? done() : this.#held.push(done)));
      },
    });
    this.stdout = Object.assign(stream, { isTTY: true, columns: size.columns, rows: size.rows });
  }

  render(node: ReactNode, screenReader = false): Instance {
    // The parts of the real streams that Ink uses are all here.
    const streams = {
      stdin: this.stdin as unknown as NodeJS.ReadStream,
      stdout: this.stdout as unknown as NodeJS.WriteStream,
    };
    this.#instance = render(node, {
      ...streams,
      interactive: true,
      alternateScreen: !screenReader,
      isScreenReaderEnabled: screenReader,
      exitOnCtrlC: false,
      patchConsole: false,
      incrementalRendering: true,
    });
    return this.#instance;
  }

  /** From now on the terminal is slow: nothing that is written counts as drawn until it is released. */
  hold(): void {
    this.#held = [];
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const done of held) done();
  }

  /** Turns of the event loop, so that whatever is due happens but for drawing. */
  async turns(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  unmount(): void {
    this.#instance?.unmount();
  }

  /** Sends keys and lets everything that they cause settle. */
  async press(...pressed: readonly string[]): Promise<void> {
    for (const key of pressed) {
      this.stdin.write(key);
      await this.settled();
    }
  }

  /** Sends keys all at once, as a terminal does with what was typed ahead. */
  typeAhead(typed: string): void {
    this.stdin.write(typed);
  }

  /** Until actors, effects, renders and writes are done: turns of the event loop, no waiting. */
  async settled(): Promise<void> {
    for (let turn = 0; turn < 8; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      await this.#instance?.waitUntilRenderFlush();
    }
    await new Promise<void>((resolve) => this.emulator.write('', resolve));
  }

  /** What is on the screen, row by row, without trailing spaces. */
  lines(): readonly string[] {
    const buffer = this.emulator.buffer.active;
    return Array.from({ length: this.emulator.rows }, (_, index) =>
      (buffer.getLine(buffer.viewportY + index)?.translateToString(true) ?? '').trimEnd(),
    );
  }

  frame(): string {
    return `${this.lines().join('\n').trimEnd()}\n`;
  }

  resize(size: Size): void {
    this.emulator.resize(size.columns, size.rows);
    Object.assign(this.stdout, { columns: size.columns, rows: size.rows });
    this.stdout.emit('resize');
  }
}
