import { render, type RenderOptions } from 'ink';
import { App } from './app.js';
import type { AppProps } from './context.js';

/** The terminal that is drawn on. Output must be a terminal; its size is read from it. */
export interface TerminalStreams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export interface RunAppProps extends AppProps {
  readonly terminal: TerminalStreams;
  readonly screenReader: boolean;
}

/**
 * Shows the flow until the machine is done or the person leaves, and gives the terminal back in every case.
 * @throws what a component threw; the terminal is restored before.
 */
export async function runApp({ terminal, screenReader, ...props }: RunAppProps): Promise<void> {
  takeTerminal(terminal);
  const instance = render(<App {...props} />, renderOptions(terminal, screenReader));
  const subscription = props.actor.subscribe({
    complete: () => instance.unmount(),
    error: () => instance.unmount(),
  });
  if (props.actor.getSnapshot().status !== 'active') instance.unmount();
  try {
    await instance.waitUntilExit();
  } finally {
    subscription.unsubscribe();
    instance.cleanup();
  }
}

/**
 * What is typed while the program starts is echoed by the terminal and would push the first row of the frame aside, which
 * Ink never draws again as long as it stays the same.
 */
export function takeTerminal({ stdin, stdout }: TerminalStreams): void {
  if (stdin.isTTY) stdin.setRawMode(true);
  stdout.write('\r');
}

/** Stated rather than detected: Ink takes a terminal for none where `CI` is set. */
export function renderOptions(terminal: TerminalStreams, screenReader: boolean): RenderOptions {
  return {
    ...terminal,
    interactive: true,
    alternateScreen: !screenReader,
    isScreenReaderEnabled: screenReader,
    exitOnCtrlC: false,
    patchConsole: true,
    incrementalRendering: true,
    maxFps: 30,
  };
}
