/** The keys of the registry that mirror a world's state. Writing them changes the state. */
import { maskToPrefix, prefixToMask } from './addresses.js';
import { distroFolder } from './virtual-disks.js';
import type { RegistryValue, StartType, World, WorldAdapter, WorldService } from './world.js';

type Keys = Record<string, Record<string, RegistryValue>>;

const machine = 'HKEY_LOCAL_MACHINE';
const control = `${machine}\\SYSTEM\\CurrentControlSet\\Control`;
const services = `${machine}\\SYSTEM\\CurrentControlSet\\Services`;
const currentVersion = `${machine}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion`;
const lxss = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Lxss';
const winsockEntries = `${services}\\WinSock2\\Parameters\\Protocol_Catalog9\\Catalog_Entries64`;

export function derivedKeys(world: World): Keys {
  return {
    ...windowsKeys(world),
    ...Object.fromEntries(
      world.services.map((service) => [`${services}\\${service.name}`, serviceValues(service)]),
    ),
    ...hnsKeys(world),
    ...tcpipKeys(world),
    ...winsockKeys(world),
    ...wslKeys(world),
    ...accountKeys(world),
    ...pendingRestartKeys(world),
  };
}

/** True where the value was state of the machine and the state was changed. */
export function writeDerived(world: World, key: string, name: string, value: RegistryValue): boolean {
  const path = key.toLowerCase();
  const item = name.toLowerCase();
  if (path === `hkey_current_user\\${lxss}`.toLowerCase() && item === 'defaultversion') {
    if (value.type === 'REG_DWORD') world.wsl.defaultVersion = value.data === 1 ? 1 : 2;
    return true;
  }
  const service = world.services.find((each) => `${services}\\${each.name}`.toLowerCase() === path);
  if (service !== undefined && item === 'start' && value.type === 'REG_DWORD') {
    service.startType = startTypes[value.data] ?? service.startType;
    return true;
  }
  if (path.startsWith(winsockEntries.toLowerCase())) {
    writeWinsockEntry(world, Number(key.slice(key.lastIndexOf('\\') + 1)), item, value);
    return true;
  }
  const adapter = world.adapters.find((each) => path.endsWith(`\\interfaces\\{${each.guid}}`.toLowerCase()));
  if (adapter !== undefined && writeInterfaceValue(adapter, item, value)) return true;
  // The import of a saved key writes back what is derived here; the rest follows from other state.
  const derived = Object.entries(derivedKeys(world)).find(([known]) => known.toLowerCase() === path)?.[1];
  return derived !== undefined && Object.keys(derived).some((known) => known.toLowerCase() === item);
}

export function removeDerived(world: World, key: string): void {
  if (key.toLowerCase() === hnsState.toLowerCase())
    Object.assign(world.faults.hns, { state: 'consistent', cleared: true });
  if (key.toLowerCase() === `${machine}\\${lxss}\\MSI`.toLowerCase()) world.wsl.flavour = 'none';
}

/** Newer Windows keeps what HNS remembers here (case wsl-12909); what is below it is not known. */
const hnsState = `${services}\\hns\\State`;

function hnsKeys(world: World): Keys {
  if (world.faults.hns.cleared || !world.services.some(({ name }) => name === 'hns')) return {};
  const networks = world.hnsNetworks.map((network): [string, Record<string, RegistryValue>] => [
    `${hnsState}\\Networks\\${network.id}`,
    { Name: text(network.name) },
  ]);
  return { [hnsState]: {}, ...Object.fromEntries(networks) };
}

const startTypes: readonly StartType[] = ['boot', 'system', 'automatic', 'manual', 'disabled'];

const text = (data: string): RegistryValue => ({ type: 'REG_SZ', data });
const expand = (data: string): RegistryValue => ({ type: 'REG_EXPAND_SZ', data });
const number = (data: number): RegistryValue => ({ type: 'REG_DWORD', data });
const list = (data: string[]): RegistryValue => ({ type: 'REG_MULTI_SZ', data });

function windowsKeys(world: World): Keys {
  const { windows, codePages, user } = world;
  return {
    [currentVersion]: {
      // It says 10 on Windows 11 too: the build decides (commands.md section 1).
      ProductName: text(windows.edition === 'Core' ? 'Windows 10 Home' : 'Windows 10 Pro'),
      EditionID: text(windows.edition),
      InstallationType: text(windows.installationType),
      CurrentBuild: text(`${windows.build}`),
      CurrentBuildNumber: text(`${windows.build}`),
      UBR: number(windows.revision),
      ...(windows.displayVersion === null ? {} : { DisplayVersion: text(windows.displayVersion) }),
    },
    [`${currentVersion}\\ProfileList\\${user.sid}`]: { ProfileImagePath: expand(user.profile) },
    [`${control}\\Session Manager\\Environment`]: { PROCESSOR_ARCHITECTURE: text(windows.architecture) },
    [`${control}\\Nls\\CodePage`]: { ACP: text(`${codePages.ansi}`), OEMCP: text(`${codePages.oem}`) },
    [`${control}\\ComputerName\\ComputerName`]: { ComputerName: text(windows.computerName) },
  };
}

function serviceValues(service: WorldService): Record<string, RegistryValue> {
  const type = service.type === 'driver' ? 1 : service.type === 'own' ? 0x10 : 0x20;
  return {
    Type: number(type),
    Start: number(startTypes.indexOf(service.startType)),
    ErrorControl: number(1),
    DisplayName: text(service.displayName.en),
    ...(service.dependencies.length === 0 ? {} : { DependOnService: list(service.dependencies) }),
  };
}

