/** What each cause is called and means. `what speaks for it` is the sentences of its findings. */
import type { CauseId } from '../domain/ids.js';

/** Causes that a diagnosis of this version weighs; a cause without words here does not compile in the registry. */
export const describedCauseIds = [
  'unknown-vswitch-failure',
  'vmware-bridge-leftover',
  'virtual-machine-platform-off',
  'ics-disabled',
  'wsl-service-disabled',
  'hns-not-running',
  'hns-access-denied',
  'hns-state-stale',
  'wslconfig-invalid',
  'windows-update-pending',
  'wsl-outdated',
  'unknown',
] as const satisfies readonly CauseId[];
export type DescribedCauseId = (typeof describedCauseIds)[number];

export const isDescribedCause = (id: CauseId): id is DescribedCauseId =>
  describedCauseIds.some((described) => described === id);

export interface CauseText {
  /** A row's title. */
  readonly name: string;
  /** What it is and how it breaks the network, in plain words. */
  readonly meaning: string;
  /** What reports say of repairs, honestly. */
  readonly experience: string;
}

export type CausesText = Readonly<Record<DescribedCauseId, CauseText>>;

export const en: CausesText = {
  'unknown-vswitch-failure': {
    name: 'Windows cannot create the virtual switch, cause unknown',
    meaning:
      'WSL 2 needs a virtual switch, which Windows refuses to create. WSL, the distro and .wslconfig are not at fault. Nothing that was found here says what stands in the way.',
    experience:
      'Most recent reports of this error ended without a cause. No repair is known to work; the ways around it do.',
  },
  'vmware-bridge-leftover': {
    name: 'VMware’s network bridge was left behind',
    meaning:
      'A network component of VMware is still registered, but its file is gone. Windows then fails whenever it installs a network component, and a virtual switch is one.',
    experience:
      'Removing the registration, or reinstalling VMware, cured it wherever the outcome was reported. Uninstalling VMware alone did not.',
  },
  'virtual-machine-platform-off': {
    name: 'The feature Virtual Machine Platform is off',
    meaning:
      'A service or driver that WSL’s network needs is not installed. It comes with the Windows feature Virtual Machine Platform; Hyper-V alone is not enough.',
    experience: 'Switching the feature on cured it in every report that tells the outcome.',
  },
  'ics-disabled': {
    name: 'Internet Connection Sharing is disabled',
    meaning:
      'WSL’s NAT network is built on the service SharedAccess (Internet Connection Sharing), which may not start here.',
    experience: 'Setting its start type back to manual cures it.',
  },
  'wsl-service-disabled': {
    name: 'The WSL service is disabled',
    meaning: 'WSL’s own service may not start. The network has nothing to do with it.',
    experience: 'Switching the service on helps, until the program that disabled it does so again.',
  },
  'hns-not-running': {
    name: 'The Host Network Service does not run',
    meaning:
      'The Host Network Service (hns) builds WSL’s network. It is stopped, disabled, or does not answer.',
    experience: 'A restart of the service helped in one report and did nothing in another.',
  },
  'hns-access-denied': {
    name: 'The Host Network Service refuses access',
    meaning: 'The Host Network Service answers WSL with “access denied”. Windows 11 24H2 is known for it.',
    experience: 'Restarting the service, or Windows, helped for a time.',
  },
  'hns-state-stale': {
    name: 'Switch metadata is inconsistent',
    meaning:
      'What the Host Network Service remembers of networks and switches no longer fits what is there, so that a new one fails.',
    experience: 'Known for neighbouring errors. For 0x80041002 nobody has reported it yet.',
  },
  'wslconfig-invalid': {
    name: 'A line in .wslconfig is not what it seems',
    meaning: 'WSL ignores a line of its settings file, or reads it otherwise than it was meant.',
    experience: 'Correcting the line is harmless and can be undone.',
  },
  'windows-update-pending': {
    name: 'Windows waits for a restart',
    meaning: 'Parts of Windows are between two versions until it has restarted.',
    experience: 'Many healthy machines wait for a restart too, so this alone says little.',
  },
  'wsl-outdated': {
    name: 'WSL is the old version built into Windows',
    meaning: 'The WSL that came with Windows is in use. It knows neither network modes nor fallbacks.',
    experience: 'In one report the current version ended this error.',
  },
  unknown: {
    name: 'Cause unknown',
    meaning: 'Something is wrong, and what was found does not say what.',
    experience: 'A report with the findings helps the people who make WSL.',
  },
};

