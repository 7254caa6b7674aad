/* eslint max-lines: off -- one table, an entry a code */
/**
 * Which causes an error code points to, by where it came from, with weights in 0..1 (rank scores, not probabilities).
 * Sources: causes.md sections 1 and 3; the cases named there. A weight above 0.7 means that nearly every report of the
 * code at this place had this cause; around 0.5 that reports differ; below 0.3 that it happened, or follows from the
 * mechanism.
 */
import type { CauseId } from '../domain/ids.js';
import type { Stage } from '../domain/reasons.js';
import type { Hresult } from './error-codes.js';

/** What kind of failure a code is; evidence in a text counts only for kinds that it can explain. */
export type CodeFamily =
  | 'switch'
  | 'missing-service'
  | 'disabled-service'
  | 'rpc'
  | 'dns'
  | 'access'
  | 'hns-state'
  | 'ports'
  | 'servicing'
  | 'hypervisor'
  | 'winsock'
  | 'wslconfig'
  | 'offline'
  | 'generic';

export type Pointers = Readonly<Partial<Record<CauseId, number>>>;

interface CodeReading {
  readonly codes: readonly Hresult[];
  readonly family: CodeFamily;
  /** `any` answers for the stages that are not named. */
  readonly at: Readonly<Partial<Record<Stage | 'any', Pointers>>>;
}

/** The causes that a code points to at a stage; never empty. */
export function pointersOf(hresult: Hresult | null, stage: Stage): Pointers {
  const reading = hresult === null ? undefined : readings.get(unwrapped(hresult));
  const named = reading?.at[stage];
  if (named !== undefined) return named;
  const known = reading?.at.any && withoutNetwork(reading.at.any, reading.family, stage);
  if (known !== undefined && Object.keys(known).length > 0) return known;
  if (hresult?.startsWith('0x803b')) return { 'hns-state-stale': 0.45, 'unknown-vswitch-failure': 0.4 };
  if (hresult?.startsWith('0x8019')) return { 'host-offline': 0.6, unknown: 0.3 };
  if (stage === 'network') return { 'unknown-vswitch-failure': 0.45, unknown: 0.35, 'hns-state-stale': 0.15 };
  // WSL#13533, #10054: a virtual machine that Hyper-V's own parts cannot start.
  if (stage === 'vm') {
    return { unknown: 0.45, 'hyperv-components-damaged': 0.4, 'virtual-machine-platform-off': 0.3 };
  }
  if (stage === 'install') return { 'wsl-install-damaged': 0.4, unknown: 0.45 };
  return { unknown: 0.45 };
}

/**
 * A code that came from the virtual machine, the service or an installer says nothing of a network, whatever it means there.
 * Only Windows' servicing can fail because of a network component (the jishuzhan article).
 */
function withoutNetwork(pointers: Pointers, family: CodeFamily, stage: Stage): Pointers {
  if (stage === 'network' || stage === 'other' || family === 'servicing') return pointers;
  return Object.fromEntries(Object.entries(pointers).filter(([cause]) => !ofNetworkOnly.has(cause)));
}

const ofNetworkOnly: ReadonlySet<string> = new Set<CauseId>([
  'vmware-bridge-leftover',
  'device-install-policy',
  'network-setup-service-disabled',
  'network-stack-damaged',
  'hns-state-stale',
  'hns-not-running',
  'hns-access-denied',
  'netnat-leftover',
  'nat-interface-constraint',
  'network-bridge',
  'ics-disabled',
  'port-53-taken',
  'ephemeral-ports-fragmented',
  'firewall-service-disabled',
  'dhcp-client-disabled',
  'unknown-vswitch-failure',
]);

/** Whether the table has something to say of the code. */
export function hasReading(hresult: Hresult): boolean {
  return readings.has(unwrapped(hresult));
}

export function familyOf(hresult: Hresult | null): CodeFamily {
  if (hresult === null) return 'generic';
  if (hresult.startsWith('0x803b')) return readings.get(hresult)?.family ?? 'hns-state';
  return readings.get(unwrapped(hresult))?.family ?? 'generic';
}

/** An NTSTATUS wrapped into an HRESULT (0xd…) means what the bare one (0xc…) means. */
function unwrapped(hresult: Hresult): Hresult {
  return hresult.startsWith('0xd') ? `0xc${hresult.slice(3)}` : hresult;
}

