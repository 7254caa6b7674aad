/** `Host.elevate` of a real machine, and the way in which its commands take the helper once there is one. */
import { randomBytes } from 'node:crypto';
import { ElevationRefused, type Elevation, type ElevationRequest } from '../../elevation.js';
import type { Clock, MachinePaths, RunOptions } from '../../host.js';
import type { Spawn } from '../../spawn.js';
import type { Helper } from './helper.js';
import { meetHelper, type Meeting } from './meet-helper.js';
import type { Refusal } from './messages.js';
import { randomPipeName } from './pipe-name.js';
import type { StartHelper } from './start-helper.js';
import { readToken } from './token.js';

export interface ElevatorOptions {
  /** Starts processes at the level of this process. */
  readonly spawn: Spawn;
  readonly start: StartHelper;
  readonly clock: Clock;
  readonly paths: Pick<MachinePaths, 'system32'>;
  readonly platform: NodeJS.Platform;
  readonly onRefusal: (reason: Refusal, detail: string) => void;
}

export interface Elevator {
  /** Asks once; while the helper is there, it is only told the new request. Rejects with `ElevationRefused`. */
  elevate(request: ElevationRequest, options?: RunOptions): Promise<Elevation>;
  /** Commands that need elevation go to the helper while there is one, all others never do. */
  readonly spawn: Spawn;
  close(): Promise<void>;
}

/** UAC's own prompt gives up after two minutes; the copy of Node and a virus scanner take their time. */
const longestStartMs = 5 * 60_000;

export function createElevator(options: ElevatorOptions): Elevator {
  let current: { readonly helper: Helper; readonly by: Elevation['by']; end(): Promise<void> } | null = null;

  const close = async () => {
    const ending = current;
    current = null;
    await ending?.end();
  };

  return {
    async elevate(request, { signal } = {}) {
      const token = await readToken(options.spawn, options.paths);
      if (token.elevated) return { by: 'already', close: () => Promise.resolve() };
      if (current?.helper.isThere() !== true) {
        await close();
        const { helper, end } = await startHelper(options, signal);
        const isOther = helper.sid !== null && token.sid !== null && helper.sid !== token.sid;
        current = { helper, end, by: isOther ? 'other-account' : 'own-account' };
      }
      current.helper.begin(request.services);
      return { by: current.by, close };
    },
    spawn: (command, io) =>
      command.elevation === 'admin' && current !== null
        ? current.helper.run(command, io)
        : options.spawn(command, io),
    close,
  };
}

async function startHelper(options: ElevatorOptions, signal: AbortSignal | undefined) {
  const { clock, platform } = options;
  if (signal?.aborted === true) throw new ElevationRefused('cancelled', 'It was cancelled.');
  const pipe = randomPipeName(platform);
  const secret = randomBytes(32);
  const meeting = await meetHelper({ ...options, pipe, secret }).catch((error: unknown) => {
    throw new ElevationRefused('failed', String(error));
  });
  const launcher = new AbortController();
  const over = new AbortController();
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
    return { helper, end: () => endHelper(helper, meeting, launcher) };
  } catch (error) {
    meeting.close();
    launcher.abort();
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

async function endHelper(helper: Helper, meeting: Meeting, launcher: AbortController): Promise<void> {
  await helper.end();
  meeting.close();
  launcher.abort();
}

function cancelled(signal: AbortSignal | undefined, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const cancel = () => reject(new ElevationRefused('cancelled', 'It was cancelled.'));
    signal?.addEventListener('abort', cancel, { once: true });
    over.addEventListener('abort', () => signal?.removeEventListener('abort', cancel), { once: true });
  });
}
