import type { Finding } from '../domain/findings.js';
import { dwordOf, readRegistryKey } from './machine.js';
import type { Probe } from './probe.js';

const wslPolicies = 'HKLM\\Software\\Policies\\WSL';
const connections = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\Network Connections';

/** What administrators forbid: connection sharing, and WSL itself (wsl.md section 5: a missing value means allowed). */
export const policiesProbe: Probe<'policies'> = {
  id: 'policies',
  fact: 'policies',
  after: ['wsl'],
  elevation: 'none',
  usualMs: 300,
  timeoutMs: 10_000,
  async read(context) {
    const [wsl, network] = await Promise.all([
      readRegistryKey(context, wslPolicies),
      readRegistryKey(context, connections),
    ]);
    return {
      icsForbidden: dwordOf(network, 'NC_ShowSharedAccessUI') === 0,
      wslAllowed: dwordOf(wsl, 'AllowWSL') !== 0,
      wsl1Allowed: dwordOf(wsl, 'AllowWSL1') !== 0,
      inboxWslAllowed: dwordOf(wsl, 'AllowInboxWSL') !== 0,
    };
  },
  findings(fact, known) {
    const found: Finding[] = [];
    const probe = 'policies';
    if (fact.icsForbidden)
      found.push({ id: 'ics-forbidden-by-policy', probe, data: {}, evidence: 'NC_ShowSharedAccessUI = 0' });
    const inbox = known.wsl?.flavour === 'inbox' && !fact.inboxWslAllowed;
    if (!fact.wslAllowed || inbox)
      found.push({
        id: 'wsl-forbidden-by-policy',
        probe,
        data: {},
        evidence: fact.wslAllowed ? 'AllowInboxWSL = 0' : 'AllowWSL = 0',
      });
    return found;
  },
};
