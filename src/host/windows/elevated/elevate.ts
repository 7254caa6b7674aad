/** `Host.elevate` of a real machine, and the way in which its commands take the helper once there is one. */
import { randomBytes } from 'node:crypto';
import { ElevationRefused, type Elevation, type ElevationRequest } from '../../elevation.js';
import type { Clock, RunOptions } from '../../host.js';
import type { Spawn } from '../../spawn.js';
import type { Helper } from './helper.js';
import { fromKeptCopy } from './kept-keys.js';
import { meetHelper } from './meet-helper.js';
import type { Refusal } from './messages.js';
import { randomPipeName } from './pipe-name.js';
import type { StartHelper } from './start-helper.js';
import { readToken } from './token.js';
import type { VerbPaths } from './verbs.js';

export interface ElevatorOptions {
  /** Starts processes at the level of this process. */
  readonly spawn: Spawn;
  readonly start: StartHelper;
  readonly clock: Clock;
  readonly paths: VerbPaths;
  readonly platform: NodeJS.Platform;
  readonly onRefusal: (reason: Refusal, detail: string) => void;
}

export interface Elevator {
  /** Asks once; while the helper is there, it is only told the new request. Rejects with `ElevationRefused`. */
  elevate(request: ElevationRequest, options?: RunOptions): Promise<Elevation>;
  /** There is a helper now. */
  holds(): boolean;
  /** Commands that need elevation go to the helper while there is one, all others never do. */
  readonly spawn: Spawn;
  /** Lets go of the helper without a word: it looks after the services once more, and ends. */
  close(): void;
}

/** UAC's own prompt gives up after two minutes; the copy of Node and a virus scanner take their time. */
const longestStartMs = 5 * 60_000;

export function createElevator(options: ElevatorOptions): Elevator {
  let current: Started | null = null;

  const take = () => {
    const ending = current;
    current = null;
    return ending;
  };
  const end = async () => {
    const ending = take();
    await ending?.helper.end();
    ending?.letGo();
  };

  return {
    async elevate(request, { signal } = {}) {
      const token = await readToken(options.spawn, options.paths);
      if (token.elevated) return { by: 'already', close: () => Promise.resolve() };
      if (current?.helper.isThere() !== true) {
        take()?.letGo();
        current = await startHelper(options, signal);
      }
      const { helper } = current;
      helper.begin(request.services);
      const isOther = helper.sid !== null && token.sid !== null && helper.sid !== token.sid;
      return { by: isOther ? 'other-account' : 'own-account', close: end };
    },
    holds: () => current?.helper.isThere() === true,
    spawn: async (command, io) =>
      command.elevation === 'admin' && current !== null
        ? current.helper.run(await fromKeptCopy(options.paths, command), io)
        : options.spawn(command, io),
    close: () => take()?.letGo(),
  };
}

interface Started {
  readonly helper: Helper;
  readonly letGo: () => void;
}

async function startHelper(options: ElevatorOptions, signal: AbortSignal | undefined): Promise<Started> {
  const { clock, platform } = options;
  if (signal?.aborted === true) throw new ElevationRefused('cancelled', 'It was cancelled.');
  const pipe = randomPipeName(platform);
  const secret = randomBytes(32);
  const meeting = await meetHelper({ ...options, pipe, secret }).catch((error: unknown) => {
    throw new ElevationRefused('failed', String(error));
  });
  const launcher = new AbortController();
  const over = new AbortController();
  const letGo = () => {
    meeting.close();
    launcher.abort();
  };
  try {
    const helper = await Promise.race([
      meeting.helper,
      options
        .start({ pipe, secret, met: meeting.helper }, launcher.signal)
        .then(refuseUnlessUnknown, (error: unknown) => {
          throw new ElevationRefused('failed', String(error));
        }),
      clock.sleep(longestStartMs, over.signal).then(() => {
        if (over.signal.aborted) return forever;
        throw new ElevationRefused('failed', 'The helper did not come in time.');
      }),
      cancelled(signal, over.signal),
    ]);
    return { helper, letGo };
  } catch (error) {
    letGo();
    throw error;
  } finally {
    over.abort();
  }
}

const forever = new Promise<never>(() => undefined);

/** The launcher may be gone without knowing what became of the helper. */
function refuseUnlessUnknown(end: Awaited<ReturnType<StartHelper>>): Promise<never> {
  if (end === 'unknown') return forever;
  const detail = end === 'refused' ? 'The person or a policy said no.' : 'The helper could not be started.';
  throw new ElevationRefused(end, detail);
}

function cancelled(signal: AbortSignal | undefined, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const cancel = () => reject(new ElevationRefused('cancelled', 'It was cancelled.'));
    signal?.addEventListener('abort', cancel, { once: true });
    over.addEventListener('abort', () => signal?.removeEventListener('abort', cancel), { once: true });
  });
}
