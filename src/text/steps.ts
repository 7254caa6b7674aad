/** What a step is called, what it changes, stops and loses, what is kept, and how it is taken back. Functions of its data. */
import type { StartType } from '../domain/facts.js';
import type { StepText, StepTextKey, StepTextTable } from '../domain/plan.js';
import type { RunningProgram } from '../domain/system-facts.js';
import type { WindowName } from '../host/windows-to-open.js';
import { sizeText } from './size.js';

export interface StepWords {
  readonly title: string;
  readonly changes: string;
  /** What stops; empty where nothing does. */
  readonly stops: string;
  readonly lost: string;
  readonly backup: string;
  readonly undo: string;
}

export type StepsText = {
  readonly [Key in StepTextKey]: (data: StepTextTable[Key]) => StepWords;
};

export function describeStep(text: StepsText, step: StepText): StepWords {
  // Each key has the function for its own data; the compiler cannot follow the pair.
  const describe = text[step.key] as (data: StepText['data']) => StepWords;
  return describe(step.data);
}

const list = (names: readonly string[]): string => names.join(', ');

export const en: StepsText = {
  'shut-wsl-down': ({ running, quitFirst = [] }) => ({
    title: 'Shut WSL down',
    changes: 'WSL reads its settings anew at its next start.',
    stops: [
      running.length === 0 ? 'No distro runs now.' : `Running now: ${list(running)}.`,
      ...quitFirstWords(quitFirst),
    ].join(' '),
    lost:
      running.length === 0
        ? 'Nothing.'
        : 'Unsaved work in running distros, and everything that runs in them, Docker Desktop included.',
    backup: '',
    undo:
      running.length === 0 ? 'Nothing has to be undone.' : 'Start the distros again; unsaved work is gone.',
  }),
  'save-network-settings': ({ adapters, staticAdapters }) => ({
    title: 'Save TCP/IP and Winsock settings',
    changes: 'Nothing: it reads, and writes into this program’s own folder.',
    stops: '',
    lost: 'Nothing.',
    backup: `The settings of ${adapters} adapters, ${staticAdapters} of them set by hand.`,
    undo: 'Nothing has to be undone.',
  }),
  'stop-service': ({ service, dependents }) => ({
    title: `Stop ${service}`,
    changes: `${serviceNames[service.toLowerCase()] ?? service} is stopped; it is started again in a later step.`,
    stops: [
      'WSL’s network, Docker Desktop and the networks of virtual machines pause.',
      ...(dependents.length === 0
        ? []
        : [`Also stops, and is started again afterwards: ${list(dependents)}.`]),
    ].join(' '),
    lost: 'Nothing on disk. Connections through these networks are cut.',
    backup: 'The states of the services are recorded.',
    undo: `${list([service, ...[...dependents].reverse()])} started again, by itself if the plan fails.`,
  }),
  'start-service': ({ service }) => ({
    title: `Start ${service}`,
    changes: `${serviceNames[service.toLowerCase()] ?? service} runs again.`,
    stops: '',
    lost: 'Nothing.',
    backup: '',
    undo: 'Nothing has to be undone: it ran before.',
  }),
  'reset-tcpip': ({ staticAdapters }) => ({
    title: 'Reset TCP/IP',
    changes:
      'TCP/IP parameters of every adapter go back to what Windows ships. It takes effect at the restart.',
    stops: '',
    lost:
      staticAdapters.length === 0
        ? 'Nothing of the adapters: nothing was set by hand.'
        : `Addresses, gateways, name servers, routes and metrics that were set by hand, on: ${list(staticAdapters)}. They are given back after the restart.`,
    backup: 'Saved in the step before, as a script, as registry files and as JSON.',
    undo:
      staticAdapters.length === 0
        ? 'It cannot be undone exactly. Nothing was set by hand, so nothing has to be given back.'
        : 'Addresses, gateways and name servers can be set again with netsh. Other parameters stay as Windows ships them.',
  }),
  'reset-winsock': () => ({
    title: 'Reset Winsock',
    changes: 'The Winsock catalog goes back to what Windows ships. It takes effect at the restart.',
    stops: '',
    lost: 'Layered providers of VPN, proxy or security software; they may have to be repaired or reinstalled.',
    backup: 'The catalog is saved as a list and as a registry file.',
    undo: 'It cannot be undone by this program. The saved registry file shows what was there.',
  }),
  'edit-wslconfig': ({ path, mode }) => ({
    title: `Set networkingMode=${mode.toLowerCase()}`,
    changes: `One line of ${path}; every other byte stays as it is.`,
    stops: '',
    lost: 'Nothing.',
    backup: 'The file as it is now.',
    undo: 'The file is put back byte by byte, by itself if the plan fails.',
  }),
  'set-default-version': ({ version, before }) => ({
    title: `Make WSL ${version} the default for new distros`,
    changes: 'Distros that are installed from now on. Those that exist stay as they are.',
    stops: '',
    lost: 'Nothing.',
    backup: '',
    undo: `WSL ${before ?? 2} is made the default again.`,
  }),
  'mend-wslconfig': ({ path, lines }) => ({
    title: 'Correct .wslconfig',
    changes: `${lines.length === 1 ? `Line ${list(lines.map(String))}` : `Lines ${list(lines.map(String))}`} of ${path}, so that WSL reads what was meant; every other byte stays as it is.`,
    stops: '',
    lost: 'Nothing.',
    backup: 'The file as it is now.',
    undo: 'The file is put back byte by byte, by itself if the plan fails.',
  }),
  'restore-wslconfig': ({ path }) => ({
    title: 'Put .wslconfig back',
    changes: `${path} is again as it was before this plan.`,
    stops: '',
    lost: 'Nothing.',
    backup: '',
    undo: 'Nothing has to be undone.',
  }),
  'export-distro': ({ distro, needed, free }) => ({
    title: `Copy ${distro} into a file`,
    changes: `Nothing in ${distro}. ${roomWords(needed, free)} If the disk is too small all the same, the plan ends here and nothing is lost.`,
    stops: '',
    lost: 'Nothing.',
    backup: `All of ${distro}, as a tar file that wsl --import reads.`,
    undo: 'Nothing has to be undone. The copy is kept.',
  }),
  'copy-disk': ({ distro, path, needed, free }) => ({
    title: `Copy the virtual disk of ${distro}`,
    changes: `Nothing in ${distro}: ${path} is read and copied, never moved. ${roomWords(needed, free)} WSL does not even start without a network here, so that it cannot export the distro itself.`,
    stops: '',
    lost: 'Nothing.',
    backup: `All of ${distro}, as the virtual disk that wsl --import-in-place takes on a machine whose WSL starts.`,
    undo: 'Nothing has to be undone. The copy is kept.',
  }),
  'convert-distro': ({ distro }) => ({
    title: `Convert ${distro} to WSL 1`,
    changes: `${distro} is moved from its virtual disk into a folder of Windows, which takes minutes to hours.`,
    stops: `${distro} cannot be used meanwhile.`,
    lost: 'WSL 1 has no systemd, no Docker, no graphical programs and no FUSE. The virtual disk is deleted once everything is moved.',
    backup: 'The copy from the step before.',
    undo: 'Converting back to WSL 2 takes as long, and needs a WSL 2 that starts. The copy can be imported as well.',
  }),
  'update-wsl': ({ version, running, quitFirst = [] }) => ({
    title: 'Update WSL',
    changes: `WSL${version === null ? '' : ` ${version}`} is replaced by the newest version, about 250 MB from the internet. Windows may ask for permission.`,
    stops: [
      'WSL, for some minutes.',
      ...(running.length === 0 ? [] : [`Running now: ${list(running)}.`]),
      ...quitFirstWords(quitFirst),
    ].join(' '),
    lost: running.length === 0 ? 'Nothing. Distros stay.' : 'Unsaved work in running distros. Distros stay.',
    backup: '',
    undo: 'It cannot be undone by this program. Older packages are on the page of WSL’s releases.',
  }),
  'set-start-type': ({ service, startType, before }) => ({
    title: `Let ${service} start again`,
    changes: `The start type of ${service}: from ${startTypeWords[before]} to ${startTypeWords[startType]}, which is what Windows ships.`,
    stops: '',
    lost: 'Nothing. If a program or a policy disabled it on purpose, it may disable it again.',
    backup: 'The start type from before is recorded.',
    undo: `The start type is set back to ${startTypeWords[before]}, by itself if the plan fails.`,
  }),
  'enable-features': ({ features, bitlocker }) => ({
    title: `Switch ${list(features)} on`,
    changes:
      'A feature of Windows. It takes effect at the restart; Windows can take it back then, which is checked.',
    stops: '',
    lost: [
      'Nothing. VMware and VirtualBox may run slower beside it.',
      ...(bitlocker ? ['BitLocker may ask for the recovery key at the restart: have it at hand.'] : []),
    ].join(' '),
    backup: 'The states of the features are recorded.',
    undo: 'The feature can be switched off again; that needs a restart, too.',
  }),
  'disable-features': ({ features, machines, bitlocker }) => ({
    title: `Switch ${list(features)} off`,
    changes: 'A feature of Windows. It takes effect at the restart, and it is switched on again after that.',
    stops: [
      'From the restart until the second one there is no WSL 2.',
      ...(machines.length === 0 ? [] : [`Virtual machines that do not run meanwhile: ${list(machines)}.`]),
    ].join(' '),
    lost: [
      'Virtual switches of Hyper-V and their ties to adapters. Distros and virtual machines stay.',
      ...(bitlocker ? ['BitLocker may ask for the recovery key at the restart: have it at hand.'] : []),
    ].join(' '),
    backup: 'The states of the features are recorded; exactly those that are on come back.',
    undo: 'The feature can be switched on again; that needs a restart, too.',
  }),
  'check-features': ({ features, state }) => ({
    title: `See whether ${list(features)} ${features.length === 1 ? 'is' : 'are'} ${state === 'enabled' ? 'on' : 'off'}`,
    changes: 'Nothing: it looks. Windows sometimes takes a change of features back while it restarts.',
    stops: '',
    lost: 'Nothing.',
    backup: '',
    undo: 'Nothing has to be undone.',
  }),
  'save-switches': () => ({
    title: 'Write down the virtual switches',
    changes: 'Nothing: it reads.',
    stops: '',
    lost: 'Nothing.',
    backup: 'Names, kinds and adapters of Hyper-V’s switches, to make them again by.',
    undo: 'Nothing has to be undone.',
  }),
  'start-hypervisor': ({ bitlocker }) => ({
    title: 'Let the hypervisor start with Windows',
    changes: 'hypervisorlaunchtype in the boot entry: from off to auto. It takes effect at the restart.',
    stops: '',
    lost: [
      'Nothing. Older VMware, and some games, do not run beside a hypervisor.',
      ...(bitlocker ? ['BitLocker may ask for the recovery key at the restart: have it at hand.'] : []),
    ].join(' '),
    backup: 'The value from before is recorded.',
    undo: 'It is set back to off, by itself if the plan fails.',
  }),
  'check-hypervisor': () => ({
    title: 'See whether the hypervisor runs',
    changes: 'Nothing: it looks.',
    stops: '',
    lost: 'Nothing.',
    backup: '',
    undo: 'Nothing has to be undone.',
  }),
  'save-registry-key': ({ key }) => ({
    title: 'Export the registry key',
    changes: 'Nothing: it reads, and writes into this program’s own folder.',
    stops: '',
    lost: 'Nothing.',
    backup: `${key}, with everything below it.`,
    undo: 'Nothing has to be undone.',
  }),
  'remove-vmware-bridge': ({ dll }) => ({
    title: 'Remove what VMware’s bridge left behind',
    changes: `The registration of VMware’s network bridge, which points to a file that is gone: ${dll}. It takes effect at the restart.`,
    stops: '',
    lost: 'Nothing that works: no VMware is installed.',
    backup: 'The registration was exported in the step before.',
    undo: 'The registration is imported again, by itself if the plan fails.',
  }),
  'remove-hns-network': ({ name }) => ({
    title: `Remove the network ${name}`,
    changes:
      'WSL’s own network in the Host Network Service. WSL makes it anew at its next start. No other network is touched.',
    stops: '',
    lost: 'WSL’s addresses may be others afterwards.',
    backup: '',
    undo: 'Nothing has to be undone: WSL makes the network again by itself.',
  }),
  'clear-hns-state': ({ networks }) => ({
    title: 'Clear what the Host Network Service remembers',
    changes: 'The registry key in which it keeps networks and ports. It makes its own anew.',
    stops: '',
    lost: [
      'Networks of containers and virtual machines that only it remembers; Docker has to make its own again.',
      ...(networks.length === 0 ? [] : [`Known to it now: ${list(networks)}.`]),
    ].join(' '),
    backup: 'The key was exported in an earlier step.',
    undo: 'The key is imported again while the service is stopped, by itself if the plan fails.',
  }),
  'remove-netnat': ({ name, prefix }) => ({
    title: `Remove the NAT network ${name}`,
    changes: `The NAT network ${prefix} that somebody set up in Windows. Windows has room for one.`,
    stops: '',
    lost: `Virtual machines and containers behind ${name} lose their way out, with its port mappings.`,
    backup: 'Its name and its prefix are recorded.',
    undo: 'It can be made again with the same name and prefix; port mappings have to be set up by hand.',
  }),
  'recompile-mof': () => ({
    title: 'Register Hyper-V’s WMI classes anew',
    changes: 'The classes that Windows ships are written into the WMI repository again.',
    stops: '',
    lost: 'Nothing that Windows does not ship.',
    backup: '',
    undo: 'It cannot be undone, and does not have to be: the classes are those of Windows.',
  }),
  'repair-component-store': () => ({
    title: 'Repair the component store',
    changes:
      'Damaged files of Windows are replaced by sound ones from Windows Update. It takes 5 to 30 minutes.',
    stops: '',
    lost: 'Nothing but damaged files.',
    backup: '',
    undo: 'It cannot be undone, and does not have to be.',
  }),
  'check-system-files': () => ({
    title: 'Check the system files',
    changes: 'Files of Windows that differ from the component store are replaced. It takes up to 30 minutes.',
    stops: '',
    lost: 'Files of Windows that somebody changed on purpose.',
    backup: '',
    undo: 'It cannot be undone.',
  }),
  'widen-ports': ({ ports, to }) => ({
    title: 'Widen the dynamic ports',
    changes: `${to.start} to ${to.start + to.count - 1}, now for ${list(ports.map(({ family, protocol, start, count }) => `${family} ${protocol}: ${start} to ${start + count - 1}`))}. It takes effect at the restart.`,
    stops: '',
    lost: 'Nothing. A program that was set up for the old range may have to be told.',
    backup: 'The ranges from before are recorded.',
    undo: 'The ranges are set back, by itself if the plan fails.',
  }),
  'stop-port-owner': ({ service, process }) => ({
    title: `Stop ${service}`,
    changes: `${service} (${process}) lets go of UDP port 53, where Windows sets up name resolution for WSL. It comes back when Windows restarts; to keep the port free, change its settings.`,
    stops: `${service}, and with it the name resolution that it does for this machine.`,
    lost: 'Nothing on disk.',
    backup: 'Its state is recorded.',
    undo: `${service} is started again, by itself if the plan fails.`,
  }),
  'lift-restore-limit': ({ minutes }) => ({
    title: 'Lift the limit on restore points',
    changes:
      'Windows makes one restore point in 24 hours at most, and skips the next without an error. The limit is off until the point is made.',
    stops: '',
    lost: 'Nothing.',
    backup:
      minutes === null
        ? 'No limit of its own was set.'
        : `The limit from before is recorded: ${minutes} minutes.`,
    undo: 'The limit is set back, by itself if the plan fails.',
  }),
  'make-restore-point': ({ newest }) => ({
    title: 'Make a restore point',
    changes: `Windows saves its settings and system files. The newest point now is ${newest === null ? 'none' : `number ${newest}`}; only a higher number counts as success.`,
    stops: '',
    lost: 'Nothing. The oldest points may go where space is short.',
    backup: '',
    undo: 'The point stays; it can be deleted in Windows.',
  }),
  'set-restore-limit-back': ({ minutes }) => ({
    title: 'Set the limit on restore points back',
    changes:
      minutes === null
        ? 'Windows’ own limit of 24 hours counts again.'
        : `The limit is ${minutes} minutes again.`,
    stops: '',
    lost: 'Nothing.',
    backup: '',
    undo: 'Nothing has to be undone.',
  }),
  'open-window': ({ window }) => ({
    title: 'Open the window',
    changes: `Nothing: it opens ${windowWords[window]}. What happens there is yours to decide; then come back and look again.`,
    stops: '',
    lost: 'Nothing by opening it.',
    backup: '',
    undo: 'Nothing has to be undone.',
  }),
  'keep-address': ({ adapter, addresses }) => ({
    title: `Look whether ${adapter} kept its settings`,
    changes:
      addresses.length === 0
        ? 'Its metric, if it is gone already. After the restart that is looked at again.'
        : `What is gone already of ${list(addresses)} is given back. After the restart that is looked at again.`,
    stops: 'Where something is given back, its connections pause for a moment.',
    lost: 'Nothing.',
    backup: 'The settings were saved before the reset.',
    undo: 'The adapter can be set back to automatic addresses in Settings.',
  }),
  'give-address-back': ({ adapter, addresses }) => ({
    title: `Give ${adapter} its settings back`,
    changes: addresses.length === 0 ? 'Its metric.' : `It gets ${list(addresses)}.`,
    stops: 'Its connections pause for a moment.',
    lost: 'Nothing.',
    backup: 'The settings were saved before the reset.',
    undo: 'The adapter can be set back to automatic addresses in Settings.',
  }),
};

