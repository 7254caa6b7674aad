/**
 * `netsh interface ipv4 set|add address|dnsservers|route|interface …` with `key=value` arguments. An adapter is named by
 * its alias or its index. They need elevation, take effect at once, and print nothing but an empty line.
 */
import { isAddress, maskToPrefix } from '../addresses.js';
import { type ProgramCall, lines, unknownArgv } from '../program.js';
import type { World, WorldAdapter } from '../world.js';

type Values = Readonly<Record<string, string>>;
/** What is wrong with the arguments, or null where the change was made. */
type Refusal = 'invalid-interface' | 'invalid-parameter' | 'exists' | null;
type Change = (world: World, values: Values) => Refusal;

const changes: Readonly<Record<string, { readonly keys: readonly string[]; readonly change: Change }>> = {
  'set address': {
    keys: ['name', 'source', 'address', 'mask', 'gateway', 'gwmetric', 'store'],
    change: setAddress,
  },
  'add address': { keys: ['name', 'address', 'mask', 'gateway', 'gwmetric', 'store'], change: addAddress },
  'set dnsservers': {
    keys: ['name', 'source', 'address', 'register', 'validate'],
    change: setNameServers,
  },
  'add dnsservers': { keys: ['name', 'address', 'index', 'validate'], change: addNameServer },
  'add route': {
    keys: ['prefix', 'interface', 'nexthop', 'metric', 'publish', 'store'],
    change: addRoute,
  },
  'set interface': { keys: ['interface', 'metric', 'store'], change: setInterface },
};

export async function changeSettings(call: ProgramCall, args: readonly string[]): Promise<number> {
  const known = changes[args.slice(0, 2).join(' ')];
  const values = keyValues(args.slice(2));
  if (
    known === undefined ||
    values === undefined ||
    !Object.keys(values).every((key) => known.keys.includes(key))
  )
    throw unknownArgv('netsh.exe', call.args);
  await call.wait(200);
  if (!call.look().elevated) return refuse(call, call.text.netsh.needsElevation);
  const refusal = call.change((world) => known.change(world, values));
  call.midway();
  switch (refusal) {
    case null:
      call.say('stdout', lines(''));
      return 0;
    case 'invalid-interface':
      return refuse(call, call.text.netsh.invalidInterface);
    case 'exists':
      return refuse(call, call.text.netsh.objectExists);
    case 'invalid-parameter':
      return refuse(call, call.text.error(87));
  }
}

function refuse(call: ProgramCall, sentence: string): number {
  call.say('stdout', lines(sentence, ''));
  return 1;
}

function keyValues(args: readonly string[]): Values | undefined {
  const pairs = args.map((arg) => /^([a-z]+)=(.*)$/i.exec(arg));
  if (pairs.some((pair) => pair === null)) return undefined;
  return Object.fromEntries(pairs.map((pair) => [(pair?.[1] ?? '').toLowerCase(), pair?.[2] ?? '']));
}

function setAddress(world: World, values: Values): Refusal {
  const adapter = adapterNamed(world, values.name);
  if (adapter === undefined) return 'invalid-interface';
  if (values.source === 'dhcp') {
    Object.assign(adapter, { dhcp: true, addresses: [], gateways: [] });
    return null;
  }
  const address = addressIn(values);
  if (address === undefined || (values.gateway !== undefined && !isGateway(values.gateway)))
    return 'invalid-parameter';
  adapter.dhcp = false;
  adapter.addresses = [address];
  adapter.gateways = values.gateway === undefined || values.gateway === 'none' ? [] : [values.gateway];
  return null;
}

function addAddress(world: World, values: Values): Refusal {
  const adapter = adapterNamed(world, values.name);
  if (adapter === undefined) return 'invalid-interface';
  if (values.address !== undefined) {
    const address = addressIn(values);
    if (address === undefined) return 'invalid-parameter';
    if (adapter.addresses.some((each) => each.address === address.address)) return 'exists';
    adapter.dhcp = false;
    adapter.addresses.push(address);
  }
  if (values.gateway !== undefined) {
    if (!isAddress(values.gateway)) return 'invalid-parameter';
    if (adapter.gateways.includes(values.gateway)) return 'exists';
    adapter.gateways.push(values.gateway);
  }
  return null;
}

function setNameServers(world: World, values: Values): Refusal {
  const adapter = adapterNamed(world, values.name);
  if (adapter === undefined) return 'invalid-interface';
  const none = values.source === 'dhcp' || values.address === 'none';
  if (!none && !isAddress(values.address ?? '')) return 'invalid-parameter';
  adapter.nameServers = none ? [] : [values.address ?? ''];
  return null;
}

function addNameServer(world: World, values: Values): Refusal {
  const adapter = adapterNamed(world, values.name);
  if (adapter === undefined) return 'invalid-interface';
  const { address = '' } = values;
  if (!isAddress(address)) return 'invalid-parameter';
  if (adapter.nameServers.includes(address)) return 'exists';
  const at = values.index === undefined ? adapter.nameServers.length : Number(values.index) - 1;
  adapter.nameServers.splice(at, 0, address);
  return null;
}

function addRoute(world: World, values: Values): Refusal {
  const adapter = adapterNamed(world, values.interface);
  if (adapter === undefined) return 'invalid-interface';
  const { prefix = '', nexthop = '0.0.0.0' } = values;
  if (!/^[\d.]+\/\d{1,2}$/.test(prefix) || !isAddress(nexthop)) return 'invalid-parameter';
  if (prefix === '0.0.0.0/0') {
    if (adapter.gateways.includes(nexthop)) return 'exists';
    adapter.gateways.push(nexthop);
    return null;
  }
  const route = {
    prefix,
    interfaceIndex: adapter.index,
    nextHop: nexthop,
    metric: Number(values.metric ?? 1),
  };
  if (world.tcpip.routes.some((each) => each.prefix === prefix && each.nextHop === nexthop)) return 'exists';
  world.tcpip.routes.push(route);
  return null;
}

function setInterface(world: World, values: Values): Refusal {
  const adapter = adapterNamed(world, values.interface);
  if (adapter === undefined) return 'invalid-interface';
  const metric = Number(values.metric);
  if (!Number.isInteger(metric)) return 'invalid-parameter';
  adapter.metric = metric === 0 ? null : metric;
  return null;
}

function adapterNamed(world: World, name = ''): WorldAdapter | undefined {
  return world.adapters.find(
    (adapter) => adapter.alias.toLowerCase() === name.toLowerCase() || `${adapter.index}` === name,
  );
}

function addressIn(values: Values): { address: string; prefixLength: number } | undefined {
  const { address = '', mask = '255.255.255.0' } = values;
  const prefixLength = /^\d{1,2}$/.test(mask) ? Number(mask) : maskToPrefix(mask);
  return isAddress(address) && prefixLength !== undefined ? { address, prefixLength } : undefined;
}

const isGateway = (gateway: string): boolean => gateway === 'none' || isAddress(gateway);
