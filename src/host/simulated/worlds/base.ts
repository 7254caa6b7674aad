/** A healthy Windows 11 Pro with Hyper-V and WSL 2.2.4 (the machine of case wsl-12019), which the worlds vary. */
import { defaultSwitchId, logs } from '../vswitch.js';
import { standardPorts } from '../port-ranges.js';
import { wslFiles } from '../vm-platform.js';
import {
  type World,
  type WorldAbout,
  type WorldAdapter,
  type WorldDistro,
  type WorldWinsockProvider,
  worldSchema,
} from '../world.js';
import { services } from '../base-services.js';
import { days, hours } from './definition.js';

export function healthyMachine(about: WorldAbout, now: number): World {
  const { id, title, story, invented, note, sources } = about;
  return {
    schema: worldSchema,
    machineId: '',
    about: { id, title, story, invented, note, sources },
    windows: {
      build: 22631,
      revision: 4169,
      edition: 'Professional',
      displayVersion: '23H2',
      installationType: 'Client',
      architecture: 'AMD64',
      computerName: 'DESKTOP-PRACTICE',
    },
    language: 'en-US',
    codePages: { oem: 437, ansi: 1252 },
    netshEncoding: 'oem',
    user: {
      name: 'dev',
      sid: 'S-1-5-21-1004336348-1177238915-682003330-1001',
      profile: 'C:\\Users\\dev',
    },
    elevated: true,
    remoteSession: false,
    bootTime: now - days(2),
    services: services(),
    due: [],
    hnsNetworks: [
      {
        id: defaultSwitchId,
        name: 'Default Switch',
        type: 'ICS',
        switchName: 'Default Switch',
        persistent: false,
      },
    ],
    adapters: [ethernet('Ethernet'), wifi('Wi-Fi')],
    tcpip: { resetPending: 'no', routes: [] },
    winsock: { resetPending: 'no', providers: winsockProviders() },
    bindings: [
      { adapter: 'Ethernet', componentId: 'ms_tcpip', enabled: true },
      { adapter: 'Ethernet', componentId: 'vms_pp', enabled: false },
      { adapter: 'Wi-Fi', componentId: 'ms_tcpip', enabled: true },
    ],
    features: {
      VirtualMachinePlatform: 'enabled',
      'Microsoft-Windows-Subsystem-Linux': 'enabled',
      'Microsoft-Hyper-V-All': 'enabled',
      'Microsoft-Hyper-V': 'enabled',
      HypervisorPlatform: 'disabled',
      Containers: 'disabled',
    },
    featuresPending: {},
    devices: [],
    hypervisor: { running: true, firmwareEnabled: true, launchType: null },
    wmi: { repository: 'consistent', switchService: 'present' },
    wsl: {
      flavour: 'store',
      version: '2.2.4.0',
      kernel: '5.15.153.1-2',
      latestVersion: '2.7.11.0',
      latestKernel: '6.6.114.1-1',
      defaultVersion: 2,
      distros: [ubuntu()],
      vm: null,
    },
    // What is in them matters to nobody here.
    files: Object.fromEntries(wslFiles.map((file) => [file, ''])),
    eventLogs: {
      [logs.vmms]: [
        {
          id: 14094,
          level: 4,
          timeMs: now - days(2) + hours(0.1),
          provider: 'Microsoft-Windows-Hyper-V-VMMS',
          properties: [],
          message: 'Virtual Machine Management service is started successfully.',
        },
      ],
      [logs.hns]: [],
      [logs.application]: [],
    },
    registry: {},
    pendingRestart: { componentServicing: false, windowsUpdate: false },
    online: true,
    udpPort53: [],
    ports: standardPorts(),
    netNats: [],
    firewallProfiles: (['Domain', 'Private', 'Public'] as const).map((name) => ({
      name,
      enabled: true,
      allowInbound: true,
      allowLocalRules: true,
    })),
    languageMode: 'full',
    restore: {
      protection: true,
      points: [{ sequence: 41, description: 'Windows Update', timeMs: now - days(6) }],
    },
    bitlocker: [{ drive: 'C:', protection: 'off' }],
    virtualMachines: [],
    processes: [
      { name: 'explorer', pid: 4820 },
      { name: 'WindowsTerminal', pid: 9144 },
    ],
    faults: {
      switchMetadata: 'consistent',
      rebuild: { tcpip: false, winsock: false },
      vswitch: 'works',
      hns: { denials: 0, state: 'consistent', cleared: false },
      updateHalfDone: false,
      vmAnswers: true,
      loadedNotifyObjects: [],
    },
    stopPoints: [],
  };
}

/** Everything static, so that a reset of TCP/IP takes something away. */
export function ethernet(alias: string): WorldAdapter {
  return {
    guid: '6E2F0A34-9C1B-4D3E-8A57-21C4B0D7F913',
    index: 7,
    alias,
    description: 'Intel(R) Ethernet Connection (17) I219-LM',
    componentId: 'pci\\ven_8086&dev_1a1c',
    dhcp: false,
    addresses: [{ address: '192.168.1.20', prefixLength: 24 }],
    gateways: ['192.168.1.1'],
    nameServers: ['192.168.1.1', '9.9.9.9'],
    metric: null,
    automaticMetric: 25,
    lease: { addresses: [{ address: '192.168.1.131', prefixLength: 24 }], gateways: ['192.168.1.1'] },
  };
}

export function wifi(alias: string): WorldAdapter {
  return {
    guid: 'B81D5F60-37AE-4C92-9F08-5D6C3E2A7148',
    index: 12,
    alias,
    description: 'Intel(R) Wi-Fi 6E AX211 160MHz',
    componentId: 'pci\\ven_8086&dev_51f0',
    dhcp: true,
    addresses: [],
    gateways: [],
    nameServers: [],
    metric: null,
    automaticMetric: 50,
    lease: { addresses: [{ address: '192.168.1.77', prefixLength: 24 }], gateways: ['192.168.1.1'] },
  };
}

function ubuntu(): WorldDistro {
  return {
    guid: '2f9c3d1e-5b7a-4e60-8c24-91d0a6b3e7f5',
    name: 'Ubuntu',
    version: 2,
    running: false,
    isDefault: true,
    keptOpen: false,
    programs: ['bash', 'wslinfo', 'getent', 'curl', 'wget'],
  };
}

function winsockProviders(): WorldWinsockProvider[] {
  const path = '%SystemRoot%\\system32\\mswsock.dll';
  return [
    { id: 1001, name: 'MSAFD Tcpip [TCP/IP]', path, layered: false },
    { id: 1002, name: 'MSAFD Tcpip [UDP/IP]', path, layered: false },
    { id: 1007, name: 'Hyper-V RAW', path, layered: false },
    {
      id: 1018,
      name: 'Example VPN over [MSAFD Tcpip [TCP/IP]]',
      path: 'C:\\Program Files\\Example VPN\\lsp.dll',
      layered: true,
    },
  ];
}
