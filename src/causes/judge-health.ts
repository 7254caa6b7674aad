import type { Facts } from '../domain/facts.js';
import type { Finding, FindingId } from '../domain/findings.js';
import type { Health } from '../domain/ids.js';

/** What all findings come to. Only what stands between a person and a working network makes a machine broken. */
export function judgeHealth(findings: readonly Finding[], facts: Facts): Health {
  const has = (id: FindingId) => findings.some((finding) => finding.id === id);
  if (has('wsl-start-failed')) return 'broken';
  const start = facts.wslStart;
  const mode = start?.runningMode ?? null;
  if (mode === 'none' || start?.fallbackMode === 'None') return 'broken';
  if (mode === 'virtioproxy' || mode === 'consomme' || has('wsl-start-fell-back')) {
    // The mode that an administrator set for everybody is how this machine is meant to be.
    const isMeant = facts.wslconfig?.policy.defaultMode === 'VirtioProxy' && findings.length === 0;
    return isMeant ? 'healthy' : 'working-by-fallback';
  }
  if (start?.attempt === 'started' || (mode !== null && mode !== 'wsl1')) {
    // Where Windows itself is offline, nothing shows whether WSL would be online.
    return has('host-offline') ? 'unknown' : 'healthy';
  }
  // Nothing was started: hard facts may still tell, their absence may not.
  return findings.some(isHard) ? 'broken' : 'unknown';
}

/** What no WSL 2 network can do without. Other services and features matter only where something fails. */
const isHard = (finding: Finding): boolean =>
  hardFindings.has(finding.id) ||
  (finding.id === 'service-disabled' && neededServices.has(finding.data.service)) ||
  (finding.id === 'feature-off' && finding.data.feature === 'VirtualMachinePlatform');

const hardFindings: ReadonlySet<FindingId> = new Set([
  'wsl-not-installed',
  'vmms-switch-not-found',
  'hns-switch-creation-failed',
  'vmware-bridge-dll-missing',
  'service-missing',
  'device-install-forbidden',
  'wsl-forbidden-by-policy',
  'ics-forbidden-by-policy',
  'test-switch-failed',
]);

const neededServices: ReadonlySet<string> = new Set([
  'hns',
  'vmcompute',
  'WSLService',
  'SharedAccess',
  'mpssvc',
  'BFE',
  'NetSetupSvc',
  'DeviceInstall',
  'vfpext',
  'vmsmp',
]);
