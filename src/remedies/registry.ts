import type { RemedyId } from '../domain/ids.js';
import type { DescribedRemedyId } from '../text/remedies.js';
import type { Remedy } from './remedy.js';
import { resetNetworkStack } from './reset-network-stack.js';
import { wsl1Default } from './wsl1-default.js';
import { wslconfigNone } from './wslconfig-none.js';
import { wslconfigVirtioproxy } from './wslconfig-virtioproxy.js';

export type DescribedRemedy = Remedy & { readonly id: DescribedRemedyId };

/** Every remedy that this version can carry out; this is the only list of them. Lightest first. */
export const remedies: readonly DescribedRemedy[] = [
  wslconfigVirtioproxy,
  wsl1Default,
  resetNetworkStack,
  wslconfigNone,
];

/** Undefined for one that this version cannot carry out. */
export const findRemedy = (id: RemedyId): DescribedRemedy | undefined =>
  remedies.find((remedy) => remedy.id === id);
