/** Reads the command line, does what it says, and ends with the exit code. */
import { exitCodes } from './exit-codes.js';
import { runProgram } from './run-program.js';

// Whoever reads us may stop early (`| head`), and a disk may be full.
process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

process.exitCode = await runProgram(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return exitCodes.problemLeft;
});

/** A full disk or a closed pipe cuts off a report; what changes the machine goes on, and is in the journal. */
function endQuietly(): void {
  process.exitCode = exitCodes.problemLeft;
}
