/** What each question's script answers on a machine of the stubs, after the probe's own parser: facts, a skip, or an error. */
import type { FactKey, FactTable } from '../../../../src/domain/facts.js';
import type { SkipReason } from '../../../../src/domain/findings.js';
import { adapterBindingsProbe } from '../../../../src/probes/adapter-bindings.js';
import { bitlockerProbe } from '../../../../src/probes/bitlocker.js';
import { firewallProfilesProbe } from '../../../../src/probes/firewall-profiles.js';
import { hnsEventsProbe } from '../../../../src/probes/hns-events.js';
import { hnsNetworksProbe } from '../../../../src/probes/hns-networks.js';
import { hypervisorProbe } from '../../../../src/probes/hypervisor.js';
import { netNatProbe } from '../../../../src/probes/netnat.js';
import { networkAdaptersProbe } from '../../../../src/probes/network-adapters.js';
import { networkConfigurationProbe } from '../../../../src/probes/network-configuration.js';
import { optionalFeaturesProbe } from '../../../../src/probes/optional-features.js';
import { port53Probe } from '../../../../src/probes/port-53.js';
import type { Probe } from '../../../../src/probes/probe.js';
import { restorePointsProbe } from '../../../../src/probes/restore-points.js';
import { runningSoftwareProbe } from '../../../../src/probes/running-software.js';
import { virtualMachinesProbe } from '../../../../src/probes/virtual-machines.js';
import { vmmsEventsProbe, vmmsLog } from '../../../../src/probes/vmms-events.js';
import { wmiSwitchServiceProbe } from '../../../../src/probes/wmi-switch-service.js';
import { wslEventsProbe } from '../../../../src/probes/wsl-events.js';

export type Outcome =
  | { readonly fact: FactTable[FactKey] }
  | { readonly skipped: SkipReason }
  /** Part of the message; Windows' own ids, never a sentence. */
  | { readonly failed: string };

/** `$env:STUB` of the stubs; `no-modules`: a machine on which none of them is installed. */
export type StubMachine = string;

export interface QuestionCases {
  /** Below src. */
  readonly script: string;
  readonly probe: Probe;
  readonly machines: Readonly<Record<StubMachine, Outcome>>;
}

/** A case whose facts are those of its own probe. */
function cases<K extends FactKey>(
  script: string,
  probe: Probe<K>,
  machines: Readonly<
    Record<StubMachine, { readonly fact: FactTable[K] } | Exclude<Outcome, { readonly fact: unknown }>>
  >,
): QuestionCases {
  return { script, probe, machines };
}

const denied = { failed: 'error · Windows System Error 5,Get-Net' } as const;
const noClass = { failed: 'HRESULT 0x80041010,Get-Net' } as const;
const noCommand = { failed: 'error · CommandNotFoundException' } as const;
const notInstalled = (what: string) => ({ skipped: { code: 'not-installed', what } }) as const;

const ethernet = '以太网';
const vmsPp = { adapter: ethernet, componentId: 'vms_pp', enabled: true };
const vmwareBridge = { adapter: ethernet, componentId: 'vmware_bridge', enabled: false };

const realtek = {
  name: ethernet,
  description: 'Realtek PCIe GbE',
  interfaceGuid: '6E2F0A34-9C1B-4D3E-8A57-21C4B0D7F913',
  componentId: 'pci\\ven_10ec&dev_8168',
  status: 'up',
  hidden: false,
  problem: 0,
} as const;
const wifi = {
  name: 'WLAN',
  description: 'Intel Wi-Fi',
  interfaceGuid: '0B7D0D5C-61A0-4B7C-9B3A-5A1C2E6E7F00',
  componentId: 'pci\\ven_8086&dev_2723',
  status: 'disconnected',
  hidden: false,
  problem: null,
} as const;
const wslAdapter = {
  name: 'vEthernet (WSL (Hyper-V firewall))',
  description: 'Hyper-V Virtual Ethernet Adapter',
  interfaceGuid: 'AAAAAAAA-0000-0000-0000-000000000001',
  componentId: 'vms_mp',
  status: 'not-present',
  hidden: true,
  problem: null,
} as const;
/** A card that Windows never finished: Device Manager knows it, the network does not. */
const unfinished = {
  name: 'Hyper-V 虚拟以太网适配器',
  description: 'Hyper-V 虚拟以太网适配器',
  interfaceGuid: null,
  componentId: '',
  status: 'other',
  hidden: true,
  problem: 56,
} as const;

