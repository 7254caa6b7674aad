/** Where a command says what it has to say: JSON alone on standard output, or lines for people. */
import { sanitizeLine } from '../host/sanitize.js';

export interface Output {
  readonly json: boolean;
  /** Cells of a line for people: the terminal's width, as far as lines are still easy to read. */
  readonly width: number;
  /** One line for people; with --json it goes to standard error as progress. */
  line(text?: string): void;
  /** Progress, always to standard error. */
  progress(text: string): void;
  /** The one JSON object; nothing without --json. */
  object(value: { readonly schema: string }): void;
}

export function createOutput(json: boolean, streams: Pick<NodeJS.Process, 'stdout' | 'stderr'>): Output {
  const people = json ? streams.stderr : streams.stdout;
  return {
    json,
    width: Math.min(people.columns > 0 ? people.columns : 80, widest),
    line: (text = '') => people.write(`${cleaned(text)}\n`),
    progress: (text) => streams.stderr.write(`${cleaned(text)}\n`),
    object(value) {
      if (json) streams.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
  };
}

const widest = 100;

/** What a machine says may hold anything; a line of ours keeps its own line ends. */
function cleaned(text: string): string {
  return text.split('\n').map(sanitizeLine).join('\n');
}