function tcpipKeys(world: World): Keys {
  const parameters = `${services}\\Tcpip\\Parameters`;
  const interfaces = world.adapters.map((adapter): [string, Record<string, RegistryValue>] => [
    `${parameters}\\Interfaces\\{${adapter.guid.toLowerCase()}}`,
    interfaceValues(adapter),
  ]);
  return {
    [parameters]: {
      HostName: text(world.windows.computerName),
      DataBasePath: expand('%SystemRoot%\\System32\\drivers\\etc'),
    },
    ...Object.fromEntries(interfaces),
    [`${services}\\Tcpip6\\Parameters`]: { DisabledComponents: number(0) },
    [`${services}\\NetBT\\Parameters`]: { EnableLMHOSTS: number(1) },
  };
}

function interfaceValues(adapter: WorldAdapter): Record<string, RegistryValue> {
  return {
    EnableDHCP: number(adapter.dhcp ? 1 : 0),
    NameServer: text(adapter.nameServers.join(',')),
    IPAddress: list(adapter.addresses.map(({ address }) => address)),
    SubnetMask: list(adapter.addresses.map(({ prefixLength }) => prefixToMask(prefixLength))),
    DefaultGateway: list(adapter.gateways),
  };
}

function writeInterfaceValue(adapter: WorldAdapter, item: string, value: RegistryValue): boolean {
  if (item === 'enabledhcp' && value.type === 'REG_DWORD') adapter.dhcp = value.data !== 0;
  else if (item === 'nameserver' && value.type === 'REG_SZ')
    adapter.nameServers = value.data.split(',').filter((each) => each !== '');
  else if (item === 'defaultgateway' && value.type === 'REG_MULTI_SZ') adapter.gateways = value.data;
  else if (item === 'ipaddress' && value.type === 'REG_MULTI_SZ')
    adapter.addresses = value.data.map((address, at) => ({
      address,
      prefixLength: adapter.addresses[at]?.prefixLength ?? 24,
    }));
  else if (item === 'subnetmask' && value.type === 'REG_MULTI_SZ')
    adapter.addresses = adapter.addresses.map(({ address }, at) => ({
      address,
      prefixLength: maskToPrefix(value.data[at] ?? '') ?? 24,
    }));
  else return false;
  return true;
}

function winsockKeys(world: World): Keys {
  const entries = world.winsock.providers.map((provider): [string, Record<string, RegistryValue>] => [
    `${winsockEntries}\\${`${provider.id}`.padStart(12, '0')}`,
    {
      ProtocolName: text(provider.name),
      LibraryPath: expand(provider.path),
      ChainLength: number(provider.layered ? 2 : 1),
    },
  ]);
  return {
    [`${services}\\WinSock2\\Parameters`]: { WinSock_Registry_Version: text('2.0') },
    ...Object.fromEntries(entries),
  };
}

function writeWinsockEntry(world: World, id: number, item: string, value: RegistryValue): void {
  let provider = world.winsock.providers.find((each) => each.id === id);
  if (provider === undefined) {
    provider = { id, name: '', path: '', layered: false };
    world.winsock.providers.push(provider);
  }
  if (item === 'protocolname' && value.type === 'REG_SZ') provider.name = value.data;
  if (item === 'librarypath' && value.type === 'REG_EXPAND_SZ') provider.path = value.data;
  if (item === 'chainlength' && value.type === 'REG_DWORD') provider.layered = value.data !== 1;
}

function wslKeys(world: World): Keys {
  const { wsl } = world;
  if (wsl.flavour === 'none') return {};
  const keys: Keys = { [`HKEY_CURRENT_USER\\${lxss}`]: { DefaultVersion: number(wsl.defaultVersion) } };
  for (const distro of wsl.distros) {
    keys[`HKEY_CURRENT_USER\\${lxss}\\{${distro.guid}}`] = {
      DistributionName: text(distro.name),
      State: number(1),
      Version: number(2),
      Flags: number(distro.version === 2 ? 0xf : 0x7),
      BasePath: text(distroFolder(world, distro)),
    };
    if (distro.isDefault)
      keys[`HKEY_CURRENT_USER\\${lxss}`] = {
        ...keys[`HKEY_CURRENT_USER\\${lxss}`],
        DefaultDistribution: text(`{${distro.guid}}`),
      };
  }
  if (wsl.flavour === 'store' && wsl.version !== null)
    keys[`${machine}\\${lxss}\\MSI`] = {
      InstallLocation: text('C:\\Program Files\\WSL\\'),
      Version: text(wsl.version),
    };
  return keys;
}

/** The hives of those who are signed in: what is the person's own is there under the SID too. */
function accountKeys(world: World): Keys {
  const own = Object.entries(wslKeys(world)).flatMap(([key, values]) =>
    key.startsWith('HKEY_CURRENT_USER')
      ? [[key.replace('HKEY_CURRENT_USER', `HKEY_USERS\\${world.user.sid}`), values] as const]
      : [],
  );
  return {
    'HKEY_USERS\\.DEFAULT\\Control Panel': {},
    'HKEY_USERS\\S-1-5-18\\Control Panel': {},
    [`HKEY_USERS\\${world.user.sid}\\Control Panel`]: {},
    ...Object.fromEntries(own),
  };
}

function pendingRestartKeys(world: World): Keys {
  const base = `${machine}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion`;
  return {
    ...(world.pendingRestart.componentServicing
      ? { [`${base}\\Component Based Servicing\\RebootPending`]: {} }
      : {}),
    ...(world.pendingRestart.windowsUpdate
      ? { [`${base}\\WindowsUpdate\\Auto Update\\RebootRequired`]: {} }
      : {}),
  };
}