const table: readonly CodeReading[] = [
  {
    // Section 3: most recent reports ended without a cause, so no cause may lead on the code alone.
    codes: ['0x80041002'],
    family: 'switch',
    at: {
      vm: { 'hyperv-components-damaged': 0.45, unknown: 0.4, 'virtual-machine-platform-off': 0.3 },
      any: {
        'unknown-vswitch-failure': 0.6,
        'vmware-bridge-leftover': 0.4,
        'security-software-filter': 0.3,
        'device-install-policy': 0.28,
        'network-setup-service-disabled': 0.25,
        'hyperv-components-damaged': 0.18,
        'wsl-outdated': 0.1,
        'hns-state-stale': 0.07,
        'wmi-provider-broken': 0.04,
      },
    },
  },
  {
    // WSL#5561: the same machine also showed 0x80070002; no cause found.
    codes: ['0x80041001'],
    family: 'switch',
    at: {
      vm: { 'hyperv-components-damaged': 0.45, unknown: 0.4, 'virtual-machine-platform-off': 0.3 },
      any: {
        'unknown-vswitch-failure': 0.55,
        'vmware-bridge-leftover': 0.25,
        'hyperv-components-damaged': 0.25,
        'wmi-provider-broken': 0.2,
      },
    },
  },
  {
    // No WSL report; here a damaged WMI registration is what the code says.
    codes: ['0x8004100e', '0x80041010', '0x80041011', '0x80041013'],
    family: 'switch',
    at: {
      any: { 'wmi-provider-broken': 0.6, 'hyperv-components-damaged': 0.4, 'unknown-vswitch-failure': 0.3 },
    },
  },
  {
    // WSL#12055, #9840, #11816, #6062 (network); #40488, #40762, #40968 (files of the VM).
    codes: ['0x80070002', '0x80070003'],
    family: 'switch',
    at: {
      network: {
        'vmware-bridge-leftover': 0.55,
        'unknown-vswitch-failure': 0.5,
        'network-setup-service-disabled': 0.2,
        'hns-state-stale': 0.15,
        'hyperv-components-damaged': 0.15,
      },
      vm: { 'wsl-install-damaged': 0.85, 'wslconfig-invalid': 0.15, unknown: 0.1 },
      install: { 'wsl-install-damaged': 0.6, unknown: 0.3 },
      any: {
        unknown: 0.35,
        'wsl-install-damaged': 0.3,
        'vmware-bridge-leftover': 0.25,
        'unknown-vswitch-failure': 0.2,
      },
    },
  },
  {
    // A dead notify object makes every installation of a network component fail, servicing included (jishuzhan article).
    codes: ['0x8007007e', '0x80071779'],
    family: 'switch',
    at: {
      any: {
        'vmware-bridge-leftover': 0.45,
        'network-setup-service-disabled': 0.3,
        'unknown-vswitch-failure': 0.3,
      },
    },
  },
  {
    // The same RPC error in another facility: Microsoft read it so in WSL#7380; NetSetupSvc is started through RPC as well.
    codes: ['0x800106d9'],
    family: 'switch',
    at: {
      any: {
        'network-setup-service-disabled': 0.5,
        'hns-not-running': 0.4,
        'ics-disabled': 0.25,
        'vmware-bridge-leftover': 0.2,
      },
    },
  },
  {
    // WSL#6089, #9909: the host's adapter list was empty.
    codes: ['0xe000020b', '0x800f020b'],
    family: 'switch',
    at: {
      any: {
        'network-stack-damaged': 0.55,
        'unknown-vswitch-failure': 0.4,
        'network-setup-service-disabled': 0.2,
        'vmware-bridge-leftover': 0.2,
      },
    },
  },
  {
    codes: ['0xe0000248', '0x800f0248'],
    family: 'switch',
    at: { any: { 'device-install-policy': 0.9 } },
  },
  {
    // WSL#9888 (debloat script), #11389 (network bridge), #10895 and #11552 (nothing found).
    codes: ['0x8007023e'],
    family: 'switch',
    at: {
      any: {
        'unknown-vswitch-failure': 0.5,
        'network-setup-service-disabled': 0.4,
        'network-bridge': 0.3,
        'hyperv-components-damaged': 0.25,
        'device-install-policy': 0.2,
      },
    },
  },
  {
    // WSL#4155, #4112: builds of 2019.
    codes: ['0x8007001f'],
    family: 'switch',
    at: {
      any: { 'unknown-vswitch-failure': 0.45, 'windows-regression': 0.35, 'hyperv-components-damaged': 0.2 },
    },
  },
  {
    // WSL#10312: after a Windows update.
    codes: ['0x80070490'],
    family: 'switch',
    at: {
      network: {
        'unknown-vswitch-failure': 0.4,
        'windows-update-pending': 0.3,
        'hyperv-components-damaged': 0.25,
      },
      vm: { unknown: 0.45, 'wsl-install-damaged': 0.3, 'hyperv-components-damaged': 0.3 },
      // WSL#10596: the Store's update of WSL failed with it; nothing says that a network was involved.
      any: {
        unknown: 0.45,
        'windows-update-pending': 0.35,
        'unknown-vswitch-failure': 0.3,
        'hyperv-components-damaged': 0.2,
      },
    },
  },
  {
    // Long pauses belong to blocked driver installations (WSL#6724) and to hanging services (#12512).
    codes: ['0x800705b4'],
    family: 'switch',
    at: {
      network: {
        'unknown-vswitch-failure': 0.45,
        'hns-not-running': 0.3,
        'device-install-policy': 0.25,
        'ics-disabled': 0.2,
      },
    },
  },
  {
    // WSL#10755, #10778, #10666: vfpext is missing without Virtual Machine Platform; #8446 Comodo.
    codes: ['0x80070424', '0x800704db'],
    family: 'missing-service',
    at: {
      // The client found no WSLService at all.
      service: { 'wsl-install-damaged': 0.65, 'virtual-machine-platform-off': 0.4 },
      // WSL#11908: the installer found no service of its own.
      install: { 'wsl-install-damaged': 0.65, 'virtual-machine-platform-off': 0.3 },
      any: {
        'virtual-machine-platform-off': 0.8,
        'security-software-filter': 0.25,
        'hyperv-components-damaged': 0.2,
        'hns-not-running': 0.15,
        // WSL#10709: one user's DHCP client was disabled.
        'dhcp-client-disabled': 0.12,
      },
    },
  },
  {
    // WSL's own list of errors that mean a missing service (wsl.md 2.5).
    codes: ['0x80070032'],
    family: 'missing-service',
    at: {
      vm: { 'virtual-machine-platform-off': 0.5, 'hyperv-components-damaged': 0.35, unknown: 0.3 },
      network: {
        'virtual-machine-platform-off': 0.5,
        'unknown-vswitch-failure': 0.35,
        'windows-regression': 0.2,
      },
      any: { unknown: 0.45, 'virtual-machine-platform-off': 0.4 },
    },
  },
  {
    codes: ['0x80370114'],
    family: 'hypervisor',
    at: {
      any: { 'virtual-machine-platform-off': 0.6, 'hypervisor-off': 0.4, 'hyperv-components-damaged': 0.25 },
    },
  },
  {
    // Under HNS it is SharedAccess (WSL#12074); without a network context WSLService itself (WSL#11501, #11273, #11628).
    codes: ['0x80070422'],
    family: 'disabled-service',
    at: {
      network: {
        'ics-disabled': 0.8,
        'firewall-service-disabled': 0.25,
        'network-setup-service-disabled': 0.2,
        'dhcp-client-disabled': 0.1,
      },
      any: { 'wsl-service-disabled': 0.85, 'security-software-filter': 0.3, 'ics-disabled': 0.15 },
    },
  },
  { codes: ['0x803b002a'], family: 'disabled-service', at: { any: { 'ics-disabled': 0.9 } } },
  {
    codes: ['0x8007042c', '0x8007041d', '0x80070426'],
    family: 'rpc',
    at: {
      network: { 'hns-not-running': 0.5, 'ics-disabled': 0.35, 'firewall-service-disabled': 0.3 },
      any: { 'wsl-service-disabled': 0.5, unknown: 0.3, 'wsl-install-damaged': 0.25 },
    },
  },
  {
    // WSL#11265, #7170, #6037, #5331, #4403.
    codes: ['0x800706d9'],
    family: 'rpc',
    at: { any: { 'hns-not-running': 0.6, 'ics-disabled': 0.45, 'firewall-service-disabled': 0.3 } },
  },
  {
    // WSL#9634: after a restart of HNS while WSL was up.
    codes: ['0x800706ba', '0x800706be', '0x800706bf', '0x803b0020'],
    family: 'rpc',
    at: {
      network: { 'hns-not-running': 0.6, 'virtual-machine-platform-off': 0.3, 'hns-state-stale': 0.25 },
      any: { unknown: 0.4, 'wsl-service-disabled': 0.35, 'wsl-install-damaged': 0.3 },
    },
  },
  {
    // WSL#10889, #10709, #12046, #4364.
    codes: ['0xffffffff'],
    family: 'dns',
    at: {
      network: { 'port-53-taken': 0.8, 'security-software-filter': 0.15, 'ics-disabled': 0.15 },
      any: { 'port-53-taken': 0.55, unknown: 0.4 },
    },
  },
  {
    codes: ['0x80072740', '0x8007271d'],
    family: 'dns',
    at: { network: { 'port-53-taken': 0.5, 'ephemeral-ports-fragmented': 0.4 } },
  },
  {
    // WSL#11980 (24H2), kachick/dotfiles#818.
    codes: ['0x80070005', '0xc0000022'],
    family: 'access',
    at: {
      network: { 'hns-access-denied': 0.75, 'windows-regression': 0.45, 'security-software-filter': 0.15 },
      any: { unknown: 0.45, 'hns-access-denied': 0.3, 'security-software-filter': 0.2 },
    },
  },
  {
    // WSL#11811, #10089, #12909, #10483, #6107, #5294.
    codes: ['0x803b0001', '0x803b0007', '0x803b0010', '0x803b0013', '0x803b0014', '0x803b0017', '0x803b001a'],
    family: 'hns-state',
    at: { any: { 'hns-state-stale': 0.75, 'unknown-vswitch-failure': 0.25, 'windows-regression': 0.15 } },
  },
  {
    codes: ['0x803b001f', '0x803b0037'],
    family: 'missing-service',
    at: {
      any: {
        'virtual-machine-platform-off': 0.5,
        'hyperv-components-damaged': 0.3,
        'security-software-filter': 0.25,
      },
    },
  },
  {
    // KB5074109: HNS rejects policies on loopback endpoints.
    codes: ['0x803b001b'],
    family: 'hns-state',
    at: { any: { 'windows-regression': 0.7, 'hns-state-stale': 0.25 } },
  },
  {
    // WSL#7998: printed as if a distribution of that name existed; which it may, outside the network.
    codes: ['0x800700b7'],
    family: 'hns-state',
    at: {
      network: { 'netnat-leftover': 0.7, 'hns-state-stale': 0.4 },
      // containers/podman#17263, WSL#12638: a distribution of that name is there. Only without any path may it be either.
      service: { unknown: 0.6 },
      install: { unknown: 0.6 },
      any: { unknown: 0.5, 'netnat-leftover': 0.25 },
    },
  },
  {
    // ERROR_DUP_NAME: Windows has one NAT, and something holds it: ocroz/wsl2-boot#3, anthropics/claude-code#25717.
    codes: ['0x80070034'],
    family: 'hns-state',
    at: {
      network: { 'netnat-leftover': 0.6, 'hns-state-stale': 0.4, 'unknown-vswitch-failure': 0.2 },
    },
  },
  {
    // WSL#12351, #13600, #40439, #41228: mirrored mode wants 4096 ports in a row.
    codes: ['0x8007054f'],
    family: 'ports',
    at: { any: { 'ephemeral-ports-fragmented': 0.8, 'windows-regression': 0.2, 'hns-state-stale': 0.15 } },
  },
  {
    // WSL#41398: KB5121003.
    codes: ['0xc0010022'],
    family: 'ports',
    at: { any: { 'windows-regression': 0.75, 'security-software-filter': 0.2 } },
  },
  {
    // WSL#8859: bridged mode without its switch; kernel and modules named in .wslconfig.
    codes: ['0x80040324', '0x80040325', '0x80040307', '0x8004030e'],
    family: 'wslconfig',
    at: { any: { 'wslconfig-invalid': 0.85 } },
  },
  {
    // WSL's own document is refused: bridged mode on Windows 10, said by Microsoft in MicrosoftDocs/WSL#1801; WSL#9218, #10711.
    codes: ['0x8037010d'],
    family: 'wslconfig',
    at: {
      network: { 'wslconfig-invalid': 0.8, 'unknown-vswitch-failure': 0.25 },
      any: { unknown: 0.45, 'hyperv-components-damaged': 0.35, 'wslconfig-invalid': 0.25 },
    },
  },
  {
    // Outside the network: WSL#11260 (encryption software), a setting of the virtual machine.
    codes: ['0x80070057'],
    family: 'wslconfig',
    at: {
      network: { 'unknown-vswitch-failure': 0.45, 'wslconfig-invalid': 0.35, 'hns-state-stale': 0.2 },
      vm: { unknown: 0.45, 'wslconfig-invalid': 0.35, 'security-software-filter': 0.25 },
    },
  },
  {
    // WSL#4120, #11384; Windows also gives it where the feature is off, said in microsoft/WSL#40723; damaged parts: WSL#41635.
    codes: ['0x80370102'],
    family: 'hypervisor',
    at: {
      any: {
        'hypervisor-off': 0.8,
        'virtual-machine-platform-off': 0.6,
        'hyperv-components-damaged': 0.25,
      },
    },
  },
  {
    codes: ['0x8004032d', '0x80040321', '0x80040304', '0x8007019e'],
    family: 'servicing',
    at: {
      any: {
        'virtual-machine-platform-off': 0.75,
        'wsl-install-damaged': 0.3,
        'windows-update-pending': 0.2,
      },
    },
  },
  {
    // The jishuzhan article: servicing rolls the feature back because a network component cannot be installed.
    codes: ['0x800f0922'],
    family: 'servicing',
    at: {
      any: {
        'vmware-bridge-leftover': 0.35,
        'virtual-machine-platform-off': 0.4,
        'windows-update-pending': 0.3,
      },
    },
  },
  {
    codes: ['0x80070bc2', '0x80070669'],
    family: 'servicing',
    at: { any: { 'windows-update-pending': 0.8 } },
  },
  {
    codes: ['0x800701bc'],
    family: 'servicing',
    at: { any: { 'wsl-outdated': 0.85, 'wsl-install-damaged': 0.3 } },
  },
  {
    // Microsoft's documentation: an update switched the WSL feature off.
    codes: ['0x80040154', '0x80080005', '0x80070643', '0x80070642', '0x80070652', '0x80070653', '0x80070656'],
    family: 'servicing',
    at: { any: { 'wsl-install-damaged': 0.65, 'windows-update-pending': 0.25 } },
  },
  {
    // ERROR_VIRUS_INFECTED and ERROR_VIRUS_DELETED, which only security software gives.
    codes: ['0x800700e1', '0x800700e2'],
    family: 'access',
    at: { any: { 'security-software-filter': 0.8, unknown: 0.2 } },
  },
  {
    // WSL#4177, #5351: a Winsock provider of a VPN or proxy.
    codes: ['0x8007273d'],
    family: 'winsock',
    at: { any: { 'winsock-provider': 0.85, 'security-software-filter': 0.2 } },
  },
  {
    codes: ['0x80072ee7', '0x80072efd', '0x80072efe', '0x80072eff', '0x80072ee2'],
    family: 'offline',
    at: { any: { 'host-offline': 0.75 } },
  },
  {
    // WSL#4925: Sangfor's VPN for 0x80004005; otherwise the codes say nothing.
    codes: ['0x80004005', '0x8000ffff'],
    family: 'generic',
    at: {
      network: {
        'unknown-vswitch-failure': 0.5,
        'security-software-filter': 0.25,
        'hyperv-components-damaged': 0.2,
        'hns-state-stale': 0.2,
      },
      any: { unknown: 0.5, 'security-software-filter': 0.2 },
    },
  },
];

const readings: ReadonlyMap<Hresult, CodeReading> = new Map(
  table.flatMap((reading) => reading.codes.map((code) => [code, reading] as const)),
);
