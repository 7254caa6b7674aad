import type { HypervisorFact } from '../domain/system-facts.js';
import script from './hypervisor.ps1';
import { recordsOf } from './json.js';
import { askQuestion } from './machine.js';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** Whether the hypervisor runs, on which everything else stands. */
export const hypervisorProbe: Probe<'hypervisor'> = {
  id: 'hypervisor',
  fact: 'hypervisor',
  after: [],
  elevation: 'none',
  worker: 'own',
  usualMs: 2_000,
  timeoutMs: 16_000,
  async read(context) {
    const value = await askQuestion(context, {
      id: 'hypervisor',
      args: {},
      script,
      worker: 'own',
      elevation: 'none',
      timeoutMs: 15_000,
    });
    return value instanceof Skip ? value : parseHypervisor(value);
  },
  findings({ running, firmwareEnabled }, known) {
    if (running || wslWorks(known)) return [];
    const evidence = `HypervisorPresent = False, VirtualizationFirmwareEnabled = ${firmwareEnabled === true ? 'True' : 'False'}`;
    return [{ id: 'hypervisor-not-running', probe: 'hypervisor', data: { firmwareEnabled }, evidence }];
  },
};

/** What the firmware says means nothing while a hypervisor runs (commands.md section 1). */
export function parseHypervisor(value: unknown): HypervisorFact {
  const [record] = recordsOf(value);
  if (typeof record?.HypervisorPresent !== 'boolean')
    throw new Error('Windows did not say whether a hypervisor runs.');
  const running = record.HypervisorPresent;
  const firmware = record.VirtualizationFirmwareEnabled;
  return { running, firmwareEnabled: running || typeof firmware !== 'boolean' ? null : firmware };
}
