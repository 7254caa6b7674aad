import type { CodeFamily } from '../causes/code-pointers.js';
import type { CauseId } from '../domain/ids.js';

/** A name in a text that speaks for causes. */
export interface EvidenceName {
  readonly pattern: RegExp;
  readonly points: readonly { readonly cause: CauseId; readonly weight: number }[];
  readonly explains: readonly CodeFamily[];
  /** The name of a program, which is no sign by itself that anything is wrong. */
  readonly isProgram?: true;
}

/** Failures that something in the way of network components can cause. */
export const switchFamilies: readonly CodeFamily[] = ['switch', 'servicing', 'generic'];
const filterFamilies: readonly CodeFamily[] = [
  'switch',
  'missing-service',
  'disabled-service',
  'access',
  'generic',
];

/**
 * Names that no Windows translates: products, components, GUIDs, settings, updates. Bounded repeats only, so that a hostile
 * text costs linear time.
 */
export const evidenceNames: readonly EvidenceName[] = [
  {
    // The COM class of VMware's notify object: WSL#9016, #12055.
    pattern: /\{?3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b\}?/i,
    points: [{ cause: 'vmware-bridge-leftover', weight: 0.5 }],
    explains: switchFamilies,
  },
  {
    pattern: /vmnetbridge(?:\.dll|\.sys)?|vmware[_ ]bridge/i,
    points: [{ cause: 'vmware-bridge-leftover', weight: 0.45 }],
    explains: switchFamilies,
  },
  {
    pattern: /vmware/i,
    points: [{ cause: 'vmware-bridge-leftover', weight: 0.4 }],
    explains: switchFamilies,
    isProgram: true,
  },
  {
    // Device Manager's problem code: the word before the number is translated, number and brackets are not.
    pattern:
      /[(（][CcKkКк代コ코錯错][^()（）\d\n]{0,8}\s?56[)）]|ConfigManagerErrorCode\W{1,8}56\b|\bCM_PROB_NEED_CLASS_CONFIG\b/,
    points: [
      { cause: 'network-setup-service-disabled', weight: 0.3 },
      { cause: 'vmware-bridge-leftover', weight: 0.25 },
    ],
    explains: switchFamilies,
  },
  {
    // Strong for a blocked switch or driver: WSL#5329, #5340, #8446.
    pattern: /\bcomodo\b/i,
    points: [{ cause: 'security-software-filter', weight: 0.5 }],
    explains: filterFamilies,
    isProgram: true,
  },
  {
    pattern:
      /\b(?:Avast|Kaspersky|Twingate|Sangfor|Bitdefender|McAfee|Norton|Sophos|CrowdStrike|SentinelOne|Zscaler|Symantec|Webroot|Trend Micro|F-Secure|AnyConnect|GlobalProtect|FortiClient|Huorong|Qihoo)\b|火绒|360安全|深信服|卡巴斯基/i,
    points: [{ cause: 'security-software-filter', weight: 0.35 }],
    explains: filterFamilies,
    isProgram: true,
  },
  {
    // In capitals only: `avg` is a word of ping and of load statistics.
    pattern: /\b(?:AVG|ESET)\b/,
    points: [{ cause: 'security-software-filter', weight: 0.35 }],
    explains: filterFamilies,
    isProgram: true,
  },
  {
    // WSL#12512: it cannot be started. Being stopped says nothing, it is started on demand.
    pattern: /\bSharedAccess\b/i,
    points: [{ cause: 'ics-disabled', weight: 0.2 }],
    explains: ['disabled-service', 'rpc'],
  },
  {
    // WSL#4177, #5351: layered service providers.
    pattern: /\b(?:Sangfor|EasyConnect|Astrill|Proxifier|PermittedLspCategories)\b|深信服/i,
    points: [{ cause: 'winsock-provider', weight: 0.4 }],
    explains: ['winsock', 'generic'],
    isProgram: true,
  },
  {
    // WSL#10889, #10709, #4364, #4432, #5092, #11597.
    pattern:
      /\b(?:Technitium|Acrylic|dnscrypt(?:-proxy)?|AdGuard(?: ?Home)?|Pi-hole|YogaDNS|Simple DNS|unbound\.exe|dockerd|Private Internet Access)\b/i,
    points: [{ cause: 'port-53-taken', weight: 0.4 }],
    explains: ['dns'],
    isProgram: true,
  },
  {
    pattern: /\b(?:0\.0\.0\.0|\[::\]|127\.0\.0\.1):53\b|-LocalPort\s{1,4}53\b/i,
    points: [{ cause: 'port-53-taken', weight: 0.3 }],
    explains: ['dns'],
  },
  {
    // Group policy over device installation: WSL#6724, #8337. The Net class GUID also stands in ordinary registry paths.
    pattern:
      /DeviceInstall\\Restrictions|\b(?:Deny|Allow)Device(?:Classes|IDs)|\bDenyUnspecified\b|(?<!Class\\|Network\\)\{4D36E972-E325-11CE-BFC1-08002BE10318\}/i,
    points: [{ cause: 'device-install-policy', weight: 0.5 }],
    explains: switchFamilies,
  },
  {
    pattern: /\bvfpext\b/i,
    points: [{ cause: 'virtual-machine-platform-off', weight: 0.3 }],
    explains: ['missing-service', 'generic'],
  },
  {
    pattern: /VirtualMachinePlatform[^\n]{0,40}(?:\r?\n[^\n]{0,40}){0,2}\bDisabled\b/i,
    points: [{ cause: 'virtual-machine-platform-off', weight: 0.5 }],
    explains: ['missing-service', 'hypervisor', 'servicing', 'generic'],
  },
  {
    // WSL's own disks, which come with its installer: WSL#12753, #11253, #40488.
    pattern: /\bWSL[\\/]{1,2}(?:system|modules)\.vhdx?\b/i,
    points: [{ cause: 'wsl-install-damaged', weight: 0.55 }],
    explains: switchFamilies,
  },
  {
    pattern: /hypervisorlaunchtype\s{1,20}off/i,
    points: [{ cause: 'hypervisor-off', weight: 0.5 }],
    explains: ['hypervisor', 'generic'],
  },
  {
    pattern: /\bMSFT_NetNat\b|\bInternalIPInterfaceAddressPrefix\b/i,
    points: [{ cause: 'netnat-leftover', weight: 0.3 }],
    explains: ['hns-state', 'generic'],
  },
  {
    pattern: /\bExternalInterfaceConstraint\b|\bConstrainedICS\b/i,
    points: [{ cause: 'nat-interface-constraint', weight: 0.5 }],
    explains: ['switch', 'hns-state', 'generic'],
  },
  {
    pattern: /\bms_bridge\b|\bBridgeMP\b|\bMsBridge\b/i,
    points: [{ cause: 'network-bridge', weight: 0.5 }],
    explains: ['switch', 'generic'],
  },
  {
    // Updates that Microsoft or the threads name: WSL#11980, #41398, PR 40886.
    pattern: /\bKB(?:5121003|5074109|5041865|5043178)\b/i,
    points: [{ cause: 'windows-regression', weight: 0.25 }],
    explains: ['access', 'ports', 'hns-state', 'generic'],
  },
];
