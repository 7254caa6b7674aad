import type { Verdict } from '../domain/ids.js';

/** What the program ends with (design.md section 5). */
export const exitCodes = {
  ok: 0,
  problemLeft: 1,
  refused: 2,
  restartNeeded: 3,
  rolledBack: 4,
  notFullyRolledBack: 5,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export function exitCodeOf(verdict: Verdict): ExitCode {
  return verdict === 'repaired' ? exitCodes.ok : exitCodes.problemLeft;
}
