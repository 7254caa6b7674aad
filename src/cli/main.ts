/** Reads the command line, does what it says, and ends with the exit code. */
import { exitCodes } from './exit-codes.js';
import { runProgram } from './run-program.js';

// Whoever reads us may stop early (`| head`): that is their right and no error.
process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

process.exitCode = await runProgram(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCodes.problemLeft;
});

function endQuietly(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
  // Only a report is cut off; what changes the machine goes on and is in the journal.
}
