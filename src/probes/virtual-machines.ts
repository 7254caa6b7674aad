import { findService } from '../domain/facts.js';
import type { VirtualMachinesFact } from '../domain/system-facts.js';
import { adminQuestion } from '../host/admin-questions.js';
import { sanitizeLine } from '../host/sanitize.js';
import { recordsOf, textIn } from './json.js';
import { askWhereInstalled } from './machine.js';
import { Skip, type Probe } from './probe.js';

/** Hyper-V's virtual machines: they lose their network when the services of a switch stop. */
export const virtualMachinesProbe: Probe<'virtualMachines'> = {
  id: 'virtual-machines',
  fact: 'virtualMachines',
  after: ['elevation', 'services'],
  elevation: 'admin',
  worker: 'own',
  usualMs: 2_000,
  timeoutMs: 15_000,
  async read(context) {
    const { known } = context;
    if (known.services !== undefined && findService(known, 'vmms') === undefined)
      return new Skip({ code: 'not-on-this-edition' });
    const value = await askWhereInstalled(context, adminQuestion('virtual-machines'), 'Get-VM');
    return value instanceof Skip ? value : { machines: parseMachines(value) };
  },
  findings: () => [],
};

/** Names of .NET's enumeration, not words of a language. */
const states: Readonly<Record<string, VirtualMachinesFact['machines'][number]['state']>> = {
  running: 'running',
  off: 'off',
  saved: 'saved',
};

export function parseMachines(value: unknown): VirtualMachinesFact['machines'] {
  return recordsOf(value).map((record) => ({
    name: sanitizeLine(textIn(record, 'Name')),
    state: states[textIn(record, 'State').toLowerCase()] ?? 'other',
  }));
}
