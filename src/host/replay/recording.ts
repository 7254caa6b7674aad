/**
 * What was asked of a machine and what it answered, as plain JSON (design.md section 5, "Capture file"). The file's own
 * fields (its schema, what is said of the host) are added above, in `src/capture`.
 */
import type { Answer, CommandResult, MachinePaths, OutputEncoding } from '../host.js';
import type { CodePages } from '../code-pages.js';

export interface Recording {
  /** ISO 8601 in UTC: what a replay takes for now. */
  readonly recordedAt: string;
  readonly host: {
    readonly name: string;
    /** BCP 47. */
    readonly language: string;
  };
  readonly machine: {
    readonly codePages: CodePages;
    readonly paths: MachinePaths;
    /** Milliseconds since 1970; null where it could not be told or was not asked. */
    readonly bootTime: number | null;
  };
  /** In the order in which they were begun. */
  readonly exchanges: readonly Exchange[];
  /** Files that were read: Windows path to base64. */
  readonly files: Readonly<Record<string, string>>;
  /** Files that were asked for and are not there. */
  readonly missingFiles: readonly string[];
  /** Files that are there and were not read. */
  readonly presentFiles: readonly string[];
  /** Files that could not be read, with the reason. */
  readonly fileErrors: Readonly<Record<string, string>>;
  /** Bytes of files whose size was asked, and bytes that were free beside folders. */
  readonly sizes: Readonly<Record<string, number>>;
}

export type Exchange = CommandExchange | QuestionExchange;

export interface CommandExchange {
  /** Which probe asked; null where nobody said. */
  readonly probe: string | null;
  /** The program's absolute path, then its arguments. */
  readonly argv: readonly string[];
  readonly exitCode: number | null;
  readonly durationMs: number;
  readonly stdoutBase64: string;
  readonly stderrBase64: string;
  readonly ended: CommandResult['ended'];
  /** What the program was known to write. */
  readonly encoding: OutputEncoding;
  readonly startError: string | null;
}

export interface QuestionExchange {
  readonly probe: string | null;
  /** The question's id. */
  readonly question: string;
  readonly args: Readonly<Record<string, string | number | boolean>>;
  /** The answer's value as JSON in UTF-8; null where there was none. */
  readonly resultBase64: string | null;
  readonly error: RecordedError | null;
  readonly durationMs: number;
}

export type RecordedError = Omit<Extract<Answer, { readonly ok: false }>, 'ok'>;

export function isCommandExchange(exchange: Exchange): exchange is CommandExchange {
  return 'argv' in exchange;
}

export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