export const zhCN: CausesText = {
  'unknown-vswitch-failure': {
    name: 'Windows 无法创建虚拟交换机，原因不明',
    meaning:
      'WSL 2 需要一个虚拟交换机，而 Windows 无法创建它。问题不在 WSL、发行版或 .wslconfig。这里的发现都没有说明是什么造成的。',
    experience: '近来关于此错误的报告大多没有找到原因。没有已知有效的修复方法，但绕过的办法有效。',
  },
  'vmware-bridge-leftover': {
    name: 'VMware 网桥残留',
    meaning:
      'VMware 的一个网络组件仍在注册表中，但它的文件已不存在。此后 Windows 每次安装网络组件都会失败，虚拟交换机也不例外。',
    experience: '凡是报告了结果的，删除该注册项或重新安装 VMware 都解决了问题。仅仅卸载 VMware 没有用。',
  },
  'virtual-machine-platform-off': {
    name: '“虚拟机平台”功能未启用',
    meaning: '缺少 WSL 网络所需的服务或驱动程序。它们属于 Windows 功能“虚拟机平台”；只有 Hyper-V 是不够的。',
    experience: '凡是报告了结果的，启用该功能都解决了问题。',
  },
  'ics-disabled': {
    name: 'Internet 连接共享被禁用',
    meaning: 'WSL 的 NAT 网络依赖 SharedAccess 服务（Internet 连接共享），而它在这里无法启动。',
    experience: '把它的启动类型改回“手动”即可解决。',
  },
  'wsl-service-disabled': {
    name: 'WSL 服务被禁用',
    meaning: 'WSL 自己的服务无法启动，与网络无关。',
    experience: '启用该服务有效，但禁用它的程序可能会再次禁用它。',
  },
  'hns-not-running': {
    name: '主机网络服务没有运行',
    meaning: 'WSL 的网络由主机网络服务 (hns) 建立。它已停止、被禁用或没有响应。',
    experience: '重新启动该服务在一份报告中有效，在另一份报告中无效。',
  },
  'hns-access-denied': {
    name: '主机网络服务拒绝访问',
    meaning: '主机网络服务以“拒绝访问”回应 WSL。Windows 11 24H2 有此已知问题。',
    experience: '重新启动该服务或 Windows 可以暂时解决。',
  },
  'hns-state-stale': {
    name: '交换机元数据不一致',
    meaning: '主机网络服务记录的网络和交换机与实际情况不符，因此无法新建。',
    experience: '类似的错误有过这种原因；对于 0x80041002，还没有人报告过。',
  },
  'wslconfig-invalid': {
    name: '.wslconfig 中有一行与本意不符',
    meaning: 'WSL 忽略了设置文件中的某一行，或读出的内容与本意不同。',
    experience: '改正这一行没有风险，也可以撤销。',
  },
  'windows-update-pending': {
    name: 'Windows 正在等待重启',
    meaning: '在重启之前，Windows 的部分组件处于新旧版本之间。',
    experience: '许多正常的电脑也在等待重启，因此仅凭这一点说明不了什么。',
  },
  'wsl-outdated': {
    name: 'WSL 是 Windows 自带的旧版本',
    meaning: '正在使用 Windows 自带的 WSL。它不支持网络模式，也没有后备方式。',
    experience: '在一份报告中，换用当前版本后此错误消失。',
  },
  unknown: {
    name: '原因不明',
    meaning: '有问题存在，但这里的发现没有说明是什么问题。',
    experience: '把这些发现写成报告，可以帮助开发 WSL 的人。',
  },
};
