/** UAC of a practice machine: one answer for everyone who asks, and a helper that does what the real one can. */
import { adminQuestionIn } from '../admin-questions.js';
import { ElevationRefused, type Elevation, type ElevationRequest } from '../elevation.js';
import type { Question } from '../host.js';
import type { Spawn } from '../spawn.js';
import { isImport } from '../windows/elevated/kept-keys.js';
import { verbFor, type VerbPaths } from '../windows/elevated/verbs.js';
import type { WorldStore } from './world-store.js';
import type { World } from './world.js';

/** What the person, or the administrator that the person calls, says to Windows. */
export type UacAnswer = 'accepts' | 'refuses' | 'other-account';

/** A world that says so; others accept. */
export interface UacWorld extends World {
  uac?: UacAnswer;
}

export interface SimulatedUac {
  elevate(request: ElevationRequest): Promise<Elevation>;
  /** Elevation was granted and not given back. */
  holds(): boolean;
  /** The machine as the process sees it that answers this question. */
  worldFor(question: Question): World;
  /** Commands that need elevation run elevated once it was granted, as far as the helper has a verb for them. */
  readonly spawn: Spawn;
}

/** `spawnOver` makes the machine's processes over a view of its world. */
export function createSimulatedUac(
  store: WorldStore,
  paths: VerbPaths,
  spawnOver: (store: WorldStore) => Spawn,
): SimulatedUac {
  const plain = spawnOver(store);
  const elevatedWorld = (): World => ({ ...store.look(), elevated: true });
  const elevated = spawnOver({ look: elevatedWorld, change: (edit) => store.change(edit) });
  let isElevated = false;
  const close = () => {
    isElevated = false;
    return Promise.resolve();
  };
  return {
    elevate() {
      const world: UacWorld = store.look();
      if (world.elevated) return Promise.resolve({ by: 'already', close });
      if (world.uac === 'refuses') {
        return Promise.reject(new ElevationRefused('refused', 'The person said no.'));
      }
      isElevated = true;
      return Promise.resolve({ by: world.uac === 'other-account' ? 'other-account' : 'own-account', close });
    },
    holds: () => isElevated,
    worldFor: (question) =>
      isElevated && question.elevation === 'admin' && adminQuestionIn(question) !== undefined
        ? elevatedWorld()
        : store.look(),
    spawn(command, io) {
      if (!isElevated || command.elevation !== 'admin') return plain(command, io);
      // The real helper brings back a copy of its own, of the same content.
      if (isImport(paths, command) || verbFor(paths, command) !== null) return elevated(command, io);
      const startError = 'The elevated helper has no verb for this command.';
      return Promise.resolve({ ended: 'not-started', startError });
    },
  };
}
