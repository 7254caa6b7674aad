/** A terminal of 120x40 cells that exists in memory only: takes frames, gives keys. */
import { PassThrough, Writable } from 'node:stream';

export interface Screen {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  press(key: string): void;
  /** Called with what is written, as it is written. */
  onWrite: (text: string) => void;
}

export function openScreen(): Screen {
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => input,
    ref: () => input,
    unref: () => input,
  });
  const makeOutput = (take: (text: string) => void) =>
    Object.assign(
      new Writable({
        decodeStrings: false,
        write(chunk: string | Buffer, _encoding, done) {
          take(String(chunk));
          done();
        },
      }),
      { isTTY: true, columns: 120, rows: 40, getColorDepth: () => 8, hasColors: () => true },
    );
  const screen: Screen = {
    // Ink uses of a terminal's streams only what is given here.
    stdin: input as unknown as NodeJS.ReadStream,
    stdout: makeOutput((text) => screen.onWrite(text)) as unknown as NodeJS.WriteStream,
    stderr: makeOutput(() => undefined) as unknown as NodeJS.WriteStream,
    press: (key) => input.write(key),
    onWrite: () => undefined,
  };
  return screen;
}
