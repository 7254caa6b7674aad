/** `capture` and `report`: a diagnosis to send to somebody, with the person taken out, and shown before it is written. */
import { captureText } from '../capture/capture-file.js';
import { createRecorder } from '../capture/record.js';
import { report } from '../capture/report.js';
import { takeCapture, type TakenCapture } from '../capture/take-capture.js';
import type { Diagnosis } from '../domain/diagnosis.js';
import { askInTerminal } from '../host/console.js';
import { createNamedFile } from '../host/named-file.js';
import { createCaseFile } from '../workflow/case-file.js';
import { createDiagnosis } from '../workflow/diagnosis.js';
import type { CommandContext } from './context.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { messageOf } from './machine.js';
import type { Output } from './output.js';
import { Refusal } from './refusal.js';

/** `wsl-netfix/report/1`. */
export interface ReportJson {
  readonly schema: 'wsl-netfix/report/1';
  /** Where it is to be written; null: nowhere. */
  readonly file: string | null;
  readonly markdown: string;
}

/** Writes the recording of a diagnosis to a file that can be replayed anywhere. */
export async function capture(context: CommandContext, path: string, signal: AbortSignal): Promise<ExitCode> {
  const { text, output } = context;
  const whole = await diagnoseAndTake(context, signal);
  if (whole === null) return exitCodes.interrupted;
  const { taken } = whole;
  const content = captureText(taken.capture);
  show(output, content, taken.capture);
  output.progress(text.capture.command.encoded);
  await write(context, content, path);
  output.progress(text.capture.command.masked);
  return exitCodes.ok;
}

/** The text for an issue of the WSL team; without a path it is only shown. */
export async function writeReport(
  context: CommandContext,
  path: string | null,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { text, output } = context;
  const whole = await diagnoseAndTake(context, signal);
  if (whole === null) return exitCodes.interrupted;
  const { taken, diagnosis } = whole;
  const markdown = report(taken.masker.value(diagnosis), taken.capture.host, text);
  const json: ReportJson = { schema: 'wsl-netfix/report/1', file: path, markdown };
  show(output, markdown, json);
  if (path !== null) await write(context, markdown, path);
  return exitCodes.ok;
}

/** Null where it was interrupted: half a diagnosis helps nobody who reads it elsewhere. */
async function diagnoseAndTake(
  { machine, text, output }: CommandContext,
  signal: AbortSignal,
): Promise<{ readonly taken: TakenCapture; readonly diagnosis: Diagnosis } | null> {
  const recorder = createRecorder(machine);
  const caseFile = createCaseFile();
  const work = createDiagnosis({ host: recorder.host, caseFile });
  await work.runProbes({ signal });
  await work.judge();
  const { diagnosis } = caseFile.view();
  if (diagnosis === null) throw new Refusal(text.cli.refusals.crashed('no diagnosis was made'));
  const { facts, at } = diagnosis;
  const taken = await takeCapture({ machine, recorder, facts, at, signal });
  if (!signal.aborted) return { taken, diagnosis };
  output.progress(text.capture.command.notWritten);
  return null;
}

/** Before anything is written, whoever reads: a person, a file, or a program that wants JSON alone. */
function show(output: Output, content: string, json: { readonly schema: string }): void {
  output.object(json);
  if (!output.json) output.line(content.trimEnd());
}

/** In a terminal it is asked first; elsewhere naming the file was the answer. */
async function write(
  { text, options, output }: CommandContext,
  content: string,
  path: string,
): Promise<void> {
  const words = text.capture.command;
  if (process.stdin.isTTY && process.stdout.isTTY && !options.yes) {
    output.line();
    output.line(words.shownFirst);
    if (!/^y(es)?$/i.test(await askInTerminal(words.ask(path)))) {
      output.line(words.notWritten);
      return;
    }
  }
  const written = await createNamedFile(path, content).catch((error: unknown) => {
    throw new Refusal(words.cannotWrite(path, messageOf(error)));
  });
  if (!written) throw new Refusal(words.fileExists(path));
  output.progress(words.written(path));
}