const fixedAddresses = {
  interfaceGuid: realtek.interfaceGuid,
  interfaceIndex: 7,
  name: ethernet,
  dhcp: false,
  addresses: [
    { address: '192.168.1.77', prefixLength: 24 },
    { address: '10.0.0.5', prefixLength: 8 },
  ],
  gateways: ['192.168.1.1'],
  nameServers: ['9.9.9.9', '1.1.1.1'],
  metric: 25,
  routes: [{ prefix: '10.8.0.0/16', nextHop: '192.168.1.254', metric: 5 }],
};
const leased = {
  interfaceGuid: wifi.interfaceGuid,
  interfaceIndex: 12,
  name: 'WLAN',
  dhcp: true,
  addresses: [],
  gateways: [],
  nameServers: [],
  metric: null,
  routes: [],
};

const halfPastNine = Date.UTC(2026, 10, 20, 9, 30);
const vmmsError = {
  log: vmmsLog,
  id: 16000,
  at: halfPastNine,
  level: 2,
  codes: ['0x80041002'],
  text: 'Hyper-V-Verwaltung: Nicht gefunden – 找不到 (0x80041002).',
};
const older = {
  log: vmmsLog,
  id: 1000,
  at: halfPastNine - 3_600_000,
  level: 2,
  codes: ['0x80041002'],
  text: 'ältere',
};
const oldest = {
  log: vmmsLog,
  id: 1000,
  at: halfPastNine - 5_400_000,
  level: 4,
  codes: [],
  text: '',
};

const wslFirewall = {
  id: '790E58B4-7939-4434-9358-89AE7DDBE87E',
  name: 'WSL (Hyper-V firewall)',
  type: 'ICS',
  switchName: 'WSL (Hyper-V firewall)',
};
const defaultSwitch = {
  id: 'C08CB7B8-9B3C-408E-8E30-5E16A3AEB444',
  name: 'Default Switch',
  type: 'ICS',
  switchName: null,
};
const wslOld = {
  id: 'B95D0C5E-57D4-412B-B571-18A81A16E005',
  name: 'WSL',
  type: 'ICS',
  switchName: 'WSL',
};

const features = {
  VirtualMachinePlatform: 'enabled',
  'Microsoft-Windows-Subsystem-Linux': 'disabled',
  'Microsoft-Hyper-V-All': 'absent',
  'Microsoft-Hyper-V': 'absent',
  HypervisorPlatform: 'absent',
  Containers: 'unknown',
} as const;
const noFeatures = {
  VirtualMachinePlatform: 'unknown',
  'Microsoft-Windows-Subsystem-Linux': 'unknown',
  'Microsoft-Hyper-V-All': 'unknown',
  'Microsoft-Hyper-V': 'unknown',
  HypervisorPlatform: 'unknown',
  Containers: 'unknown',
} as const;

/** The owner is the worker itself: `Get-Process` is a real one. Its number and name are put in by the test. */
export const ownProcess = { pid: 1_111_111_111, name: 'the-worker-itself' };
const self = { address: '0.0.0.0', pid: ownProcess.pid, process: ownProcess.name };
const owner = { ...self, service: 'DnsService' };
const goneOwner = { address: '::', pid: 99_999_999, process: '' };

