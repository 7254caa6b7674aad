import type { CaptureFault } from '../domain/capture-fault.js';

/** A file that cannot be replayed. */
export class CaptureFileError extends Error {
  override readonly name = 'CaptureFileError';
  constructor(
    readonly fault: CaptureFault,
    /** Where or what, for instance `.exchanges[3].argv`; for the log. */
    readonly where: string,
  ) {
    super(`${fault}: ${where}`);
  }
}
