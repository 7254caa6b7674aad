/**
 * A world: a simulated Windows machine as plain JSON. Everything that the simulated programs print or change is state
 * in here; what follows from what is in the rules beside it (services.ts, vswitch.ts, wsl-start.ts, restart.ts).
 * Durations are milliseconds of a real machine (the host's pace scales them), times are milliseconds since 1970.
 */
export const worldSchema = 'wsl-netfix/world/1';

/** Languages in which the machine's own programs speak. */
export type WorldLanguage = 'en' | 'zh-CN' | 'de' | 'ja' | 'ru' | 'es';
/** What is told about a world, in the languages of the program. */
export type Localized = Readonly<Record<'en' | 'zh-CN', string>>;
/** A name that the machine shows; English where its language has none. */
export type MachineName = Localized & Readonly<Partial<Record<WorldLanguage, string>>>;

/** What is told about a world before it is entered. */
export interface WorldAbout {
  readonly id: string;
  readonly title: Localized;
  /** What is wrong with the machine. */
  readonly story: Localized;
  /** The cure is made up for practice: nobody reported that it works on a real machine. */
  readonly invented: boolean;
  /** What about it is made up. */
  readonly note: Localized | null;
  /** Ids of the reports that it follows. */
  readonly sources: readonly string[];
}

export interface World {
  readonly schema: typeof worldSchema;
  /** Free on the volume of the profile; 180 GiB where absent. */
  freeBytes?: number;
  /** Random at creation: which machine this is. */
  machineId: string;
  readonly about: WorldAbout;
  windows: {
    build: number;
    revision: number;
    /** `EditionID`: Professional, Core (Home) … */
    edition: string;
    displayVersion: string | null;
    installationType: string;
    /** `AMD64` or `ARM64`, as in the registry. */
    architecture: string;
    computerName: string;
  };
  /** Display language as a BCP 47 tag. */
  language: string;
  codePages: { oem: number; ansi: number };
  /** commands.md section 0: the reports of what netsh writes into a pipe contradict each other. */
  netshEncoding: 'oem' | 'ansi' | 'utf-8';
  user: { name: string; sid: string; profile: string };
  elevated: boolean;
  remoteSession: boolean;
  bootTime: number;
  services: WorldService[];
  /** What goes on without anybody waiting for it. */
  due: DueTransition[];
  hnsNetworks: WorldHnsNetwork[];
  adapters: WorldAdapter[];
  tcpip: { resetPending: 'no' | 'half' | 'whole'; routes: WorldRoute[] };
  winsock: { resetPending: 'no' | 'half' | 'whole'; providers: WorldWinsockProvider[] };
  bindings: { adapter: string; componentId: string; enabled: boolean }[];
  /** Adapters that are no network cards of their own: bridges, ports of VPNs, ones that are gone. */
  devices: WorldDevice[];
  features: Record<string, 'enabled' | 'disabled' | 'absent'>;
  /** What Windows does to its features when it restarts. */
  featuresPending: Record<string, 'enabled' | 'disabled'>;
  hypervisor: WorldHypervisor;
  wmi: WorldWmi;
  wsl: WorldWsl;
  /** The machine's own files: Windows path to base64. */
  files: Record<string, string>;
  /** Log name to its events, oldest first. A log that is not here does not exist. */
  eventLogs: Record<string, WorldEvent[]>;
  /** Keys beyond those that follow from the state (registry.ts), with their full root names. */
  registry: Record<string, Record<string, RegistryValue>>;
  pendingRestart: { componentServicing: boolean; windowsUpdate: boolean };
  online: boolean;
  udpPort53: { localAddress: string; process: string; pid: number; service?: string }[];
  ports: WorldPorts;
  /** NAT networks of Windows itself (`Get-NetNat`). */
  netNats: { name: string; prefix: string }[];
  firewallProfiles: WorldFirewallProfile[];
  /** `constrained`: policy (WDAC, AppLocker) forbids scripts of ours. */
  languageMode: 'full' | 'constrained';
  restore: { protection: boolean; points: { sequence: number; description: string; timeMs: number }[] };
  bitlocker: { drive: string; protection: 'on' | 'off' }[];
  virtualMachines: { name: string; state: 'running' | 'off' | 'saved' }[];
  /** Programs that matter to a remedy: Docker Desktop, Windows Sandbox, VMware, VPN clients. */
  processes: { name: string; pid: number }[];
  faults: WorldFaults;
  stopPoints: StopPoint[];
}

