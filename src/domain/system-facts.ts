/** What probes learn of Windows itself: features, hypervisor, WMI, other software, safety nets. */
import type { ServiceName } from './ids.js';

export type FeatureState = 'enabled' | 'disabled' | 'absent' | 'unknown';
/** Windows' own names, case and all. */
export const featureNames = [
  'VirtualMachinePlatform',
  'Microsoft-Windows-Subsystem-Linux',
  'Microsoft-Hyper-V-All',
  'Microsoft-Hyper-V',
  'HypervisorPlatform',
  'Containers',
] as const;
export type FeatureName = (typeof featureNames)[number];
/** As they are now: a change that waits for a restart is not told (commands.md section 1). */
export interface OptionalFeaturesFact {
  readonly features: Readonly<Record<FeatureName, FeatureState>>;
}

export interface HypervisorFact {
  /** Also true inside a virtual machine. */
  readonly running: boolean;
  /** Virtualization in the firmware; null where it cannot be told, which is so whenever a hypervisor runs. */
  readonly firmwareEnabled: boolean | null;
}
/** `bcdedit /enum {current}`. */
export interface BootConfigurationFact {
  /** `absent`: the entry is not there, and Windows' default counts. */
  readonly hypervisorLaunchType: 'auto' | 'off' | 'absent';
}

/** Msvm_VirtualEthernetSwitchManagementService in root\virtualization\v2. */
export interface WmiSwitchServiceFact {
  readonly answer: 'present' | 'no-instance' | 'namespace-missing' | 'class-missing' | 'denied' | 'failed';
  readonly started: boolean | null;
  /** `0x` and eight lower-case digits where WMI refused. */
  readonly hresult: string | null;
}
/** `winmgmt /verifyrepository`, asked twice before it counts as inconsistent. Informational: no repair of it cured 0x80041002. */
export interface WmiRepositoryFact {
  readonly consistent: boolean;
}

export interface SecurityProduct {
  /** `Comodo`, `Kaspersky`, … */
  readonly product: string;
  readonly kind: 'security' | 'vpn';
  /** Its services and drivers that are installed. */
  readonly services: readonly { readonly name: ServiceName; readonly running: boolean }[];
  /** As "Apps and features" lists it; null where only services were found. */
  readonly installed: { readonly name: string; readonly version: string | null } | null;
}
export interface SecuritySoftwareFact {
  readonly products: readonly SecurityProduct[];
}

/** Programs that a remedy would disturb, or that have to be closed first. */
export type RunningProgram =
  'docker-desktop' | 'windows-sandbox' | 'vmware' | 'virtualbox' | 'hyper-v-vm' | 'vpn';
export interface RunningSoftwareFact {
  readonly programs: readonly {
    readonly program: RunningProgram;
    /** Its process, without `.exe`. */
    readonly process: string;
  }[];
}

/** Hyper-V's own virtual machines; WSL's is not among them. */
export interface VirtualMachinesFact {
  readonly machines: readonly {
    readonly name: string;
    readonly state: 'running' | 'off' | 'saved' | 'other';
  }[];
}

export interface BitlockerFact {
  /** Of the system drive. `on` can ask for the recovery key after a change of the boot configuration. */
  readonly systemDrive: 'on' | 'off' | 'unknown';
}

export interface RestorePointsFact {
  /** A restore point can be made: System Protection is on, and this is no server. */
  readonly possible: boolean;
  /** The highest sequence number there is, null where there is no point. */
  readonly newest: number | null;
  /** `SystemRestorePointCreationFrequency` in minutes; null: Windows' default of 24 hours between two points. */
  readonly frequencyMinutes: number | null;
}

/** Whose distros these are: HKCU of an elevated administrator may be somebody else's (commands.md section 1). */
export interface ProfileOwnerFact {
  /** SID of this process's token. */
  readonly sid: string;
  /** SIDs of signed-in accounts that have distros. */
  readonly owners: readonly string[];
  /** `self`: this account has distros, or nobody has. `other`: only another account has. */
  readonly distrosOf: 'self' | 'other';
}

/** The files that WSL's own installer lays down. */
export interface WslInstallFact {
  /** Null where the registry names none: in-box WSL, or an older package. */
  readonly folder: string | null;
  readonly missing: readonly string[];
}

/** A virtual switch of our own, made and removed: asked for only. */
export interface TestSwitchFact {
  readonly outcome: 'created' | 'failed';
  readonly name: string;
  readonly hresult: string | null;
  /** FullyQualifiedErrorId of what failed. */
  readonly errorId: string | null;
  /** False where it could not be removed again; then its name is said. */
  readonly removed: boolean;
}

/** Where distros lie, and how much room there is for copies of them. */
export interface StorageFact {
  /** Of WSL 2 distros. */
  readonly disks: readonly {
    readonly distro: string;
    /** `BasePath`, without the prefix of long paths. */
    readonly folder: string;
    readonly file: string;
    /** Size of the file: more than the distro holds, as it never shrinks by itself. Null where it could not be told. */
    readonly bytes: number | null;
  }[];
  /** Bytes free on the volume of the person's profile, where our own folder is; null where it could not be told. */
  readonly freeBytes: number | null;
}
