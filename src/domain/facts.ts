/**
 * What probes learn: typed and locale-independent. A fact is absent where its probe did not end with `ok` or `finding`.
 */
import type { ServiceName } from './ids.js';
import type {
  AdapterBindingsFact,
  DevicePolicyFact,
  FirewallProfilesFact,
  HostOnlineFact,
  NetNatFact,
  NetworkAdaptersFact,
  NotifyObjectsFact,
  PoliciesFact,
  Port53Fact,
  PortRangesFact,
  WinsockFact,
  WslNatFact,
} from './network-facts.js';
import type {
  BitlockerFact,
  BootConfigurationFact,
  HypervisorFact,
  OptionalFeaturesFact,
  ProfileOwnerFact,
  RestorePointsFact,
  RunningSoftwareFact,
  SecuritySoftwareFact,
  StorageFact,
  TestSwitchFact,
  VirtualMachinesFact,
  WmiRepositoryFact,
  WmiSwitchServiceFact,
  WslInstallFact,
} from './system-facts.js';

export interface WindowsFact {
  readonly build: number;
  readonly revision: number;
  /** `EditionID`: Professional, Core (Home), Enterprise, ServerStandard … */
  readonly edition: string;
  /** `22H2`, or null on builds that have none. */
  readonly displayVersion: string | null;
  readonly installationType: string;
  readonly architecture: string;
  /** When Windows last started, milliseconds since 1970; null where it could not be read. */
  readonly bootTime: number | null;
}

export interface ElevationFact {
  readonly elevated: boolean;
  readonly remoteSession: boolean;
}

export interface WslFact {
  readonly flavour: 'store' | 'inbox' | 'none';
  /** Dotted version of a store WSL, else null. */
  readonly version: string | null;
  readonly kernel: string | null;
}

export interface Distro {
  readonly name: string;
  readonly version: 1 | 2;
  readonly state: 'stopped' | 'running' | 'busy';
  readonly isDefault: boolean;
}
export interface DistrosFact {
  readonly distros: readonly Distro[];
  /** The version that new distros get (`wsl --set-default-version`); null where nothing was ever set. */
  readonly defaultVersion: 1 | 2 | null;
}

export type ServiceState =
  'stopped' | 'start-pending' | 'stop-pending' | 'running' | 'continue-pending' | 'pause-pending' | 'paused';
export type StartType = 'boot' | 'system' | 'automatic' | 'manual' | 'disabled';
export interface ServiceFact {
  readonly name: ServiceName;
  readonly installed: boolean;
  readonly state: ServiceState | null;
  readonly startType: StartType | null;
  /** Services (not drivers) that depend on it, with their states now. */
  readonly dependents: readonly { readonly name: ServiceName; readonly state: ServiceState }[];
  /** Services and drivers that it needs; told of hns and vmcompute only. */
  readonly dependencies?: readonly ServiceName[];
}
export interface ServicesFact {
  readonly services: readonly ServiceFact[];
}

export interface EventRecord {
  readonly log: string;
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly level: number;
  /** `0x` and eight lower-case digits, every HRESULT found in the event's data. */
  readonly codes: readonly string[];
  /** The event's text or data, cleaned for the screen; may be localised. */
  readonly text: string;
}
export interface EventsFact {
  /** `absent`: the log does not exist (no Hyper-V role). */
  readonly log: 'read' | 'absent';
  readonly events: readonly EventRecord[];
}

export interface HnsNetwork {
  /** Upper-case GUID without braces. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly switchName: string | null;
}
export interface HnsNetworksFact {
  readonly networks: readonly HnsNetwork[];
}

export interface VmwareBridgeFact {
  /** Path of the notify object's DLL as registered, null where nothing is registered. */
  readonly dll: string | null;
  readonly dllExists: boolean | null;
  readonly vmwareInstalled: boolean;
}

export type NetworkingMode = 'None' | 'Nat' | 'Bridged' | 'Mirrored' | 'VirtioProxy';

export interface WslconfigFact {
  readonly path: string;
  readonly exists: boolean;
  /** SHA-256 of the bytes, null where there is no file. */
  readonly sha256: string | null;
  readonly networkingMode: NetworkingMode;
  /** Line of the accepted networkingMode setting, null where none counts. */
  readonly line: number | null;
  readonly warnings: readonly { readonly line: number; readonly id: string }[];
  /** HKLM\Software\Policies\WSL, which overrules the file (wsl.md section 5). `None` is always allowed. */
  readonly policy: { readonly defaultMode: NetworkingMode | null; readonly userModeAllowed: boolean };
}

