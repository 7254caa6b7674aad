/**
 * Stop points: places in a world at which the whole program is killed, so that recovery can be tested without a hook in
 * the product (issue 2). A point that was reached is marked in the world before the kill, so that the next start goes on.
 */
import type { World } from './world.js';
import type { WorldStore } from './world-store.js';

/** Ends this process as if from outside. */
export type Kill = () => void;

export const killThisProcess: Kill = () => {
  process.kill(process.pid, 'SIGKILL');
};

/** Only a test's kill returns: then what was running ends here. */
export class StoppedHere extends Error {
  override readonly name = 'StoppedHere';
}

export interface StopWatch {
  /** Kills where a point of this run is set for this moment. */
  reach(at: 'before' | 'during' | 'after'): void;
}

/** Counts one run of something, by its line, and watches over its points. */
export function watchStopPoints(store: WorldStore, kill: Kill, line: string): StopWatch {
  if (store.look().stopPoints.length === 0) return { reach: () => undefined };
  const armed = store.change((world) => countRun(world, line));
  const reached = new Set<string>();
  return {
    reach(at) {
      const index = armed.find((each) => each.at === at)?.index;
      if (index === undefined || reached.has(at)) return;
      reached.add(at);
      store.change((world) => {
        const point = world.stopPoints[index];
        if (point !== undefined) point.consumed = true;
      });
      kill();
      throw new StoppedHere(`stopped ${at} ${line}`);
    },
  };
}

/** The points that are set for exactly this run. */
function countRun(world: World, line: string): { at: string; index: number }[] {
  return world.stopPoints.flatMap((point, index) => {
    if (!line.toLowerCase().includes(point.match.toLowerCase())) return [];
    point.seen = (point.seen ?? 0) + 1;
    return point.seen === point.occurrence && point.consumed !== true ? [{ at: point.at, index }] : [];
  });
}
