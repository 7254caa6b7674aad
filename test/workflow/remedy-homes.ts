/** For every remedy a practice machine on which it may be carried out, and has something to do. */
import type { RemedyId } from '../../src/domain/ids.js';
import { openPracticeMachine, type PracticeMachine } from './carry-out-remedy.js';

const homes: Partial<Record<RemedyId, string>> = {
  'wslconfig-correct': 'wslconfig-misplaced',
  'wslconfig-nat': 'wslconfig-switch-zh',
  'wslconfig-mirrored': 'healthy',
  'enable-service': 'debloated',
  'enable-virtual-machine-platform': 'platform-off-es',
  'hypervisor-enable': 'hypervisor-off-de',
  'free-port-53': 'port-53-taken',
  'netnat-remove': 'netnat-leftover-ru',
  'ephemeral-ports-widen': 'healthy',
  'hns-network-remove': 'healthy',
  'hyperv-mof-recompile': 'wmi-broken',
  'hyperv-reinstall': 'hyperv-damaged-ja',
  'vmware-repair-guide': 'vmware-upgrade',
  'security-software-guide': 'comodo-filter',
  'device-policy-guide': 'device-policy-de',
};

export const homeOf = (id: RemedyId): string => homes[id] ?? 'vmware-leftover';

/** Two remedies are not offered on any machine as the worlds are made. */
export function openHome(id: RemedyId): Promise<PracticeMachine> {
  return openPracticeMachine(homeOf(id), (world) => {
    if (id === 'ephemeral-ports-widen') world.ports.dynamic['ipv4 tcp'] = { start: 1024, count: 2000 };
    if (id === 'hns-network-remove')
      world.hnsNetworks.push({
        id: '790E58B4-7939-4434-9358-89AE7DDBE87E',
        name: 'WSL (Hyper-V firewall)',
        type: 'ICS',
        switchName: 'WSL (Hyper-V firewall)',
        persistent: false,
      });
  });
}
