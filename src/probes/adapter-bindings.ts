import type { AdapterBinding } from '../domain/network-facts.js';
import { sanitizeLine } from '../host/sanitize.js';
import script from './adapter-bindings.ps1';
import { recordsOf, textIn } from './json.js';
import { askQuestion } from './machine.js';
import { Skip, type Probe } from './probe.js';
import { wslWorks } from './wsl-works.js';

/** Which network components sit on the adapters: VMware's bridge, Hyper-V's switch, Npcap, filters. */
export const adapterBindingsProbe: Probe<'adapterBindings'> = {
  id: 'adapter-bindings',
  fact: 'adapterBindings',
  after: ['vmware-bridge'],
  elevation: 'none',
  worker: 'shared',
  usualMs: 3_000,
  timeoutMs: 20_000,
  async read(context) {
    const value = await askQuestion(context, {
      id: 'adapter-bindings',
      args: {},
      script,
      worker: 'shared',
      elevation: 'none',
      timeoutMs: 18_000,
    });
    return value instanceof Skip ? value : { bindings: parseBindings(value) };
  },
  findings({ bindings }, known) {
    // A VMware that is installed has its bridge there by right.
    if (wslWorks(known) || known.vmwareBridge === undefined || known.vmwareBridge.vmwareInstalled) return [];
    const bound = bindings.find(({ componentId, enabled }) => enabled && componentId === 'vmware_bridge');
    if (bound === undefined) return [];
    return [
      {
        id: 'vmware-bridge-bound',
        probe: 'adapter-bindings',
        data: { adapter: bound.adapter },
        evidence: `${bound.adapter}: vmware_bridge`,
      },
    ];
  },
};

export function parseBindings(value: unknown): readonly AdapterBinding[] {
  return recordsOf(value).map((record) => ({
    adapter: sanitizeLine(textIn(record, 'Name')),
    componentId: sanitizeLine(textIn(record, 'ComponentID')).toLowerCase(),
    enabled: record.Enabled === true,
  }));
}
