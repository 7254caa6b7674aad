import type { CliText, UsageSentence } from '../text/cli.js';
import type { UsageProblem } from './arguments.js';

/** What was wrong with the command line, and what to write instead. */
export function usageSentence(problem: UsageProblem, text: CliText): UsageSentence {
  const { usage } = text;
  switch (problem.code) {
    case 'unknown-command':
      return near(usage.unknownCommand(problem.written), problem.nearest, usage.seeHelp, text);
    case 'unknown-option':
      return near(usage.unknownOption(problem.written), problem.nearest, usage.seeHelp, text);
    case 'unknown-remedy':
      return near(usage.unknownRemedy(problem.written), problem.nearest, usage.seeHelp, text);
    case 'unknown-world':
      return near(usage.unknownWorld(problem.written), problem.nearest, usage.seeWorlds, text);
    case 'unknown-session':
      return near(usage.unknownSession(problem.written), problem.nearest, usage.seeSessions, text);
    case 'unknown-mode':
      return near(usage.unknownMode(problem.written), problem.nearest, usage.seeHelp, text);
    case 'unknown-setting':
      return near(usage.unknownSetting(problem.written), problem.nearest, usage.seeHelp, text);
    case 'missing-argument':
      return { error: usage.missingArgument(problem.command, problem.argument), hint: usage.seeHelp };
    case 'too-many-arguments':
      return { error: usage.tooManyArguments(problem.command, problem.written), hint: usage.seeHelp };
    case 'bad-value':
      return { error: usage.badValue(problem.option, problem.written, problem.allowed), hint: usage.seeHelp };
    case 'option-without-world':
      return { error: usage.optionWithoutWorld(problem.option), hint: usage.seeWorlds };
  }
}

function near(error: string, nearest: readonly string[], otherwise: string, text: CliText): UsageSentence {
  return { error, hint: nearest.length > 0 ? text.usage.didYouMean(nearest) : otherwise };
}
