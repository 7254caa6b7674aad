/** Reads the command line, does what it says, and ends with the exit code. */
import { runElevatedHelper } from '../host/windows/elevated/run-helper.js';
import { exitCodes } from './exit-codes.js';
import { runCli } from './run-cli.js';

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCodes.problemLeft;
});

/** The helper is this program, too; nobody types its command, and no help tells of it. */
function main([first, ...rest]: readonly string[]): Promise<number> {
  const { env, platform } = process;
  return first === '__elevated'
    ? runElevatedHelper(rest, { env, platform })
    : runCli(first === undefined ? [] : [first, ...rest]);
}
