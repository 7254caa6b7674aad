import type { BitlockerFact } from '../domain/system-facts.js';
import { adminQuestion } from '../host/admin-questions.js';
import { recordsOf } from './json.js';
import { askWhereInstalled } from './machine.js';
import { Skip, type Probe } from './probe.js';

/** Whether a change of the boot configuration may ask for the recovery key at the next start. */
export const bitlockerProbe: Probe<'bitlocker'> = {
  id: 'bitlocker',
  fact: 'bitlocker',
  after: ['elevation'],
  elevation: 'admin',
  worker: 'own',
  usualMs: 2_000,
  timeoutMs: 15_000,
  async read(context) {
    const value = await askWhereInstalled(context, adminQuestion('bitlocker'), 'Get-BitLockerVolume');
    return value instanceof Skip ? value : { systemDrive: parseProtection(value) };
  },
  findings: () => [],
};

/** ProtectionStatus of the first volume: 0 off, 1 on, 2 unknown (a locked drive). */
export function parseProtection(value: unknown): BitlockerFact['systemDrive'] {
  const status = recordsOf(value)[0]?.ProtectionStatus;
  if (status === 1) return 'on';
  return status === 0 ? 'off' : 'unknown';
}
