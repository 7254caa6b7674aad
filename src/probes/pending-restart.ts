import type { Finding } from '../domain/findings.js';
import { readRegistryKey } from './machine.js';
import type { Probe } from './probe.js';

const base = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion';

/** Whether Windows waits for a restart. `PendingFileRenameOperations` is set nearly always and says nothing, so it is not asked. */
export const pendingRestartProbe: Probe<'pendingRestart'> = {
  id: 'pending-restart',
  fact: 'pendingRestart',
  after: [],
  elevation: 'none',
  usualMs: 300,
  timeoutMs: 10_000,
  async read(context) {
    const [servicing, update] = await Promise.all([
      readRegistryKey(context, `${base}\\Component Based Servicing\\RebootPending`),
      readRegistryKey(context, `${base}\\WindowsUpdate\\Auto Update\\RebootRequired`),
    ]);
    return { componentServicing: servicing !== undefined, windowsUpdate: update !== undefined };
  },
  findings(fact) {
    const found: Finding[] = [];
    if (fact.componentServicing) found.push(pending('component-servicing', 'RebootPending'));
    if (fact.windowsUpdate) found.push(pending('windows-update', 'RebootRequired'));
    return found;
  },
};

const pending = (by: 'component-servicing' | 'windows-update', evidence: string): Finding => ({
  id: 'restart-pending',
  probe: 'pending-restart',
  data: { by },
  evidence,
});
