import { bypasses } from './bypasses.js';
import type { Cause } from './cause.js';
import type { Facts } from '../domain/facts.js';
import { isBridge } from '../domain/network-facts.js';
import { codeEvidence } from './code-evidence.js';

/** A bridge between adapters keeps a new switch from being built (microsoft/WSL#11389). */
export const networkBridge = {
  id: 'network-bridge',
  prior: 0,
  evidence: [
    {
      finding: 'network-bridge-present',
      weight: 0.6,
      source: 'https://github.com/microsoft/WSL/issues/11389',
    },
    ...codeEvidence('network-bridge', (_, facts) => hasBridge(facts)),
  ],
  remedies: [
    { id: 'network-reset-guide', relation: 'may-repair' },
    ...bypasses,
    { id: 'reset-network-stack', relation: 'seldom-helps' },
  ],
  reports: [{ cured: 0, of: 1, sources: ['microsoft/WSL#11389'] }],
  failed: [{ tried: 'hnsdiag-reset', source: 'https://github.com/microsoft/WSL/issues/11389' }],
  avoid: ['hnsdiag-reset', 'netcfg-delete'],
} as const satisfies Cause;

const hasBridge = ({ networkAdapters }: Facts): boolean =>
  networkAdapters === undefined || networkAdapters.adapters.some(isBridge);