function quitFirstWords(programs: readonly RunningProgram[]): readonly string[] {
  return programs.length === 0
    ? []
    : [`Quit these first, so that they lose nothing: ${list(programs.map((each) => programWords[each]))}.`];
}

function quitFirstWordsZh(programs: readonly RunningProgram[]): readonly string[] {
  return programs.length === 0
    ? []
    : [`请先退出以下程序，以免丢失内容：${listZh(programs.map((each) => programWordsZh[each]))}。`];
}

/** What a copy needs at most, and whether that is there. */
function roomWords(needed: number | null, free: number | null): string {
  if (needed === null || free === null)
    return 'The copy takes as much of the disk as the distro holds; how much is free could not be read.';
  const figures = `The copy takes up to ${sizeText(needed)}, and ${sizeText(free)} are free.`;
  return needed <= free
    ? figures
    : `${figures} That may be too little: make room first, unless you know that the distro holds less.`;
}

function roomWordsZh(needed: number | null, free: number | null): string {
  if (needed === null || free === null) return '副本占用的磁盘空间与发行版相当；未能读取可用空间。';
  const figures = `副本最多占用 ${sizeText(needed)}，目前可用 ${sizeText(free)}。`;
  return needed <= free ? figures : `${figures}可能不够：请先腾出空间，除非您知道该发行版中的内容较少。`;
}

