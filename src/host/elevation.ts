/** Elevation: one question of Windows to the person (UAC), after which commands that need it can run (design.md section 4). */

export interface ElevationRequest {
  /** What the helper brings services back to if this program ends without saying that all is well. */
  readonly services: readonly {
    readonly service: string;
    readonly before: RestingState;
    /** What a plan wants, which is as good. */
    readonly goals: readonly RestingState[];
  }[];
}

export type RestingState = 'running' | 'stopped' | 'paused';

export interface Elevation {
  /** `already`: this process is elevated, so that there is no helper. `other`: an administrator's account lent its rights. */
  readonly by: 'already' | 'own-account' | 'other-account';
  /** Ends the helper; services stay as they are. */
  close(): Promise<void>;
}

/** There is no elevation, and nothing has run. */
export class ElevationRefused extends Error {
  override readonly name = 'ElevationRefused';
  constructor(
    /** `refused`: the person or a policy said no. `failed`: the helper did not come up. */
    readonly reason: 'refused' | 'failed' | 'cancelled',
    detail: string,
  ) {
    super(`No elevation (${reason}): ${detail}`);
  }
}
