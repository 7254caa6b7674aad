/** How probes ask the machine: one command, one registry key, one question; anything but an answer throws. */
import { makeCommand, type CommandOptions, type ProgramName } from '../host/commands.js';
import type { Answer, CommandResult, Question } from '../host/host.js';
import { Skip, type ProbeContext } from './probe.js';

/** The machine did not answer in time: the engine reports `timed-out`, not `crashed`. */
export class AnswerTimedOut extends Error {
  override readonly name = 'AnswerTimedOut';
  constructor(readonly afterMs: number) {
    super(`No answer within ${afterMs} ms.`);
  }
}

export interface Exited {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end, whatever its exit code. */
export async function runToExit(
  context: Pick<ProbeContext, 'host' | 'signal'>,
  program: ProgramName,
  args: readonly string[],
  options?: CommandOptions,
): Promise<Exited> {
  const command = makeCommand(context.host.paths, program, args, options);
  const result = await context.host.run(command, { signal: context.signal });
  if (result.ended === 'timed-out') throw new AnswerTimedOut(result.durationMs);
  if (result.ended !== 'exited' || result.exitCode === null) {
    throw new Error(startProblem(program, result));
  }
  return { exitCode: result.exitCode, stdout: result.stdout, stderr: result.stderr };
}

function startProblem(program: ProgramName, result: CommandResult): string {
  if (result.ended === 'cancelled') return `${program} was cancelled.`;
  return `${program} did not start: ${result.startError ?? 'no reason given'}`;
}

export interface RegistryKey {
  /** Lower-case value names; the default value's name is the empty string. */
  readonly values: ReadonlyMap<string, { readonly type: string; readonly data: string }>;
  /** Full names of the subkeys. */
  readonly subkeys: readonly string[];
}

/** One key by `reg query`; undefined where there is none (or none that we may see: both exit with 1). */
export async function readRegistryKey(
  context: Pick<ProbeContext, 'host' | 'signal'>,
  key: string,
): Promise<RegistryKey | undefined> {
  const { exitCode, stdout } = await runToExit(context, 'reg', ['query', key]);
  return exitCode === 0 ? parseRegistryKey(stdout) : undefined;
}

/** Keys by their full name in lower case. */
export type RegistryTree = ReadonlyMap<
  string,
  { readonly name: string; readonly values: RegistryKey['values'] }
>;

/** A key with everything below it, by `reg query /s`; empty where there is none. `filter`: `/v` and a value's name. */
export async function readRegistryTree(
  context: Pick<ProbeContext, 'host' | 'signal'>,
  key: string,
  filter: readonly string[] = [],
): Promise<RegistryTree> {
  const { exitCode, stdout } = await runToExit(context, 'reg', ['query', key, '/s', ...filter]);
  return exitCode === 0 ? parseRegistryTree(stdout) : new Map();
}

/** Each key is headed by its full name. */
export function parseRegistryTree(stdout: string): RegistryTree {
  const blocks = stdout.split(/^(?=HKEY_)/m).filter((block) => block.startsWith('HKEY_'));
  return new Map(
    blocks.map((block) => {
      const name = (block.split(/\r*\n/)[0] ?? '').trim();
      return [name.toLowerCase(), { name, values: parseRegistryKey(block).values }];
    }),
  );
}

/** The default value's name is localised, so the value in parentheses before a type counts as the default. */
export function parseRegistryKey(stdout: string): RegistryKey {
  const values = new Map<string, { type: string; data: string }>();
  const subkeys: string[] = [];
  let seenKey = false;
  for (const line of stdout.split(/\r*\n/)) {
    if (line.startsWith('HKEY_')) {
      if (seenKey) subkeys.push(line.trim());
      seenKey = true;
    }
    const found = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line);
    if (found === null) continue;
    const name = found[1] ?? '';
    values.set(/^\(.*\)$/.test(name) ? '' : name.toLowerCase(), {
      type: found[2] ?? '',
      data: found[3] ?? '',
    });
  }
  return { values, subkeys };
}

/** A REG_DWORD as reg.exe prints it, or undefined. */
export function dwordOf(key: RegistryKey | undefined, name: string): number | undefined {
  const value = key?.values.get(name.toLowerCase());
  return value?.type === 'REG_DWORD' && /^0x[0-9a-f]+$/i.test(value.data) ? Number(value.data) : undefined;
}

export function textOf(key: RegistryKey | undefined, name: string): string | undefined {
  const value = key?.values.get(name.toLowerCase());
  return value !== undefined && /^REG_(EXPAND_)?SZ$/.test(value.type) ? value.data.trim() : undefined;
}

/** Replaces `%SystemRoot%` and `%windir%`, the only variables that registrations of system-wide DLLs use. */
export function expandPath(path: string, windowsFolder: string): string {
  return path.replace(/%(?:systemroot|windir)%/gi, () => windowsFolder).replace(/^"(.*)"$/, '$1');
}

/** Asks a question; a policy that forbids scripts is a reason to skip, everything else that is no answer throws. */
export async function askQuestion(
  context: Pick<ProbeContext, 'host' | 'signal'>,
  question: Question,
): Promise<unknown> {
  const answer = await context.host.ask(question, { signal: context.signal });
  if (answer.ok) return answer.value;
  if (answer.reason === 'constrained-language') return new Skip({ code: 'constrained-language' });
  throw problemOf(answer, question);
}

/** The same where the cmdlet itself may not be there: then `what` is not installed. */
export async function askWhereInstalled(
  context: Pick<ProbeContext, 'host' | 'signal'>,
  question: Question,
  what: string,
): Promise<unknown> {
  try {
    return await askQuestion(context, question);
  } catch (problem) {
    const errorId = problem instanceof QuestionFailed ? (problem.answer.errorId ?? '') : '';
    // The second one where the name carries its module (`Hyper-V\Get-VM`).
    if (/^(?:CommandNotFound|CouldNotAutoLoadModule)/.test(errorId))
      return new Skip({ code: 'not-installed', what });
    throw problem;
  }
}

/** What went wrong, by Windows' own ids; the localised message comes last. */
export class QuestionFailed extends Error {
  override readonly name = 'QuestionFailed';
  constructor(
    readonly answer: Answer & { readonly ok: false },
    readonly question: string,
  ) {
    const { reason, errorId, hresult, message } = answer;
    // Windows' own ids tell which question it was; a process that is gone says nothing.
    const asked = reason === 'error' ? undefined : question;
    super([reason, asked, errorId, hresult, message].filter(Boolean).join(' · '));
  }
}

/** Windows said that this account may not look: by its codes, or by the name of .NET's exception. */
export function isDenied(problem: unknown): boolean {
  if (!(problem instanceof QuestionFailed)) return false;
  const { errorId = '', hresult = '' } = problem.answer;
  return /^(?:System\.)?UnauthorizedAccess/.test(errorId) || deniedCodes.has(hresult);
}
/** E_ACCESSDENIED, WBEM_E_ACCESS_DENIED. */
const deniedCodes: ReadonlySet<string> = new Set(['0x80070005', '0x80041003']);

function problemOf(answer: Answer & { readonly ok: false }, { id, timeoutMs }: Question): Error {
  return answer.reason === 'timed-out' ? new AnswerTimedOut(timeoutMs) : new QuestionFailed(answer, id);
}