export interface AdapterConfiguration {
  /** Upper-case GUID without braces: the name that survives a rename. */
  readonly interfaceGuid: string;
  readonly interfaceIndex: number;
  readonly name: string;
  readonly dhcp: boolean;
  readonly addresses: readonly { readonly address: string; readonly prefixLength: number }[];
  readonly gateways: readonly string[];
  /** Statically set name servers. */
  readonly nameServers: readonly string[];
  readonly metric: number | null;
  /** Persistent routes through it, default ones aside; absent in journals of versions that did not record them. */
  readonly routes?: readonly StaticRoute[];
}
export interface StaticRoute {
  /** `10.8.0.0/16` */
  readonly prefix: string;
  readonly nextHop: string;
  readonly metric: number;
}
export interface NetworkConfigurationFact {
  readonly adapters: readonly AdapterConfiguration[];
}

export interface PendingRestartFact {
  readonly componentServicing: boolean;
  readonly windowsUpdate: boolean;
}

export interface WslStartFact {
  /** `not-attempted`: a distro runs already, or there is nothing to start. */
  readonly attempt: 'started' | 'failed' | 'not-attempted';
  /** The distro that was started or asked. */
  readonly distro: string | null;
  readonly exitCode: number | null;
  /** Error code path as printed, for instance `Wsl/Service/…/HNS/0x80041002`. */
  readonly codePath: string | null;
  readonly hresult: string | null;
  readonly failedMode: NetworkingMode | null;
  readonly fallbackMode: NetworkingMode | null;
  /** What `wslinfo --networking-mode` says: nat, mirrored, virtioproxy, consomme, none, bridged, wsl1. */
  readonly runningMode: string | null;
  /** Cleaned lines as printed, for the screen. */
  readonly printed: readonly string[];
}

/** One entry per kind of fact; the key is its name everywhere. */
export interface FactTable {
  readonly windows: WindowsFact;
  readonly elevation: ElevationFact;
  readonly wsl: WslFact;
  readonly distros: DistrosFact;
  readonly services: ServicesFact;
  readonly vmmsEvents: EventsFact;
  readonly hnsEvents: EventsFact;
  readonly hnsNetworks: HnsNetworksFact;
  readonly vmwareBridge: VmwareBridgeFact;
  readonly wslconfig: WslconfigFact;
  readonly networkConfiguration: NetworkConfigurationFact;
  readonly pendingRestart: PendingRestartFact;
  readonly wslStart: WslStartFact;
  /** Warnings that WSL itself wrote into the Application log. */
  readonly wslEvents: EventsFact;
  readonly wslInstall: WslInstallFact;
  readonly wslNat: WslNatFact;
  readonly profileOwner: ProfileOwnerFact;
  readonly optionalFeatures: OptionalFeaturesFact;
  readonly hypervisor: HypervisorFact;
  readonly bootConfiguration: BootConfigurationFact;
  readonly networkAdapters: NetworkAdaptersFact;
  readonly adapterBindings: AdapterBindingsFact;
  readonly notifyObjects: NotifyObjectsFact;
  readonly netNat: NetNatFact;
  readonly port53: Port53Fact;
  readonly portRanges: PortRangesFact;
  readonly winsock: WinsockFact;
  readonly firewallProfiles: FirewallProfilesFact;
  readonly devicePolicy: DevicePolicyFact;
  readonly policies: PoliciesFact;
  readonly securitySoftware: SecuritySoftwareFact;
  readonly wmiSwitchService: WmiSwitchServiceFact;
  readonly wmiRepository: WmiRepositoryFact;
  readonly runningSoftware: RunningSoftwareFact;
  readonly virtualMachines: VirtualMachinesFact;
  readonly bitlocker: BitlockerFact;
  readonly storage: StorageFact;
  readonly restorePoints: RestorePointsFact;
  readonly hostOnline: HostOnlineFact;
  readonly testSwitch: TestSwitchFact;
}
export type FactKey = keyof FactTable;
export type Facts = Partial<FactTable>;

/** A service by its name (any case), or undefined where it was not probed or is not installed. */
export function findService(facts: Facts, name: ServiceName): ServiceFact | undefined {
  return facts.services?.services.find(
    (service) => service.name.toLowerCase() === name.toLowerCase() && service.installed,
  );
}
