/** Answers about network adapters and what is bound to them. */
import { isDisabled } from './network-components.js';
import type { World, WorldAdapter, WorldDevice, WorldHnsNetwork } from './world.js';

export const networkConfiguration = (world: World): unknown =>
  world.adapters.map((adapter) => adapterConfiguration(world, adapter));

function adapterConfiguration({ tcpip }: World, adapter: WorldAdapter): unknown {
  const leased = adapter.dhcp ? adapter.lease : null;
  return {
    InterfaceGuid: `{${adapter.guid}}`,
    InterfaceIndex: adapter.index,
    InterfaceAlias: adapter.alias,
    Dhcp: adapter.dhcp,
    Addresses: [...(leased?.addresses ?? []), ...adapter.addresses].map(({ address, prefixLength }) => ({
      IPAddress: address,
      PrefixLength: prefixLength,
    })),
    Gateways: [...(leased?.gateways ?? []), ...adapter.gateways],
    NameServers: adapter.nameServers,
    Metric: adapter.metric ?? adapter.automaticMetric,
    AutomaticMetric: adapter.metric === null,
    Routes: tcpip.routes
      .filter(({ interfaceIndex }) => interfaceIndex === adapter.index)
      .map(({ prefix, nextHop, metric }) => ({
        DestinationPrefix: prefix,
        NextHop: nextHop,
        RouteMetric: metric,
      })),
  };
}

export const adapterBindings = (world: World): unknown =>
  world.bindings.map(({ adapter, componentId, enabled }) => ({
    Name: adapter,
    ComponentID: componentId,
    Enabled: enabled,
  }));

/** Cards, ports of the switches that HNS made, and whatever else there is. */
export function networkAdapters(world: World): unknown {
  const cards = world.adapters.map((adapter): WorldDevice => {
    const { guid, index, description, componentId } = adapter;
    const status = world.online ? 'Up' : 'Disconnected';
    return { guid, index, name: adapter.alias, description, componentId, status, hidden: false, problem: 0 };
  });
  return [...cards, ...world.hnsNetworks.map(switchPort), ...world.devices].map((device) => ({
    Name: device.name,
    InterfaceDescription: device.description,
    InterfaceGuid: `{${device.guid}}`,
    Status: device.status,
    Hidden: device.hidden,
    ComponentID: device.componentId,
    Problem: problemOf(world, device),
  }));
}

/** The adapter through which Windows itself is on a switch. */
const switchPort = (network: WorldHnsNetwork, at: number): WorldDevice => ({
  guid: network.id,
  index: 40 + at,
  name: `vEthernet (${network.switchName})`,
  description: at === 0 ? 'Hyper-V Virtual Ethernet Adapter' : `Hyper-V Virtual Ethernet Adapter #${at + 1}`,
  componentId: 'vms_mp',
  status: 'Up',
  hidden: false,
  problem: 0,
});

/** Without the Network Setup Service Windows never ends setting a device up (case ukleja-code56-netsetupsvc). */
const problemOf = (world: World, device: WorldDevice): number =>
  device.problem === 56 && !isDisabled(world, 'NetSetupSvc') ? 0 : device.problem;
