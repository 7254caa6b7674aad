/** The only list of the practice worlds, in the order in which they are offered. */
import { classic80041002 } from './classic-80041002.js';
import { classic80041002zh } from './classic-80041002-zh.js';
import { comodoFilter } from './comodo-filter.js';
import { consommeFallback } from './consomme-fallback.js';
import { constrainedLanguage } from './constrained-language.js';
import { debloated } from './debloated.js';
import { devicePolicyDe } from './device-policy-de.js';
import { dhcpClientDisabled } from './dhcp-client-disabled.js';
import { firewallOffZh } from './firewall-off-zh.js';
import { healthy } from './healthy.js';
import { healthyDe, healthyEs, healthyJa, healthyRu, healthyZh } from './healthy-languages.js';
import { hnsDeniedJa } from './hns-denied-ja.js';
import { hnsDisabledDe } from './hns-disabled-de.js';
import { hnsHangs } from './hns-hangs.js';
import { hnsLostPort } from './hns-lost-port.js';
import { hnsPhantomEs } from './hns-phantom-es.js';
import { homeVmwareZh } from './home-vmware-zh.js';
import { hostOffline } from './host-offline.js';
import { hypervDamagedJa } from './hyperv-damaged-ja.js';
import { hypervisorOffDe } from './hypervisor-off-de.js';
import { icsDisabledServer } from './ics-disabled-server.js';
import { inboxWsl } from './inbox-wsl.js';
import { interfaceConstraint } from './interface-constraint.js';
import { modePolicyDe } from './mode-policy-de.js';
import { netnatLeftoverRu } from './netnat-leftover-ru.js';
import { networkBridgeDe } from './network-bridge-de.js';
import { networkSetupDisabled } from './network-setup-disabled.js';
import { noAdaptersRu } from './no-adapters-ru.js';
import { noAdmin80041002 } from './no-admin-80041002.js';
import { noDistro } from './no-distro.js';
import { noWsl } from './no-wsl.js';
import { platformOffEs } from './platform-off-es.js';
import { port53Taken } from './port-53-taken.js';
import { portsFragmentedZh } from './ports-fragmented-zh.js';
import { twoVmwareIcs } from './two-vmware-ics.js';
import { twoVmwareNetsetup } from './two-vmware-netsetup.js';
import { unknown80041002 } from './unknown-80041002.js';
import { updateHalfDoneEs } from './update-half-done-es.js';
import { updateRegression } from './update-regression.js';
import { vmSilent } from './vm-silent.js';
import { vmwareLeftover } from './vmware-leftover.js';
import { vmwareUpgrade } from './vmware-upgrade.js';
import { winsockProviderZh } from './winsock-provider-zh.js';
import { wmiBroken } from './wmi-broken.js';
import { wslFilesMissing } from './wsl-files-missing.js';
import { wslServiceDisabledRu } from './wsl-service-disabled-ru.js';
import { wslconfigMisplaced } from './wslconfig-misplaced.js';
import { wslconfigSwitchZh } from './wslconfig-switch-zh.js';
import type { WorldDefinition } from './definition.js';

export const worlds: readonly WorldDefinition[] = [
  healthy,
  classic80041002,
  unknown80041002,
  vmwareLeftover,
  classic80041002zh,
  noAdmin80041002,
  vmwareUpgrade,
  homeVmwareZh,
  comodoFilter,
  devicePolicyDe,
  networkSetupDisabled,
  debloated,
  hypervDamagedJa,
  wmiBroken,
  noAdaptersRu,
  networkBridgeDe,
  hnsDisabledDe,
  hnsHangs,
  hnsPhantomEs,
  hnsLostPort,
  hnsDeniedJa,
  icsDisabledServer,
  firewallOffZh,
  dhcpClientDisabled,
  platformOffEs,
  port53Taken,
  portsFragmentedZh,
  netnatLeftoverRu,
  interfaceConstraint,
  winsockProviderZh,
  wslServiceDisabledRu,
  wslFilesMissing,
  inboxWsl,
  wslconfigSwitchZh,
  wslconfigMisplaced,
  hypervisorOffDe,
  updateRegression,
  updateHalfDoneEs,
  hostOffline,
  vmSilent,
  consommeFallback,
  modePolicyDe,
  constrainedLanguage,
  twoVmwareNetsetup,
  twoVmwareIcs,
  noWsl,
  noDistro,
  healthyZh,
  healthyDe,
  healthyJa,
  healthyRu,
  healthyEs,
];

export const worldIds: readonly string[] = worlds.map((world) => world.id);

export function findWorld(id: string): WorldDefinition | undefined {
  return worlds.find((world) => world.id === id);
}