export const questionCases: readonly QuestionCases[] = [
  cases('probes/adapter-bindings.ps1', adapterBindingsProbe, {
    several: { fact: { bindings: [vmsPp, vmwareBridge] } },
    one: { fact: { bindings: [vmsPp] } },
    nothing: { fact: { bindings: [] } },
    odd: { fact: { bindings: [vmsPp, vmwareBridge] } },
    denied,
    broken: noClass,
    'no-modules': noCommand,
  }),
  cases('host/admin-questions/bitlocker.ps1', bitlockerProbe, {
    several: { fact: { systemDrive: 'on' } },
    nothing: { fact: { systemDrive: 'off' } },
    odd: { fact: { systemDrive: 'unknown' } },
    denied: { failed: 'HRESULT 0x80041003,Get-BitLockerVolume · 0x80041003' },
    broken: { failed: 'error · ' },
    'no-modules': notInstalled('Get-BitLockerVolume'),
  }),
  cases('probes/events.ps1', vmmsEventsProbe, {
    several: { fact: { log: 'read', events: [vmmsError, older, oldest] } },
    one: { fact: { log: 'read', events: [vmmsError] } },
    nothing: { fact: { log: 'read', events: [] } },
    // Home, and a machine with the platform alone, have no Hyper-V to keep a log.
    absent: { skipped: { code: 'not-on-this-edition' } },
    denied: { skipped: { code: 'denied' } },
    broken: { skipped: { code: 'denied' } },
    disabled: { failed: 'System.Diagnostics.Eventing.Reader.EventLogException' },
    odd: {
      fact: {
        log: 'read',
        events: [{ ...vmmsError, text: 'VMMS · %%2147749890 · -2147217406' }, older, oldest],
      },
    },
    'no-modules': noCommand,
  }),
  cases('probes/events.ps1', hnsEventsProbe, {
    nothing: { fact: { log: 'read', events: [] } },
    absent: { fact: { log: 'absent', events: [] } },
  }),
  cases('probes/events.ps1', wslEventsProbe, {
    several: {
      fact: {
        log: 'read',
        events: [
          {
            log: 'Application',
            id: 1,
            at: halfPastNine + 300_000,
            level: 3,
            codes: [],
            text: 'wsl: 网络不行 (networkingMode Nat)，回到 networkingMode VirtioProxy。',
          },
        ],
      },
    },
    nothing: { fact: { log: 'read', events: [] } },
    // WSL of Windows itself, and an old one from the Store, are no providers of events.
    odd: { fact: { log: 'read', events: [] } },
  }),
  cases('probes/firewall-profiles.ps1', firewallProfilesProbe, {
    several: {
      fact: {
        profiles: [
          { name: 'domain', enabled: true, inboundRulesCount: true, localRulesCount: false },
          { name: 'public', enabled: false, inboundRulesCount: false, localRulesCount: true },
        ],
      },
    },
    one: {
      fact: {
        profiles: [{ name: 'domain', enabled: true, inboundRulesCount: true, localRulesCount: false }],
      },
    },
    nothing: { fact: { profiles: [] } },
    denied,
    broken: { failed: 'Windows System Error 1753,Get-NetFirewallProfile · 0x800706d9' },
    'no-modules': noCommand,
  }),
  cases('host/admin-questions/hns-networks.ps1', hnsNetworksProbe, {
    several: { fact: { networks: [wslFirewall, defaultSwitch, wslOld] } },
    one: { fact: { networks: [wslFirewall] } },
    nothing: { fact: { networks: [] } },
    odd: { fact: { networks: [wslFirewall, defaultSwitch, wslOld] } },
    denied: { failed: 'error · Zugriff verweigert · 0x80070005' },
    broken: { failed: '0x80004005' },
    'no-modules': notInstalled('Get-HnsNetwork'),
  }),
  cases('probes/hypervisor.ps1', hypervisorProbe, {
    several: { fact: { running: true, firmwareEnabled: null } },
    nothing: { fact: { running: false, firmwareEnabled: true } },
    denied: { failed: 'HRESULT 0x80041003,Get-CimInstance · 0x80041003' },
    disabled: { failed: '0x80070422' },
    'no-modules': noCommand,
  }),
  cases('probes/netnat.ps1', netNatProbe, {
    several: {
      fact: {
        networks: [
          { name: 'NAT für Docker', prefix: '172.30.0.0/20' },
          { name: 'nat', prefix: '192.168.100.0/24' },
        ],
      },
    },
    one: { fact: { networks: [{ name: 'NAT für Docker', prefix: '172.30.0.0/20' }] } },
    // No such class is a machine without NAT networks; silence is the same.
    nothing: { fact: { networks: [] } },
    odd: { fact: { networks: [] } },
    denied,
    broken: { failed: 'HRESULT 0x80041014,Get-NetNat · 0x80041014' },
    'no-modules': notInstalled('Get-NetNat'),
  }),
  cases('probes/network-adapters.ps1', networkAdaptersProbe, {
    several: { fact: { adapters: [realtek, wifi, wslAdapter, unfinished] } },
    one: { fact: { adapters: [{ ...realtek, problem: null }] } },
    nothing: { fact: { adapters: [] } },
    odd: { fact: { adapters: [{ ...realtek, problem: null }, wifi, wslAdapter, unfinished] } },
    denied,
    broken: noClass,
    'no-modules': noCommand,
  }),
  cases('probes/network-configuration.ps1', networkConfigurationProbe, {
    several: { fact: { adapters: [fixedAddresses, leased] } },
    one: {
      fact: {
        adapters: [{ ...fixedAddresses, addresses: [{ address: '192.168.1.77', prefixLength: 24 }] }],
      },
    },
    nothing: { fact: { adapters: [] } },
    // An adapter without IPv4.
    odd: { fact: { adapters: [fixedAddresses, { ...leased, dhcp: false }] } },
    denied,
    // Half of a backup would be given back as the whole.
    'broken-addresses': { failed: 'HRESULT 0x80041010,Get-NetIPInterface' },
    broken: noClass,
    'no-modules': noCommand,
  }),
  cases('probes/optional-features.ps1', optionalFeaturesProbe, {
    several: { fact: { features } },
    one: {
      fact: {
        features: { ...features, 'Microsoft-Windows-Subsystem-Linux': 'absent', Containers: 'absent' },
      },
    },
    nothing: { fact: { features: noFeatures } },
    denied: { failed: 'HRESULT 0x80041003' },
    broken: { failed: 'HRESULT 0x80041014' },
    'no-modules': noCommand,
  }),
  cases('probes/port-53.ps1', port53Probe, {
    several: { fact: { owners: [owner, goneOwner] } },
    one: { fact: { owners: [owner] } },
    nothing: { fact: { owners: [] } },
    // Several services in one process: none of them can be named.
    odd: { fact: { owners: [self, goneOwner] } },
    denied,
    broken: noClass,
    'no-modules': noCommand,
  }),
  cases('host/admin-questions/restore-points.ps1', restorePointsProbe, {
    several: { fact: { possible: true, newest: 251, frequencyMinutes: null } },
    one: { fact: { possible: false, newest: 249, frequencyMinutes: 60 } },
    nothing: { fact: { possible: false, newest: null, frequencyMinutes: null } },
    // System Protection is on, and the shadow copies that it needs are switched off.
    odd: { fact: { possible: false, newest: 251, frequencyMinutes: null } },
    denied: { failed: '0x80070005' },
    broken: { failed: '0x800706ba' },
    'no-modules': notInstalled('Get-ComputerRestorePoint'),
  }),
  // A real process of this name is started by the test; `Get-Process` is a real one.
  cases('probes/running-software.ps1', runningSoftwareProbe, {
    several: { fact: { programs: [{ program: 'vmware', process: 'vmware-vmx' }] } },
  }),
  cases('host/admin-questions/virtual-machines.ps1', virtualMachinesProbe, {
    several: {
      fact: {
        machines: [
          { name: '构建服务器', state: 'running' },
          { name: 'old', state: 'off' },
          { name: 'third', state: 'other' },
        ],
      },
    },
    one: { fact: { machines: [{ name: '构建服务器', state: 'running' }] } },
    nothing: { fact: { machines: [] } },
    denied: { failed: 'AccessDenied,Get-VM' },
    broken: { failed: 'ObjectNotFound,Get-VM' },
    'no-modules': notInstalled('Get-VM'),
  }),
  cases('host/admin-questions/wmi-switch-service.ps1', wmiSwitchServiceProbe, {
    several: { fact: { answer: 'present', started: true, hresult: null } },
    nothing: { fact: { answer: 'no-instance', started: null, hresult: null } },
    odd: { fact: { answer: 'namespace-missing', started: null, hresult: '0x8004100e' } },
    broken: { fact: { answer: 'class-missing', started: null, hresult: '0x80041010' } },
    denied: { fact: { answer: 'denied', started: null, hresult: '0x80041003' } },
    disabled: { fact: { answer: 'failed', started: null, hresult: '0x80070422' } },
  }),
];
