/** What a step is called, what it changes, stops and loses, what is kept, and how it is taken back. Functions of its data. */
import type { StepText, StepTextKey, StepTextTable } from '../domain/plan.js';

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
  'shut-wsl-down': ({ running }) => ({
    title: 'Shut WSL down',
    changes: 'WSL reads its settings anew at its next start.',
    stops: running.length === 0 ? 'No distro runs now.' : `Running now: ${list(running)}.`,
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
        ? 'Routes and metrics that were set by hand.'
        : `Addresses, gateways, name servers, routes and metrics that were set by hand, on: ${list(staticAdapters)}. Addresses, gateways, name servers and metrics are given back after the restart.`,
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
  'give-address-back': ({ adapter, addresses }) => ({
    title: `Give ${adapter} its settings back`,
    changes: addresses.length === 0 ? 'Its metric.' : `It gets ${list(addresses)}.`,
    stops: 'Its connections pause for a moment.',
    lost: 'Nothing.',
    backup: 'The settings were saved before the reset.',
    undo: 'The adapter can be set back to automatic addresses in Settings.',
  }),
};

const serviceNames: Readonly<Record<string, string>> = {
  hns: 'The Host Network Service (hns)',
  vmcompute: 'The Hyper-V Host Compute Service (vmcompute)',
};

const listZh = (names: readonly string[]): string => names.join('、');

const serviceNamesZh: Readonly<Record<string, string>> = {
  hns: '主机网络服务 (hns)',
  vmcompute: 'Hyper-V 主机计算服务 (vmcompute)',
};

export const zhCN: StepsText = {
  'shut-wsl-down': ({ running }) => ({
    title: '关闭 WSL',
    changes: 'WSL 下次启动时会重新读取设置。',
    stops: running.length === 0 ? '目前没有发行版在运行。' : `正在运行：${listZh(running)}。`,
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
        ? '手动设置的路由和跃点数。'
        : `以下适配器上手动设置的地址、网关、DNS 服务器、路由和跃点数：${listZh(staticAdapters)}。其中地址、网关、DNS 服务器和跃点数会在重启后还原。`,
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
  'give-address-back': ({ adapter, addresses }) => ({
    title: `还原 ${adapter} 的设置`,
    changes: addresses.length === 0 ? '它的跃点数。' : `设置为 ${listZh(addresses)}。`,
    stops: '它的连接会短暂中断。',
    lost: '没有。',
    backup: '这些设置在重置之前已保存。',
    undo: '可以在“设置”中把该适配器改回自动获取地址。',
  }),
};
