import type { World, WorldAbout } from '../world.js';
import { healthyMachine } from './base.js';
import type { ExpectedDiagnosis, ExpectedStart, WorldDefinition } from './definition.js';

interface WorldWords extends Pick<WorldAbout, 'id' | 'title' | 'story' | 'sources'> {
  /** Says what is made up. */
  readonly note?: WorldAbout['note'];
  /** Nobody reported that the cure works. */
  readonly invented?: boolean;
  readonly expected: ExpectedDiagnosis;
}

/** A world that differs from the healthy machine by what `change` does to it. */
export function defineWorld(words: WorldWords, change: (world: World, now: number) => void): WorldDefinition {
  const about = { ...words, note: words.note ?? null, invented: words.invented ?? false };
  return {
    ...about,
    make(now) {
      const world = healthyMachine(about, now);
      change(world, now);
      return world;
    },
  };
}

const configuring = 'CreateInstance/CreateVm/ConfigureNetworking';

/** WSL's start, by the version that it has: ends with the code, goes on without network, falls back without a code. */
export const starts = {
  well: { network: 'nat', code: null },
  byVirtioProxy: { network: 'virtioproxy', code: null },
  byConsomme: { network: 'consomme', code: null },
  failing: (code: string): ExpectedStart => ({ network: null, code }),
  failingInHns: (code: string): ExpectedStart => ({
    network: null,
    code: `Wsl/Service/${configuring}/HNS/${code}`,
  }),
  withoutNetwork: (code: string): ExpectedStart => ({ network: 'none', code: `${configuring}/${code}` }),
} as const;
