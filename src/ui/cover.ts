/** What lies over the flow. */
import type { ProbeId } from '../domain/ids.js';
import type { KeyScope } from './key-scope.js';

export interface Cover {
  readonly view: KeyScope['view'];
  /** Only what these asked is shown; null: every command, by panes. */
  readonly probes: readonly ProbeId[] | null;
}

export const noCover: Cover = { view: 'flow', probes: null };
