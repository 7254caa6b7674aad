/**
 * PowerShell questions, answered from the world by their id, in the shapes that the scripts in src/probes give:
 *
 * | id | answer | what it stands for |
 * |---|---|---|
 * | `events` | see event-log.ts | Get-WinEvent |
 * | `hns-networks` | `[{ID, Name, Type, State, SwitchName}]`; an error where hns does not run | Get-HnsNetwork |
 * | `network-configuration` | `[{InterfaceGuid, InterfaceIndex, InterfaceAlias, Dhcp, Addresses, …}]` | Get-NetIPInterface |
 * | `optional-features` | `[{Name, InstallState}]`: 1 enabled, 2 disabled, 3 absent | Win32_OptionalFeature |
 * | `adapter-bindings` | `[{Name, ComponentID, Enabled}]` | Get-NetAdapterBinding -AllBindings -IncludeHidden |
 * | `network-adapters` | `[{Name, InterfaceDescription, InterfaceGuid, ComponentID, Status, Hidden, Problem}]`; Status Up, Disconnected, Disabled, Not Present; Problem of Device Manager, 0 works, 56 never set up | Get-NetAdapter -IncludeHidden, Get-PnpDevice |
 * | `port-53` | `[{LocalAddress, OwningProcess, ProcessName, ServiceName}]`, the service '' where there is none | Get-NetUDPEndpoint -LocalPort 53 |
 * | `netnat` | `[{Name, InternalIPInterfaceAddressPrefix}]` | Get-NetNat |
 * | `hypervisor` | `{HypervisorPresent, VirtualizationFirmwareEnabled}`; the second is false while a hypervisor runs | Win32_ComputerSystem, Win32_Processor |
 * | `wmi-switch-service` | `[{Name: "nvspwmi", Started}]`; errors 0x8004100e (no Hyper-V), 0x80041010 (class gone), 0x80041003 (not elevated) | Msvm_VirtualEthernetSwitchManagementService |
 * | `firewall-profiles` | `[{Name, Enabled, AllowInbound, AllowLocalRules}]`; an error where the firewall's service does not run | Get-NetFirewallProfile -PolicyStore ActiveStore |
 * | `restore-points` | `{Protection, Newest, FrequencyMinutes}`; CommandNotFoundException on Server | Get-ComputerRestorePoint |
 * | `bitlocker` | `{MountPoint, ProtectionStatus}`: 0 off, 1 on | Get-BitLockerVolume |
 * | `virtual-machines` | `[{Name, State}]`: Running, Off, Saved; CommandNotFoundException without Hyper-V | Get-VM |
 * | `processes` | `[{ProcessName, Id}]`, all that the world has | Get-Process |
 */
import type { Answer, Question } from '../host.js';
import { adapterBindings, networkAdapters, networkConfiguration } from './adapter-answers.js';
import { failed, ok } from './answer.js';
import { eventsAnswer } from './event-log.js';
import { hnsNetworks, netNats, virtualMachines, wmiSwitchService } from './hyperv-answers.js';
import { isDisabled } from './network-components.js';
import type { WorldText } from './texts/text.js';
import {
  bitlocker,
  firewallProfiles,
  hypervisor,
  optionalFeatures,
  port53,
  processes,
  restorePoints,
} from './windows-answers.js';
import type { World } from './world.js';

/** What an answer depends on. */
export type AskedQuestion = Pick<Question, 'id' | 'args' | 'elevation'>;

type Answering = (world: World, question: AskedQuestion, text: WorldText, now: number) => Answer;

const answers: Readonly<Record<string, Answering>> = {
  events: eventsAnswer,
  'hns-networks': (world, _question, text) => hnsNetworks(world, text),
  'network-configuration': (world) => ok(networkConfiguration(world)),
  'adapter-bindings': (world) => ok(adapterBindings(world)),
  'network-adapters': (world) => ok(networkAdapters(world)),
  'optional-features': (world) => ok(optionalFeatures(world)),
  'port-53': (world) => ok(port53(world)),
  netnat: (world) => ok(netNats(world)),
  hypervisor: (world) => ok(hypervisor(world)),
  'wmi-switch-service': (world) => wmiSwitchService(world),
  'firewall-profiles': (world, _question, text) => firewallProfiles(world, text),
  'restore-points': (world) => restorePoints(world),
  bitlocker: (world) => ok(bitlocker(world)),
  'virtual-machines': (world) => virtualMachines(world),
  processes: (world) => ok(processes(world)),
};

/** They go through WMI, which may be the patient. */
const throughWmi: readonly string[] = [
  'optional-features',
  'netnat',
  'hypervisor',
  'wmi-switch-service',
  'bitlocker',
];

/** What a real machine takes for it, in milliseconds. */
export const questionMs = (question: Question): number => (question.id === 'events' ? 2200 : 1600);

/** HNS that hangs answers nobody (moby/moby#40699); whoever asks waits until its own limit. */
export function isUnanswered({ services }: World, question: Question): boolean {
  const hns = services.find(({ name }) => name === 'hns');
  return question.id === 'hns-networks' && hns?.state === 'stop-pending' && hns.onStop === 'hangs';
}

/** An unknown id is `unavailable`; an elevated question on an unelevated machine gets the error that PowerShell gives. */
export function answerQuestion(world: World, question: AskedQuestion, text: WorldText, now: number): Answer {
  if (world.languageMode === 'constrained') return { ok: false, reason: 'constrained-language' };
  const answer = answers[question.id];
  if (answer === undefined) return { ok: false, reason: 'unavailable', message: question.id };
  if (question.elevation === 'admin' && !world.elevated)
    return question.id === 'wmi-switch-service'
      ? failed(
          'HRESULT 0x80041003,Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand',
          '0x80041003',
        )
      : failed('System.UnauthorizedAccessException', '0x80070005', text.error(5));
  if (throughWmi.includes(question.id) && isDisabled(world, 'winmgmt'))
    return failed(
      'HRESULT 0x80070422,Microsoft.Management.Infrastructure.CimCmdlets.GetCimInstanceCommand',
      '0x80070422',
      text.error(1058),
    );
  return answer(world, question, text, now);
}
