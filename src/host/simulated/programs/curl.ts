/** curl, as it is in System32 and inside distros: 0 with a page, 6 where the name cannot be resolved. */
import { type ProgramCall, type SimulatedProgram, unknownArgv } from '../program.js';

/** The one of Windows: its network is the machine's own. */
export const curl: SimulatedProgram = {
  encoding: () => 'utf-8',
  run: (call) => runCurl(call, call.args, call.look().online),
};

/** What the usual test address answers. */
export const page = 'Microsoft Connect Test';

/** Knows one URL, `-o` and `-w` with `%{http_code}`; other options change nothing here. */
export async function runCurl(call: ProgramCall, args: readonly string[], reaches: boolean): Promise<number> {
  const url = args.find((arg) => /^https?:\/\//.test(arg));
  if (url === undefined) throw unknownArgv('curl', args);
  await call.wait(500);
  const wantsCode = args.some((arg) => arg.includes('%{http_code}'));
  if (!reaches) {
    if (wantsCode) call.say('stdout', '000', 'utf-8');
    call.say('stderr', `curl: (6) Could not resolve host: ${new URL(url).hostname}\n`, 'utf-8');
    return 6;
  }
  if (!args.includes('-o') && !args.includes('--output')) call.say('stdout', page, 'utf-8');
  if (wantsCode) call.say('stdout', '200', 'utf-8');
  return 0;
}
