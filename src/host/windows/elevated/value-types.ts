/** The types of the values that a verb may carry. None of them can hold a path, an option or a second word. */

import { ipv4Prefix, netNatName, wslNetworkGuids } from '../../powershell-scripts.js';
import { testSwitchName } from '../../test-switch-scripts.js';

/** How one value looks in a message, and how as (part of) an argument. */
export interface ValueType {
  /** Whether a value from a message is one of this type. */
  fits(value: unknown): boolean;
  /** The value that an argument's text stands for; undefined where it is none. */
  read(text: string): string | number | undefined;
}

/**
 * A service that may be started, or stopped where nothing depends on it (the owner of port 53 can be any): its name, never
 * a display name.
 */
export const anyService = text(/^[A-Za-z][A-Za-z0-9_.-]{0,79}$/);

/**
 * Services that may be stopped with all that depends on them, or set to another start type: those that WSL's network stands
 * on (commands.md section 1), so that nobody switches a virus scanner off through us.
 */
export const networkService = oneOf(
  'hns',
  'vmcompute',
  'vmms',
  'hvhost',
  'nvagent',
  'CmService',
  'WSLService',
  'LxssManager',
  'SharedAccess',
  'winnat',
  'iphlpsvc',
  'Dhcp',
  'Dnscache',
  'mpssvc',
  'BFE',
  'nsi',
  'NetSetupSvc',
  'DeviceInstall',
  'RpcEptMapper',
  'winmgmt',
  'EventLog',
);

/** As `sc config … start=` spells them. */
export const startType = oneOf('boot', 'system', 'auto', 'delayed-auto', 'demand', 'disabled');

/** As the registry's `Start` value counts them. */
export const startNumber = count(4);

/** Index of a network interface. */
export const interfaceIndex = count(0xff_ff_ff);

/** `Interface metric`; 0 is automatic. */
export const metric = count(0xff_ff);

/** Place of a name server in the list, from 1. */
export const position = count(99);

/** A place in the range of ports, and how many: both are 16 bits. */
export const port = count(0xff_ff);

/** Minutes between restore points. */
export const minutes = count(999_999);

export const ipFamily = oneOf('ipv4', 'ipv6');
export const protocol = oneOf('tcp', 'udp');
export const launchType = oneOf('auto', 'off');

/** Features of Windows by their own names (commands.md R11). */
export const feature = oneOf(
  'VirtualMachinePlatform',
  'Microsoft-Windows-Subsystem-Linux',
  'Microsoft-Hyper-V-All',
  'Microsoft-Hyper-V',
  'HypervisorPlatform',
  'Containers',
);

/** The two networks that WSL makes. Nothing else in HNS is ours to touch. */
export const wslNetwork = oneOf(...wslNetworkGuids);

/** A NAT network's name: it stands between single quotes of a script, and holds none. */
export const netNat = text(netNatName);

/** `192.168.100.0/24` */
export const prefix = text(ipv4Prefix);

/** A virtual switch of our own. */
export const testSwitch = text(testSwitchName);

/** SHA-256 of something that the helper itself has kept. */
export const sha256 = text(/^[0-9a-f]{64}$/);

export const ipv4: ValueType = matching(isIpv4);

export const ipv4OrNone: ValueType = matching((value) => value === 'none' || isIpv4(value));

function text(pattern: RegExp): ValueType {
  return matching((value) => pattern.test(value));
}

/** Names of Windows have no case. */
function oneOf(...known: readonly string[]): ValueType {
  const names = new Set(known.map((name) => name.toLowerCase()));
  return matching((value) => names.has(value.toLowerCase()));
}

function matching(holds: (value: string) => boolean): ValueType {
  return {
    fits: (value) => typeof value === 'string' && holds(value),
    read: (value) => (holds(value) ? value : undefined),
  };
}

/** A whole number from 0 to the limit, written without zeros before it. */
function count(limit: number): ValueType {
  const fits = (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= limit;
  return {
    fits,
    read: (value) => (/^(0|[1-9]\d*)$/.test(value) && fits(Number(value)) ? Number(value) : undefined),
  };
}

function isIpv4(value: string): boolean {
  const parts = value.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}
