import type { UsageSentence } from '../text/cli.js';
import { exitCodes, type ExitCode } from './exit-codes.js';

/** Ends a command with two sentences: what happened and what it means, and what to do next. Nothing was changed. */
export class Refusal extends Error {
  constructor(
    readonly sentence: UsageSentence,
    readonly exitCode: ExitCode = exitCodes.refused,
  ) {
    super(sentence.error);
    this.name = 'Refusal';
  }
}
