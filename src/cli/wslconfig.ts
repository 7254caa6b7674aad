/** `wslconfig`: what WSL makes of a `.wslconfig`, what is wrong with it, and one change to it (issue 4). */
import type { Text } from '../text/text.js';
import { findUnfinishedFor } from '../workflow/recovery.js';
import type { GlobalOptions } from './arguments.js';
import { lockMachine, type CommandContext } from './context.js';
import type { ExitCode } from './exit-codes.js';
import type { Surroundings } from './machine.js';
import type { Output } from './output.js';
import { Refusal } from './refusal.js';
import { checkPlace } from './wslconfig-check.js';
import { getWslconfig } from './wslconfig-get.js';
import { machinePlace, namedPlace, type WslconfigPlace } from './wslconfig-place.js';
import type { WslconfigRequest } from './wslconfig-request.js';
import { setMode } from './wslconfig-set.js';

interface Saying {
  readonly options: Pick<GlobalOptions, 'dryRun'>;
  readonly text: Text;
  readonly output: Output;
}

/** Of a file that was named: works on any platform, and knows of no machine. @throws {Refusal} */
export async function wslconfigOfFile(
  request: WslconfigRequest & { readonly file: string },
  saying: Saying,
  surroundings: Surroundings,
): Promise<ExitCode> {
  return answer(namedPlace(request.file, surroundings), request, saying);
}

/** Of the machine's own file. @throws {Refusal} */
export async function wslconfigOfMachine(
  context: CommandContext,
  request: WslconfigRequest,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { machine, options, text } = context;
  const changes = request.action === 'set' && !options.dryRun;
  if (!changes) return answer(await machinePlace(machine, signal), request, context);
  if (machine.kind === 'replay') throw new Refusal(text.capture.command.nothingToChange);
  const lock = await lockMachine(context, 'wslconfig set');
  try {
    // Its undo compares the file with what it wrote.
    const { session } = await findUnfinishedFor(machine);
    if (session !== null) throw new Refusal(text.cli.refusals.unfinished(session.summary.session));
    return await answer(await machinePlace(machine, signal), request, context);
  } finally {
    await lock.release();
  }
}

function answer(
  place: WslconfigPlace,
  request: WslconfigRequest,
  { options, text, output }: Saying,
): Promise<ExitCode> {
  switch (request.action) {
    case 'check':
      return checkPlace(place, text, output);
    case 'get':
      return getWslconfig(place, text, output);
    case 'set':
      return setMode(place, request, { dryRun: options.dryRun, text, output });
  }
}
