/** Every key that WSL knows (microsoft/WSL src/windows/common/WslCoreConfig.cpp, ParseConfigFile), with the type of its value. */

export type ValueType =
  'bool' | 'int' | 'size' | 'text' | 'path' | 'networkingMode' | 'reclaim' | 'mac' | 'ip' | 'ports';

const typeOfKey = {
  'wsl2.kernel': 'path',
  'wsl2.kernelCommandLine': 'text',
  'wsl2.kernelModules': 'path',
  'wsl2.memory': 'size',
  'wsl2.processors': 'int',
  'wsl2.debugConsole': 'bool',
  'wsl2.earlyBootLogging': 'bool',
  'wsl2.swap': 'size',
  'wsl2.swapFile': 'path',
  'wsl2.localhostForwarding': 'bool',
  'wsl2.nestedVirtualization': 'bool',
  'wsl2.virtio9p': 'bool',
  'wsl2.virtiofs': 'bool',
  'wsl2.kernelDebugPort': 'int',
  'wsl2.gpuSupport': 'bool',
  'wsl2.guiApplications': 'bool',
  'wsl2.systemDistro': 'path',
  'wsl2.telemetry': 'bool',
  'wsl2.vmIdleTimeout': 'int',
  'wsl2.debugConsoleLogFile': 'path',
  'wsl2.kernelBootTimeout': 'int',
  'wsl2.distributionStartTimeout': 'int',
  'wsl2.virtio': 'bool',
  'wsl2.hostFileSystemAccess': 'bool',
  'wsl2.mountDeviceTimeout': 'int',
  'wsl2.hardwarePerformanceCounters': 'bool',
  'wsl2.networkingMode': 'networkingMode',
  'wsl2.vmSwitch': 'text',
  'wsl2.macAddress': 'mac',
  'wsl2.dhcp': 'bool',
  'wsl2.dhcpTimeout': 'int',
  'wsl2.ipv6': 'bool',
  'wsl2.dnsProxy': 'bool',
  'wsl2.safeMode': 'bool',
  'wsl2.defaultVhdSize': 'size',
  'wsl2.crashDumpFolder': 'path',
  'wsl2.maxCrashDumpCount': 'int',
  'wsl2.dnsTunneling': 'bool',
  'wsl2.firewall': 'bool',
  'wsl2.autoProxy': 'bool',
  'wsl2.loadKernelModules': 'text',
  'wsl2.loadDefaultKernelModules': 'bool',
  'wsl2.isolateDistroCgroup': 'bool',
  'general.distributionInstallPath': 'path',
  'general.instanceIdleTimeout': 'int',
  'experimental.autoMemoryReclaim': 'reclaim',
  'experimental.sparseVhd': 'bool',
  'experimental.bestEffortDnsParsing': 'bool',
  'experimental.dnsTunnelingIpAddress': 'ip',
  'experimental.initialAutoProxyTimeout': 'int',
  'experimental.ignoredPorts': 'ports',
  'experimental.hostAddressLoopback': 'bool',
  'experimental.setVersionDebug': 'bool',
  'experimental.swiotlb': 'size',
  'experimental.virtioFsAggregateShares': 'bool',
} as const satisfies Record<string, ValueType>;

/** A key under its canonical name: `section.key` in WSL's own letter case. */
export type WslconfigKey = keyof typeof typeOfKey;

// `Object.keys` forgets the literal keys of a table that is closed.
export const wslconfigKeys = Object.keys(typeOfKey) as readonly WslconfigKey[];

/** The sections that hold keys. */
export const wslconfigSections = ['wsl2', 'general', 'experimental'] as const;

/** Whether a section, in any letter case, is one of them. */
export function isSection(name: string): boolean {
  return wslconfigSections.some((section) => section === name.toLowerCase());
}

/** Once experimental: WSL still takes these keys under the old header, as the same key. */
const aliases = {
  'experimental.networkingMode': 'wsl2.networkingMode',
  'experimental.dnsTunneling': 'wsl2.dnsTunneling',
  'experimental.firewall': 'wsl2.firewall',
  'experimental.autoProxy': 'wsl2.autoProxy',
} as const satisfies Record<string, WslconfigKey>;

const canonicalNames: ReadonlyMap<string, WslconfigKey> = new Map([
  ...wslconfigKeys.map((key) => [key.toLowerCase(), key] as const),
  ...Object.entries(aliases).map(([alias, key]) => [alias.toLowerCase(), key] as const),
]);

/** The key that WSL takes a `section.key` for, in any letter case; undefined where it knows none. */
export function findKey(name: string): WslconfigKey | undefined {
  return canonicalNames.get(name.toLowerCase());
}

export function valueTypeOf(key: WslconfigKey): ValueType {
  return typeOfKey[key];
}

/** `wsl2` of `wsl2.networkingMode`, and `networkingMode` of it. */
export function splitKey(key: WslconfigKey): { readonly section: string; readonly key: string } {
  const dot = key.indexOf('.');
  return { section: key.slice(0, dot), key: key.slice(dot + 1) };
}

/** First WSL version that knows a key, where older ones in use warn about it. Keys from after 2.9.4 carry the next version. */
const firstVersions: ReadonlyMap<WslconfigKey, string> = new Map([
  ['experimental.swiotlb', '2.8.12'],
  ['wsl2.isolateDistroCgroup', '2.9.5'],
  ['experimental.virtioFsAggregateShares', '2.9.5'],
]);

export function firstVersionOf(key: WslconfigKey): string | undefined {
  return firstVersions.get(key);
}

/** Whether a dotted version comes before another; parts that are missing count as 0. */
export function isOlder(version: string, than: string): boolean {
  const left = version.split('.').map(Number);
  const right = than.split('.').map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