const serviceNames: Readonly<Record<string, string>> = {
  hns: 'The Host Network Service (hns)',
  vmcompute: 'The Hyper-V Host Compute Service (vmcompute)',
};

const startTypeWords: Readonly<Record<StartType, string>> = {
  boot: 'boot',
  system: 'system',
  automatic: 'automatic',
  manual: 'manual',
  disabled: 'disabled',
};

const programWords: Readonly<Record<RunningProgram, string>> = {
  'docker-desktop': 'Docker Desktop',
  'windows-sandbox': 'Windows Sandbox',
  vmware: 'VMware',
  virtualbox: 'VirtualBox',
  'hyper-v-vm': 'virtual machines of Hyper-V',
  vpn: 'the VPN',
};

const windowWords: Readonly<Record<WindowName, string>> = {
  apps: 'Settings, Apps, Installed apps',
  'windows-update': 'Settings, Windows Update',
  'network-reset': 'Settings, Network (Network reset is below Advanced network settings)',
  recovery: 'Settings, System, Recovery',
  'system-restore': 'System Restore',
  'device-policy':
    'the Local Group Policy Editor (Computer Configuration, Administrative Templates, System, Device Installation)',
  'wsl-releases': 'the page of WSL’s releases in your browser',
  'wsl-export-help': 'Microsoft’s page about moving distros in your browser',
};

