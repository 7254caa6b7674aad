/** Reads the command line, does what it says, and ends with the exit code. */
import { exitCodes } from './exit-codes.js';
import { runCli } from './run-cli.js';

process.exitCode = await runCli(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCodes.problemLeft;
});
