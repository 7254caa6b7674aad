/** What probes learn of Windows' networking: adapters, bindings, addresses, ports, Winsock, policies. */
import type { ServiceName } from './ids.js';

export interface NetworkAdapter {
  readonly name: string;
  readonly description: string;
  /** Upper-case GUID without braces, null where Windows names none. */
  readonly interfaceGuid: string | null;
  /** Lower case: `vms_mp` is a virtual card of Hyper-V, `ms_bridgemp` a network bridge. */
  readonly componentId: string;
  readonly status: 'up' | 'disconnected' | 'disabled' | 'not-present' | 'other';
  readonly hidden: boolean;
  /** Device Manager's problem code: 0 works, 56 Windows is still setting it up; null where it was not told. */
  readonly problem: number | null;
}
export interface NetworkAdaptersFact {
  readonly adapters: readonly NetworkAdapter[];
}

/** The bridge of Windows between adapters, under its old and its new driver (microsoft/WSL#11389). */
export const isBridge = ({ componentId, status }: NetworkAdapter): boolean =>
  bridgeComponents.has(componentId) && status !== 'not-present';
const bridgeComponents: ReadonlySet<string> = new Set([
  'ms_bridgemp',
  'ms_bridge',
  'compositebus\\ms_implat_mp',
]);

export interface AdapterBinding {
  readonly adapter: string;
  /** Lower case: `vmware_bridge`, `vms_pp` (Hyper-V's switch), `insecure_npcap`, filters of VPNs and scanners. */
  readonly componentId: string;
  readonly enabled: boolean;
}
export interface AdapterBindingsFact {
  readonly bindings: readonly AdapterBinding[];
}

export interface NotifyObject {
  /** What Windows calls the component, else its class. */
  readonly component: string;
  readonly dll: string;
}
/** DLLs that Windows calls when network components change, VMware's bridge aside. */
export interface NotifyObjectsFact {
  readonly count: number;
  /** Those whose file is gone. */
  readonly dead: readonly NotifyObject[];
}

/** NAT networks of Windows itself (`Get-NetNat`); WSL's own is not among them. */
export interface NetNatFact {
  readonly networks: readonly { readonly name: string; readonly prefix: string }[];
}

export interface PortOwner {
  readonly address: string;
  readonly pid: number;
  /** The program's name without `.exe`, empty where it cannot be told. */
  readonly process: string;
  /** The service that it is; absent where it is none, or several. */
  readonly service?: ServiceName;
}
/** Only who holds it on every address is in the way; svchost is connection sharing itself (microsoft/WSL#4364). */
export const isInTheWay = ({ address, process }: PortOwner): boolean =>
  (address === '0.0.0.0' || address === '::') && process.toLowerCase() !== 'svchost';

/** Who listens on UDP port 53. */
export interface Port53Fact {
  readonly owners: readonly PortOwner[];
}

export type PortFamily = 'ipv4' | 'ipv6';
export type PortProtocol = 'tcp' | 'udp';
export interface DynamicPorts {
  readonly family: PortFamily;
  readonly protocol: PortProtocol;
  readonly start: number;
  readonly count: number;
}
export interface PortRange {
  readonly start: number;
  readonly end: number;
}
/** `netsh interface ipv4|ipv6 show dynamicport tcp|udp` and the TCP ranges that are reserved under IPv4. */
export interface PortRangesFact {
  readonly dynamic: readonly DynamicPorts[];
  readonly excluded: readonly PortRange[];
  /** Ports in the longest free row of the dynamic TCP range; mirrored mode wants 4096. */
  readonly largestFree: number;
}

export interface WinsockProvider {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  /** Put over others by other software (an LSP). */
  readonly layered: boolean;
}
export interface WinsockFact {
  readonly providers: readonly WinsockProvider[];
}

export interface FirewallProfile {
  readonly name: 'domain' | 'private' | 'public';
  readonly enabled: boolean;
  /** False where connections from outside are blocked whatever the rules say. */
  readonly inboundRulesCount: boolean;
  /** False where policy lets only its own rules count; then WSL's rules for DNS do not. */
  readonly localRulesCount: boolean;
}
export interface FirewallProfilesFact {
  readonly profiles: readonly FirewallProfile[];
}

/** Policies over the installation of devices, group policy and MDM alike. */
export interface DevicePolicyFact {
  /** Names of the policies in force that can keep a network adapter from being installed. */
  readonly forbidding: readonly string[];
  /** Every policy in force, these included. */
  readonly inForce: readonly string[];
}

/** What administrators forbid beside the networking mode (which is in `WslconfigFact.policy`). */
export interface PoliciesFact {
  /** Internet Connection Sharing may not be used (`NC_ShowSharedAccessUI` = 0). */
  readonly icsForbidden: boolean;
  readonly wslAllowed: boolean;
  readonly wsl1Allowed: boolean;
  readonly inboxWslAllowed: boolean;
}

/** What WSL keeps of its NAT network in the registry (wsl.md section 5); null where nothing is kept. */
export interface WslNatFact {
  readonly network: string | null;
  readonly gateway: string | null;
  readonly address: string | null;
  /** Alias of the one adapter to which the network is tied. */
  readonly externalInterface: string | null;
}

/** Whether Windows itself reaches the internet. */
export interface HostOnlineFact {
  readonly online: boolean;
}