const startTypeWordsZh: Readonly<Record<StartType, string>> = {
  boot: '引导',
  system: '系统',
  automatic: '自动',
  manual: '手动',
  disabled: '禁用',
};

const programWordsZh: Readonly<Record<RunningProgram, string>> = {
  'docker-desktop': 'Docker Desktop',
  'windows-sandbox': 'Windows 沙盒',
  vmware: 'VMware',
  virtualbox: 'VirtualBox',
  'hyper-v-vm': 'Hyper-V 虚拟机',
  vpn: 'VPN',
};

const windowWordsZh: Readonly<Record<WindowName, string>> = {
  apps: '“设置”中的“应用”>“已安装的应用”',
  'windows-update': '“设置”中的“Windows 更新”',
  'network-reset': '“设置”中的“网络”（“网络重置”在“高级网络设置”下）',
  recovery: '“设置”中的“系统”>“恢复”',
  'system-restore': '系统还原',
  'device-policy': '本地组策略编辑器（计算机配置 > 管理模板 > 系统 > 设备安装）',
  'wsl-releases': '浏览器中的 WSL 发布页面',
  'wsl-export-help': '浏览器中 Microsoft 关于迁移发行版的页面',
};

const listZh = (names: readonly string[]): string => names.join('、');

const serviceNamesZh: Readonly<Record<string, string>> = {
  hns: '主机网络服务 (hns)',
  vmcompute: 'Hyper-V 主机计算服务 (vmcompute)',
};

