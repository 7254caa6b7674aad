import { runElevatedHelper } from '../host/windows/elevated/run-helper.js';
import { runCli } from './run-cli.js';

/** What this process is: the program for people, or its elevated helper, whose command nobody types and no help tells of. */
export function runProgram(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command !== '__elevated') return runCli(argv);
  const { env, platform } = process;
  return runElevatedHelper(rest, { env, platform });
}