export type ServiceState =
  'stopped' | 'start-pending' | 'stop-pending' | 'running' | 'continue-pending' | 'pause-pending' | 'paused';
export type StartType = 'boot' | 'system' | 'automatic' | 'manual' | 'disabled';

export interface WorldService {
  name: string;
  displayName: MachineName;
  type: 'own' | 'share' | 'driver';
  state: ServiceState;
  startType: StartType;
  /** Comes up with Windows although its start type is manual (trigger start). */
  startsWithWindows: boolean;
  /** Names of services and drivers that it needs. */
  dependencies: string[];
  startMs: number;
  stopMs: number;
  /** `hangs`: stays in STOP_PENDING until Windows restarts. */
  onStop: 'stops' | 'hangs';
  /** `sc config` is refused even to administrators (commands.md R5). */
  protected: boolean;
  pid: number;
}

export type DueTransition = { readonly at: number } & (
  | { readonly kind: 'service'; readonly service: string; readonly state: 'running' | 'stopped' }
  | { readonly kind: 'distro-stops'; readonly distro: string }
  | { readonly kind: 'vm-stops' }
  | { readonly kind: 'restart' }
);

export interface WorldHnsNetwork {
  /** Upper case without braces. */
  id: string;
  name: string;
  type: string;
  switchName: string;
  /** The others are gone once HNS stops. */
  persistent: boolean;
}

export interface WorldAddress {
  address: string;
  prefixLength: number;
}

export interface WorldAdapter {
  /** Upper case without braces. */
  guid: string;
  index: number;
  alias: string;
  /** The hardware's name. */
  description: string;
  componentId: string;
  dhcp: boolean;
  /** Statically set ones only; `lease` holds what DHCP gives. */
  addresses: WorldAddress[];
  gateways: string[];
  nameServers: string[];
  /** null: automatic. */
  metric: number | null;
  automaticMetric: number;
  lease: { addresses: WorldAddress[]; gateways: string[] } | null;
}

export interface WorldDevice {
  /** Upper case without braces. */
  guid: string;
  index: number;
  name: string;
  description: string;
  componentId: string;
  status: 'Up' | 'Disconnected' | 'Disabled' | 'Not Present';
  hidden: boolean;
  /** Device Manager's problem code; 0 where it works, 56 where Windows never finishes setting it up. */
  problem: number;
}

export interface WorldRoute {
  prefix: string;
  interfaceIndex: number;
  nextHop: string;
  metric: number;
}

export interface WorldWinsockProvider {
  /** Catalog entry id. */
  id: number;
  name: string;
  path: string;
  /** A layered provider (LSP) of other software: `netsh winsock reset` drops it. */
  layered: boolean;
  /** Its sockets are no handles of Windows' own, which wsl.exe before 2.1.0 cannot use (cases wsl-4177, wsl-5351). */
  ownHandles?: boolean;
}

export interface WorldHypervisor {
  running: boolean;
  /** The processor's virtualization is switched on in the firmware. */
  firmwareEnabled: boolean;
  /** `hypervisorlaunchtype` of the boot entry, null where it has none; counts from the next start on. */
  launchType: 'auto' | 'off' | null;
}

export interface WorldWmi {
  repository: 'consistent' | 'inconsistent';
  /** Msvm_VirtualEthernetSwitchManagementService in root\\virtualization\\v2, on machines with Hyper-V. */
  switchService: 'present' | 'class-missing' | 'no-instance';
}