export const zhCN: StepsText = {
  'shut-wsl-down': ({ running, quitFirst = [] }) => ({
    title: '关闭 WSL',
    changes: 'WSL 下次启动时会重新读取设置。',
    stops: [
      running.length === 0 ? '目前没有发行版在运行。' : `正在运行：${listZh(running)}。`,
      ...quitFirstWordsZh(quitFirst),
    ].join(''),
    lost:
      running.length === 0
        ? '没有。'
        : '正在运行的发行版中未保存的工作，以及其中运行的所有程序，包括 Docker Desktop。',
    backup: '',
    undo: running.length === 0 ? '无需撤销。' : '可以重新启动发行版；未保存的工作无法找回。',
  }),
  'save-network-settings': ({ adapters, staticAdapters }) => ({
    title: '保存 TCP/IP 和 Winsock 设置',
    changes: '没有更改：只读取设置，并写入本程序自己的文件夹。',
    stops: '',
    lost: '没有。',
    backup: `${adapters} 个网络适配器的设置，其中 ${staticAdapters} 个有手动设置。`,
    undo: '无需撤销。',
  }),
  'stop-service': ({ service, dependents }) => ({
    title: `停止 ${service}`,
    changes: `停止${serviceNamesZh[service.toLowerCase()] ?? `服务 ${service}`}，后面的步骤会再次启动它。`,
    stops: [
      'WSL 网络、Docker Desktop 和虚拟机的网络会中断。',
      ...(dependents.length === 0 ? [] : [`还会停止（之后会再次启动）：${listZh(dependents)}。`]),
    ].join(''),
    lost: '磁盘上的内容不受影响。经过这些网络的连接会断开。',
    backup: '各服务的状态已记录。',
    undo: `重新启动 ${listZh([service, ...[...dependents].reverse()])}；方案失败时会自动执行。`,
  }),
  'start-service': ({ service }) => ({
    title: `启动 ${service}`,
    changes: `${serviceNamesZh[service.toLowerCase()] ?? `服务 ${service}`}恢复运行。`,
    stops: '',
    lost: '没有。',
    backup: '',
    undo: '无需撤销：它之前就在运行。',
  }),
  'reset-tcpip': ({ staticAdapters }) => ({
    title: '重置 TCP/IP',
    changes: '所有网络适配器的 TCP/IP 参数恢复为 Windows 的初始状态，重启后生效。',
    stops: '',
    lost:
      staticAdapters.length === 0
        ? '适配器的设置没有丢失：没有手动设置的内容。'
        : `以下适配器上手动设置的地址、网关、DNS 服务器、路由和跃点数：${listZh(staticAdapters)}。它们会在重启后还原。`,
    backup: '已在前面的步骤中保存为脚本、注册表文件和 JSON。',
    undo:
      staticAdapters.length === 0
        ? '无法完全撤销。没有手动设置的内容，因此无需还原。'
        : '可以用 netsh 重新设置地址、网关和 DNS 服务器。其他参数保持 Windows 的初始状态。',
  }),
  'reset-winsock': () => ({
    title: '重置 Winsock',
    changes: 'Winsock 目录恢复为 Windows 的初始状态，重启后生效。',
    stops: '',
    lost: 'VPN、代理或安全软件的分层提供程序；这些软件可能需要修复或重新安装。',
    backup: '目录已保存为列表和注册表文件。',
    undo: '本程序无法撤销。保存的注册表文件记录了原来的内容。',
  }),
  'edit-wslconfig': ({ path, mode }) => ({
    title: `设置 networkingMode=${mode.toLowerCase()}`,
    changes: `${path} 中的一行；其余每个字节都保持不变。`,
    stops: '',
    lost: '没有。',
    backup: '文件目前的内容。',
    undo: '逐字节还原文件；方案失败时会自动执行。',
  }),
  'set-default-version': ({ version, before }) => ({
    title: `新发行版默认使用 WSL ${version}`,
    changes: '今后安装的发行版。已有的发行版保持不变。',
    stops: '',
    lost: '没有。',
    backup: '',
    undo: `重新以 WSL ${before ?? 2} 为默认版本。`,
  }),
  'mend-wslconfig': ({ path, lines }) => ({
    title: '更正 .wslconfig',
    changes: `${path} 的第 ${listZh(lines.map(String))} 行，使 WSL 按原意读取；其余每个字节都保持不变。`,
    stops: '',
    lost: '没有。',
    backup: '文件目前的内容。',
    undo: '逐字节还原文件；方案失败时会自动执行。',
  }),
  'restore-wslconfig': ({ path }) => ({
    title: '还原 .wslconfig',
    changes: `${path} 恢复为本方案之前的内容。`,
    stops: '',
    lost: '没有。',
    backup: '',
    undo: '无需撤销。',
  }),
  'export-distro': ({ distro, needed, free }) => ({
    title: `将 ${distro} 复制为文件`,
    changes: `${distro} 中没有任何更改。${roomWordsZh(needed, free)}如果磁盘空间仍然不足，方案到此结束，不会丢失任何内容。`,
    stops: '',
    lost: '没有。',
    backup: `${distro} 的全部内容，保存为 wsl --import 可读取的 tar 文件。`,
    undo: '无需撤销。副本会保留。',
  }),
  'copy-disk': ({ distro, path, needed, free }) => ({
    title: `复制 ${distro} 的虚拟磁盘`,
    changes: `${distro} 中没有任何更改：只读取并复制 ${path}，从不移动它。${roomWordsZh(needed, free)}这里的 WSL 即使不带网络也无法启动，因此无法由它自己导出发行版。`,
    stops: '',
    lost: '没有。',
    backup: `${distro} 的全部内容，保存为虚拟磁盘；在 WSL 能启动的电脑上可用 wsl --import-in-place 读取。`,
    undo: '无需撤销。副本会保留。',
  }),
  'convert-distro': ({ distro }) => ({
    title: `将 ${distro} 转换为 WSL 1`,
    changes: `${distro} 从虚拟磁盘移到 Windows 的文件夹中，需要几分钟到几小时。`,
    stops: `在此期间无法使用 ${distro}。`,
    lost: 'WSL 1 没有 systemd、Docker、图形程序和 FUSE。全部移动完成后会删除虚拟磁盘。',
    backup: '上一步的副本。',
    undo: '转换回 WSL 2 需要同样长的时间，并且需要能启动的 WSL 2。也可以导入副本。',
  }),
  'update-wsl': ({ version, running, quitFirst = [] }) => ({
    title: '更新 WSL',
    changes: `将 WSL${version === null ? '' : ` ${version}`} 替换为最新版本，约需下载 250 MB。Windows 可能会请求许可。`,
    stops: [
      'WSL 会停止几分钟。',
      ...(running.length === 0 ? [] : [`正在运行：${listZh(running)}。`]),
      ...quitFirstWordsZh(quitFirst),
    ].join(''),
    lost: running.length === 0 ? '没有。发行版会保留。' : '正在运行的发行版中未保存的工作。发行版会保留。',
    backup: '',
    undo: '本程序无法撤销。旧版安装包可在 WSL 的发布页面上找到。',
  }),
  'set-start-type': ({ service, startType, before }) => ({
    title: `允许 ${service} 启动`,
    changes: `${service} 的启动类型：从${startTypeWordsZh[before]}改为${startTypeWordsZh[startType]}，即 Windows 的初始设置。`,
    stops: '',
    lost: '没有。如果是某个程序或策略有意禁用了它，可能会再次禁用。',
    backup: '之前的启动类型已记录。',
    undo: `启动类型改回${startTypeWordsZh[before]}；方案失败时会自动执行。`,
  }),
  'enable-features': ({ features, bitlocker }) => ({
    title: `启用 ${listZh(features)}`,
    changes: 'Windows 的一项功能，重启后生效。Windows 可能在重启时撤回更改，之后会进行检查。',
    stops: '',
    lost: [
      '没有。VMware 和 VirtualBox 可能会变慢。',
      ...(bitlocker ? ['重启时 BitLocker 可能要求输入恢复密钥：请事先准备好。'] : []),
    ].join(''),
    backup: '各功能的状态已记录。',
    undo: '可以再次关闭该功能，同样需要重启。',
  }),
  'disable-features': ({ features, machines, bitlocker }) => ({
    title: `关闭 ${listZh(features)}`,
    changes: 'Windows 的一项功能，重启后生效，之后会再次启用。',
    stops: [
      '从第一次重启到第二次重启之间没有 WSL 2。',
      ...(machines.length === 0 ? [] : [`在此期间无法运行的虚拟机：${listZh(machines)}。`]),
    ].join(''),
    lost: [
      'Hyper-V 的虚拟交换机及其与网络适配器的绑定。发行版和虚拟机会保留。',
      ...(bitlocker ? ['重启时 BitLocker 可能要求输入恢复密钥：请事先准备好。'] : []),
    ].join(''),
    backup: '各功能的状态已记录；之后只恢复目前已启用的功能。',
    undo: '可以再次启用该功能，同样需要重启。',
  }),
  'check-features': ({ features, state }) => ({
    title: `查看 ${listZh(features)} 是否已${state === 'enabled' ? '启用' : '关闭'}`,
    changes: '没有更改：只是查看。Windows 有时会在重启时撤回对功能的更改。',
    stops: '',
    lost: '没有。',
    backup: '',
    undo: '无需撤销。',
  }),
  'save-switches': () => ({
    title: '记录虚拟交换机',
    changes: '没有更改：只读取。',
    stops: '',
    lost: '没有。',
    backup: 'Hyper-V 交换机的名称、类型和适配器，供重新创建时参考。',
    undo: '无需撤销。',
  }),
  'start-hypervisor': ({ bitlocker }) => ({
    title: '让虚拟机监控程序随 Windows 启动',
    changes: '启动项中的 hypervisorlaunchtype：从 off 改为 auto，重启后生效。',
    stops: '',
    lost: [
      '没有。旧版 VMware 和某些游戏无法与虚拟机监控程序同时运行。',
      ...(bitlocker ? ['重启时 BitLocker 可能要求输入恢复密钥：请事先准备好。'] : []),
    ].join(''),
    backup: '之前的值已记录。',
    undo: '改回 off；方案失败时会自动执行。',
  }),
  'check-hypervisor': () => ({
    title: '查看虚拟机监控程序是否运行',
    changes: '没有更改：只是查看。',
    stops: '',
    lost: '没有。',
    backup: '',
    undo: '无需撤销。',
  }),
  'save-registry-key': ({ key }) => ({
    title: '导出注册表项',
    changes: '没有更改：只读取，并写入本程序自己的文件夹。',
    stops: '',
    lost: '没有。',
    backup: `${key} 及其下的所有内容。`,
    undo: '无需撤销。',
  }),
  'remove-vmware-bridge': ({ dll }) => ({
    title: '删除 VMware 网桥的残留',
    changes: `VMware 网桥的注册信息，它指向一个已不存在的文件：${dll}。重启后生效。`,
    stops: '',
    lost: '没有仍在使用的内容：未安装 VMware。',
    backup: '注册信息已在上一步导出。',
    undo: '重新导入注册信息；方案失败时会自动执行。',
  }),
  'remove-hns-network': ({ name }) => ({
    title: `删除网络 ${name}`,
    changes: '主机网络服务中 WSL 自己的网络。WSL 下次启动时会重新创建。不触及其他网络。',
    stops: '',
    lost: 'WSL 的地址之后可能不同。',
    backup: '',
    undo: '无需撤销：WSL 会自行重新创建该网络。',
  }),
  'clear-hns-state': ({ networks }) => ({
    title: '清除主机网络服务保存的状态',
    changes: '它用来保存网络和端口的注册表项。它会重新创建自己的内容。',
    stops: '',
    lost: [
      '只有它记住的容器和虚拟机网络；Docker 需要重新创建自己的网络。',
      ...(networks.length === 0 ? [] : [`目前已知：${listZh(networks)}。`]),
    ].join(''),
    backup: '该注册表项已在前面的步骤中导出。',
    undo: '在服务停止时重新导入该注册表项；方案失败时会自动执行。',
  }),
  'remove-netnat': ({ name, prefix }) => ({
    title: `删除 NAT 网络 ${name}`,
    changes: `有人在 Windows 中设置的 NAT 网络 ${prefix}。Windows 只能容纳一个。`,
    stops: '',
    lost: `${name} 后面的虚拟机和容器会失去对外连接及其端口映射。`,
    backup: '名称和前缀已记录。',
    undo: '可以用相同的名称和前缀重新创建；端口映射需要手动设置。',
  }),
  'recompile-mof': () => ({
    title: '重新注册 Hyper-V 的 WMI 类',
    changes: '将 Windows 自带的类重新写入 WMI 存储库。',
    stops: '',
    lost: '没有 Windows 不自带的内容。',
    backup: '',
    undo: '无法撤销，也无需撤销：这些类是 Windows 自带的。',
  }),
  'repair-component-store': () => ({
    title: '修复组件存储',
    changes: '用 Windows 更新中的完好文件替换损坏的 Windows 文件，需要 5 到 30 分钟。',
    stops: '',
    lost: '只有损坏的文件。',
    backup: '',
    undo: '无法撤销，也无需撤销。',
  }),
  'check-system-files': () => ({
    title: '检查系统文件',
    changes: '替换与组件存储不一致的 Windows 文件，最多需要 30 分钟。',
    stops: '',
    lost: '有意修改过的 Windows 文件。',
    backup: '',
    undo: '无法撤销。',
  }),
  'widen-ports': ({ ports, to }) => ({
    title: '扩大动态端口范围',
    changes: `${to.start} 到 ${to.start + to.count - 1}，目前为 ${listZh(ports.map(({ family, protocol, start, count }) => `${family} ${protocol}：${start} 到 ${start + count - 1}`))}。重启后生效。`,
    stops: '',
    lost: '没有。针对旧范围设置的程序可能需要调整。',
    backup: '之前的范围已记录。',
    undo: '改回之前的范围；方案失败时会自动执行。',
  }),
  'stop-port-owner': ({ service, process }) => ({
    title: `停止 ${service}`,
    changes: `${service}（${process}）释放 UDP 端口 53，Windows 要在该端口上为 WSL 提供域名解析。Windows 重启后它会再次启动；要一直空出该端口，请更改它的设置。`,
    stops: `${service}，以及它为本机提供的域名解析。`,
    lost: '磁盘上的内容不受影响。',
    backup: '它的状态已记录。',
    undo: `重新启动 ${service}；方案失败时会自动执行。`,
  }),
  'lift-restore-limit': ({ minutes }) => ({
    title: '取消还原点的限制',
    changes: 'Windows 在 24 小时内最多创建一个还原点，之后的会被跳过而不报错。在创建还原点之前取消该限制。',
    stops: '',
    lost: '没有。',
    backup: minutes === null ? '之前没有单独设置限制。' : `之前的限制已记录：${minutes} 分钟。`,
    undo: '恢复该限制；方案失败时会自动执行。',
  }),
  'make-restore-point': ({ newest }) => ({
    title: '创建还原点',
    changes: `Windows 保存其设置和系统文件。目前最新的还原点：${newest === null ? '没有' : `编号 ${newest}`}；只有更大的编号才算成功。`,
    stops: '',
    lost: '没有。空间不足时可能会删除最旧的还原点。',
    backup: '',
    undo: '还原点会保留；可以在 Windows 中删除。',
  }),
  'set-restore-limit-back': ({ minutes }) => ({
    title: '恢复还原点的限制',
    changes: minutes === null ? 'Windows 自身的 24 小时限制重新生效。' : `限制恢复为 ${minutes} 分钟。`,
    stops: '',
    lost: '没有。',
    backup: '',
    undo: '无需撤销。',
  }),
  'open-window': ({ window }) => ({
    title: '打开窗口',
    changes: `没有更改：只打开${windowWordsZh[window]}。在其中做什么由您决定；完成后请返回并重新检查。`,
    stops: '',
    lost: '打开窗口不会丢失任何内容。',
    backup: '',
    undo: '无需撤销。',
  }),
  'keep-address': ({ adapter, addresses }) => ({
    title: `检查 ${adapter} 的设置是否还在`,
    changes:
      addresses.length === 0
        ? '如果它的跃点数已经不在，就还原。重启后会再检查一次。'
        : `${listZh(addresses)} 中已经不在的会还原。重启后会再检查一次。`,
    stops: '如果需要还原，它的连接会短暂中断。',
    lost: '没有。',
    backup: '这些设置在重置之前已保存。',
    undo: '可以在“设置”中把该适配器改回自动获取地址。',
  }),
  'give-address-back': ({ adapter, addresses }) => ({
    title: `还原 ${adapter} 的设置`,
    changes: addresses.length === 0 ? '它的跃点数。' : `设置为 ${listZh(addresses)}。`,
    stops: '它的连接会短暂中断。',
    lost: '没有。',
    backup: '这些设置在重置之前已保存。',
    undo: '可以在“设置”中把该适配器改回自动获取地址。',
  }),
};
