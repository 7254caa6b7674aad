import { readStandardInput } from '../host/console.js';
import type { StateFolder } from '../host/host.js';
import { languageFor, type Language } from '../text/language.js';
import { textFor } from '../text/text-for.js';
import type { Text } from '../text/text.js';
import { readArguments, UsageError, type GlobalOptions, type Invocation } from './arguments.js';
import { programVersion, type CommandContext } from './context.js';
import { capture, writeReport } from './capture.js';
import { diagnose } from './diagnose.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { explainText } from './explain.js';
import { fix, resume } from './fix.js';
import { messageOf, namedWorld, openMachine } from './machine.js';
import { createOutput, type Output } from './output.js';
import { Refusal } from './refusal.js';
import {
  changeSetting,
  faultSentences,
  readSettings,
  showSettings,
  withSettings,
  type SettingsFault,
} from './settings.js';
import { chooseMachine, showTui } from './tui.js';
import { listWhatWasDone, undo } from './undo.js';
import { usageSentence } from './usage-sentence.js';
import { restartWorld } from './world-restart.js';
import { listWorlds } from './worlds.js';
import { wslconfigOfFile, wslconfigOfMachine } from './wslconfig.js';
import type { UsageSentence } from '../text/cli.js';
import { findWorld } from '../host/simulated/worlds/worlds.js';
import { createStateFolder } from '../host/state-folder.js';
import { stateRoot } from './state-root.js';

/** Never rejects for what a person did wrong: that is said, in the form and language that were asked for. */
export async function runCli(argv: readonly string[]): Promise<ExitCode> {
  const state = createStateFolder(stateRoot(process.platform, process.env));
  const { settings, faults } = await readSettings(state);
  let form: Pick<GlobalOptions, 'json' | 'language'> = {
    json: argv.includes('--json'),
    language: settings.language,
  };
  try {
    const read = readArguments(argv);
    const invocation = { ...read, options: withSettings(read.options, settings) };
    form = invocation.options;
    return await run(invocation, state, faults);
  } catch (error) {
    const asked = error instanceof UsageError ? error.options.language : null;
    const text = textFor(asked ?? form.language ?? systemLanguage());
    if (error instanceof UsageError) {
      sayError(usageSentence(error.problem, text.cli), error.options.json);
      return exitCodes.refused;
    }
    if (error instanceof Refusal) {
      sayError(error.sentence, form.json);
      return error.exitCode;
    }
    sayError(text.cli.refusals.crashed(messageOf(error)), form.json);
    return exitCodes.problemLeft;
  }
}

async function run(
  invocation: Invocation,
  state: StateFolder,
  faults: readonly SettingsFault[],
): Promise<ExitCode> {
  const { options } = invocation;
  const text = textFor(await languageOf(options));
  const output = createOutput(options.json, process);
  for (const sentence of faultSentences(faults, state, text)) output.progress(sentence);
  switch (invocation.command) {
    case 'help':
      process.stdout.write(`${text.cli.help(programVersion).trimEnd()}\n`);
      return exitCodes.ok;
    case 'version':
      process.stdout.write(`${programVersion}\n`);
      return exitCodes.ok;
    case 'worlds':
      return listWorlds(text, output);
    case 'explain': {
      const pasted = invocation.text === '-' ? await readStandardInput() : invocation.text;
      return explainText(pasted, text, output);
    }
    case 'settings':
      if (invocation.setting === null) return showSettings(state, text, output);
      return changeSetting(state, invocation.setting, text, output);
    case 'wslconfig': {
      const { file } = invocation.request;
      if (file === null) return runOnMachine(invocation, options, text, output);
      const surroundings = { platform: process.platform, env: process.env };
      return wslconfigOfFile({ ...invocation.request, file }, { options, text, output }, surroundings);
    }
    default:
      return runOnMachine(invocation, options, text, output);
  }
}

type MachineInvocation = Exclude<
  Invocation,
  { readonly command: 'help' | 'version' | 'worlds' | 'explain' | 'settings' }
>;

async function runOnMachine(
  invocation: MachineInvocation,
  options: GlobalOptions,
  text: Text,
  output: Output,
): Promise<ExitCode> {
  const surroundings = { platform: process.platform, env: process.env };
  if (isForScreen(invocation, options)) {
    const machine = await chooseMachine(options, text, surroundings);
    if (machine === null) return exitCodes.ok;
    const wanted =
      invocation.command === 'fix' ? invocation : invocation.command === 'resume' ? 'rest' : null;
    return showTui({ machine, options, text, output }, wanted);
  }
  const machine = await openMachine(options, text, surroundings);
  const context: CommandContext = { machine, options, text, output };
  const deadline = timeLimit(options);
  try {
    return await runHeadless(invocation, context, deadline.signal);
  } finally {
    deadline.clear();
    await machine.close();
  }
}

function runHeadless(
  invocation: MachineInvocation,
  context: CommandContext,
  signal: AbortSignal,
): Promise<ExitCode> {
  switch (invocation.command) {
    case 'tui':
    case 'diagnose':
      return diagnose(context, signal);
    case 'fix':
      return fix(context, invocation, signal);
    case 'resume':
      return resume(context, signal);
    case 'capture':
      return capture(context, invocation.path, signal);
    case 'report':
      return writeReport(context, invocation.path, signal);
    case 'wslconfig':
      return wslconfigOfMachine(context, invocation.request, signal);
    case 'undo':
      return undo(context, invocation.session);
    case 'sessions':
      return listWhatWasDone(context);
    case 'world-restart':
      return restartWorld(context.machine, context.text, context.output);
  }
}

/** Without a terminal the program reports; with one, whatever is not answered beforehand is asked on the screen. */
function isForScreen({ command }: MachineInvocation, options: GlobalOptions): boolean {
  const hasTerminal = process.stdin.isTTY && process.stdout.isTTY;
  if (!hasTerminal || options.json || options.yes || options.dryRun) return false;
  return command === 'tui' || command === 'fix' || command === 'resume';
}

/** `--lang`, else Chinese where the person's system or the practice machine speaks it, else English. */
async function languageOf(options: GlobalOptions): Promise<Language> {
  if (options.language !== null) return options.language;
  const system = systemLanguage();
  if (system !== 'en') return system;
  const world = await namedWorld(options, textFor(system)).catch(() => null);
  const language = world === null ? undefined : findWorld(world)?.make(Date.now()).language;
  return language === undefined ? system : languageFor(language);
}

function systemLanguage(): Language {
  const { env } = process;
  const posix = env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG;
  const isNeutral = posix === undefined || /^(C|POSIX)([.@]|$)/.test(posix);
  return languageFor(isNeutral ? Intl.DateTimeFormat().resolvedOptions().locale : posix);
}

/** Ends a headless run early, always in the same way: between two commands, with what was done taken back. */
function timeLimit({ timeout }: GlobalOptions): { readonly signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const timer = timeout === null ? undefined : setTimeout(() => controller.abort(), timeout * 1000);
  // Not once: whoever presses Ctrl+C again, or closes the window, must not leave a service stopped.
  const interrupt = () => controller.abort();
  for (const name of endingSignals) process.on(name, interrupt);
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      for (const name of endingSignals) process.off(name, interrupt);
    },
  };
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** With --json the error is an object on standard output too, so that a program reads one thing only. */
function sayError({ error, hint }: UsageSentence, json: boolean): void {
  if (json)
    process.stdout.write(`${JSON.stringify({ schema: 'wsl-netfix/error/1', error, hint }, null, 2)}\n`);
  process.stderr.write(`${error}\n${hint}\n`);
}