export interface WorldPorts {
  /** By `ipv4 tcp` and so on, as netsh sets them. */
  dynamic: Record<string, { start: number; count: number }>;
  /** The range for IPv4 and TCP when Windows started: a change counts from the next start on. */
  loaded: { start: number; count: number };
  excluded: { start: number; end: number; administered: boolean }[];
}

export interface WorldFirewallProfile {
  name: 'Domain' | 'Private' | 'Public';
  enabled: boolean;
  allowInbound: boolean;
  /** False where a policy lets only its own rules count. */
  allowLocalRules: boolean;
}

export interface WorldWsl {
  flavour: 'store' | 'inbox' | 'none';
  version: string | null;
  kernel: string | null;
  /** What `wsl --update` would install. */
  latestVersion: string;
  latestKernel: string;
  defaultVersion: 1 | 2;
  distros: WorldDistro[];
  vm: WorldVm | null;
}

export interface WorldDistro {
  guid: string;
  name: string;
  version: 1 | 2;
  running: boolean;
  isDefault: boolean;
  /** A person has a shell open in it, so that it does not stop by itself. */
  keptOpen: boolean;
  /** Size of its virtual disk; 12 GiB where absent. */
  diskBytes?: number;
  /** Programs on its PATH beside the shell, cat and true. */
  programs: string[];
}

/** The lower-case names are those of `wslinfo --networking-mode`. */
export type WslNetwork = 'nat' | 'mirrored' | 'virtioproxy' | 'consomme' | 'none';

export interface WorldVm {
  network: WslNetwork;
  /** HNS was stopped under it: nothing comes through until the VM is created anew. */
  networkLost: boolean;
}

export interface WorldEvent {
  id: number;
  /** 2 error, 3 warning, 4 information. */
  level: number;
  timeMs: number;
  provider: string;
  properties: string[];
  /** A text that is not the usual one of its id. */
  message?: string;
}

export type RegistryValue =
  | { type: 'REG_SZ' | 'REG_EXPAND_SZ'; data: string }
  | { type: 'REG_DWORD'; data: number }
  | { type: 'REG_MULTI_SZ'; data: string[] };

export interface WorldFaults {
  /** Inconsistent: no switch can be created until it is rebuilt. Invented for practice, with its cure (issue 2). */
  switchMetadata: 'consistent' | 'inconsistent';
  /** Which resets ran while nothing used the metadata; once both have, the next start of Windows rebuilds it. */
  rebuild: { tcpip: boolean; winsock: boolean };
  /** Switch creation fails for a reason that nobody found (cases wsl-12019, wsl-10709). */
  vswitch: 'works' | 'fails-unexplained';
  hns: WorldHnsFaults;
  /** A Windows update stopped half-way; the next start of Windows ends it (case wsl-10312). */
  updateHalfDone: boolean;
  /** The virtual machine starts and does not answer (case wsl-11015). */
  vmAnswers: boolean;
  /** DLLs of network notify objects as registered when Windows started; a change counts from the next start on. */
  loadedNotifyObjects: string[];
}

export interface WorldHnsFaults {
  /** How many more starts of hns it takes until it lets WSL's service in (cases wsl-11980, wsl-11991). */
  denials: number;
  /**
   * What HNS remembers no longer fits: a network that exists and cannot be opened, gone with a restart of Windows
   * (wsl-11811), or ports of switches that are gone, kept in its registry key `State` (wsl-12909).
   */
  state: 'consistent' | 'phantom-network' | 'lost-port';
  /** That key was removed; HNS makes it anew when it starts. */
  cleared: boolean;
}

/** Where the program is killed, for tests of recovery (issue 2). */
export interface StopPoint {
  /** Part of the command line, in any case, or of `write <path>`, `remove <path>`, `ask <question id>`. */
  readonly match: string;
  /** 1: the first run that matches. */
  readonly occurrence: number;
  /** Effect not begun · begun, for instance STOP_PENDING · complete, and no result returned. */
  readonly at: 'before' | 'during' | 'after';
  /** Matching runs so far. */
  seen?: number;
  consumed?: boolean;
}
