/** The sentences of `explain`: why a cause is named, why a remedy is, and why a piece of advice is not followed. */
import type { NetworkingMode } from '../domain/facts.js';
import type { CauseId } from '../domain/ids.js';
import type { CauseReason, FolkloreId, Reason, RemedyReason, Stage } from '../domain/reasons.js';
import type { Language } from './language.js';

export interface ExplainText {
  /** One reason as one or two sentences. */
  readonly why: (reason: Reason) => string;
  /** Where a code came from, for the table of codes. */
  readonly stages: Readonly<Record<Stage, string>>;
}

/** What a language has to say; `rendererOf` puts it together. */
interface Words {
  readonly causes: Readonly<Record<CauseId, { readonly name: string; readonly what: string }>>;
  readonly folklore: Readonly<Record<FolkloreId, string>>;
  readonly stages: Readonly<Record<Stage, string>>;
  code(text: string, stage: string): string;
  mode(failed: NetworkingMode, fallback: NetworkingMode | null): string;
  evidence(found: readonly string[]): string;
  readonly exitCodeOnly: string;
  remedy(because: RemedyReason['because'], causeName: (cause: CauseId) => string): string;
  readonly separator: string;
}

const english: Words = {
  separator: ' ',
  stages: {
    network: 'setting up the network',
    vm: 'starting the virtual machine',
    service: 'reaching the WSL service',
    install: 'installing',
    other: 'not said',
  },
  code: (text, stage) => `Fits the code ${text} (${stage}).`,
  mode: (failed, fallback) =>
    fallback === null
      ? `WSL could not set up the ${failed} mode, and the text holds no code that would say more.`
      : `WSL could not set up the ${failed} mode and went on with ${fallback}, without printing a code.`,
  evidence: (found) => `The text names ${found.map((text) => `“${text}”`).join(', ')}.`,
  exitCodeOnly: '4294967295 (0xffffffff) is only the exit code that wsl.exe gives for every failure.',
  remedy: (because, causeName) => {
    switch (because.key) {
      case 'repairs':
        return `Repairs it if the cause is ${causeName(because.cause)}.`;
      case 'may-repair':
        return `May repair it if the cause is ${causeName(because.cause)}; reports differ.`;
      case 'needs-no-hns':
        return because.inUse
          ? 'No repair: keeps the mode that WSL fell back to, without a failed attempt at every start.'
          : 'No repair: gives WSL a network that needs neither HNS nor a virtual switch. Works from WSL 2.0.7 on.';
      case 'starts-without-network':
        return 'No repair: WSL starts, without any network, so that files and programs can be reached.';
      case 'wsl1-needs-no-switch':
        return 'No repair: WSL 1 needs no virtual machine and no virtual switch. Export the distribution first.';
      case 'newer-wsl-falls-back':
        return because.version === null
          ? 'No repair: WSL 2.4.11 and newer start with another kind of network when this one fails.'
          : `No repair: the text names WSL ${because.version}; 2.4.11 and newer start with another kind of network when this one fails.`;
      case 'keeps-files':
        return 'Gets the files of a distribution out before anything else is tried.';
    }
  },
  causes: {
    'vmware-bridge-leftover': {
      name: 'a leftover of VMware’s bridge driver',
      what: 'VMware’s bridge driver, removed, moved or half-upgraded, stays registered and makes Windows fail whenever a network component is installed.',
    },
    'security-software-filter': {
      name: 'security or VPN software',
      what: 'A filter driver or guard of security or VPN software stands between Windows and the virtual switch; switching it off is often not enough.',
    },
    'device-install-policy': {
      name: 'a policy over device installation',
      what: 'A policy forbids the installation of network devices, so the virtual adapter never appears. A long pause before the error is typical.',
    },
    'network-setup-service-disabled': {
      name: 'a blocked network setup service',
      what: 'The Network Setup Service or the installation of network drivers is switched off, often by a debloat script.',
    },
    'hyperv-components-damaged': {
      name: 'damaged Hyper-V components',
      what: 'Parts of Hyper-V or Virtual Machine Platform are missing or half-installed. Reports of success and failure are mixed.',
    },
    'network-stack-damaged': {
      name: 'a damaged network configuration of Windows',
      what: 'The network configuration of Windows itself is damaged; the list of adapters may be empty.',
    },
    'wmi-provider-broken': {
      name: 'a broken WMI provider',
      what: 'The WMI registration of Hyper-V is damaged. For 0x80041002 no report was cured this way, although the code belongs to WMI.',
    },
    'hns-state-stale': {
      name: 'stale state of the Host Network Service',
      what: 'The Host Network Service remembers networks or ports that no longer exist.',
    },
    'hns-not-running': {
      name: 'a Host Network Service that does not run',
      what: 'The Host Network Service does not answer: it is stopped, disabled or has crashed.',
    },
    'hns-access-denied': {
      name: 'the Host Network Service refusing access',
      what: 'The Host Network Service refuses WSL’s request; seen on Windows 11 24H2 after an update.',
    },
    'netnat-leftover': {
      name: 'a leftover NAT network',
      what: 'A NAT network of another program or an earlier attempt takes the place that WSL needs.',
    },
    'nat-interface-constraint': {
      name: 'a setting that ties WSL to one adapter',
      what: 'WSL’s network is tied to an adapter that may no longer exist.',
    },
    'network-bridge': {
      name: 'a network bridge in Windows',
      what: 'A network bridge between adapters keeps the Host Network Service from building its switch.',
    },
    'virtual-machine-platform-off': {
      name: 'Virtual Machine Platform being off',
      what: 'The Windows feature Virtual Machine Platform is off, so a driver or service that WSL needs is missing. Hyper-V alone is not enough.',
    },
    'ics-disabled': {
      name: 'Internet Connection Sharing being disabled',
      what: 'The service SharedAccess (Internet Connection Sharing), which WSL’s NAT needs, is disabled or cannot start.',
    },
    'port-53-taken': {
      name: 'another program on port 53',
      what: 'Another program, such as a local DNS server or a VPN, holds UDP port 53, which Windows needs for WSL’s NAT.',
    },
    'ephemeral-ports-fragmented': {
      name: 'fragmented dynamic ports',
      what: 'Mirrored mode needs 4096 free ports in a row, and the dynamic port range has no such block left.',
    },
    'firewall-service-disabled': {
      name: 'the Windows firewall service being disabled',
      what: 'The firewall or its filtering engine is disabled; the Host Network Service depends on both.',
    },
    'dhcp-client-disabled': {
      name: 'the DHCP client being disabled',
      what: 'The service Dhcp is disabled, and the virtual adapter gets no address.',
    },
    'winsock-provider': {
      name: 'a Winsock provider of other software',
      what: 'A VPN or proxy has put a provider into Winsock that wsl.exe cannot work with.',
    },
    'wsl-service-disabled': {
      name: 'the WSL service being disabled',
      what: 'The WSL service itself is disabled, which is no fault of the network. Security software is known to do that again at every boot.',
    },
    'wsl-install-damaged': {
      name: 'a damaged installation of WSL',
      what: 'Files or registrations of WSL itself are missing, typically after an interrupted update. The network is not at fault.',
    },
    'wsl-outdated': {
      name: 'an old WSL',
      what: 'The WSL that is built into Windows, or a very old one, is in use.',
    },
    'wslconfig-invalid': {
      name: 'a setting in .wslconfig',
      what: '.wslconfig holds something that WSL does not accept, or names something that does not exist.',
    },
    'hypervisor-off': {
      name: 'the hypervisor being off',
      what: 'The hypervisor does not run: virtualization is off in the firmware or at boot. The network is not at fault.',
    },
    'windows-regression': {
      name: 'a fault of a Windows update',
      what: 'A fault that a Windows update brought in is known to look like this.',
    },
    'windows-update-pending': {
      name: 'a pending Windows update',
      what: 'Windows has not finished an update or a change of features; a restart may be due.',
    },
    'host-offline': {
      name: 'Windows being offline',
      what: 'Windows itself could not reach the server it needed.',
    },
    'unknown-vswitch-failure': {
      name: 'an unknown failure of the virtual switch',
      what: 'Windows could not create the virtual switch that WSL’s network needs, and nothing in the text proves why. Many reports ended without a known cause.',
    },
    unknown: {
      name: 'something unknown',
      what: 'Nothing in the text tells what went wrong.',
    },
  },
  folklore: {
    'netcfg-delete':
      'Do not run `netcfg -d`: it removed every network adapter for good in one report (WSL issue 6341), and the error stayed.',
    'hnsdiag-reset':
      'Do not erase all HNS networks: one report lost all networking of Windows and the error stayed (WSL issue 11389). Removing WSL’s own network is enough.',
    'switch-by-hand':
      'Do not create WSL’s switch by hand: it only turns the error into 0x803b0001 (WSL issue 5294), and an external switch takes the network from Windows.',
    'distro-unregister':
      'Do not unregister the distribution: that deletes all its files, and the distribution is not the cause.',
    'port-53-kill-all':
      'Do not end everything on port 53: Windows’ own connection sharing and Docker are among them (WSL issue 4364). Find the one program that does not belong there.',
    'sharedaccess-stop':
      'Do not stop SharedAccess while WSL runs: WSL’s network depends on it, and blue screens were reported (WSL issue 6646).',
    'hns-restart-alone':
      'Restarting HNS while WSL runs leads to 0x800706bf until Windows restarts (WSL issue 9634): shut WSL down first, and start the dependent services again.',
    'hns-service-delete':
      'Do not delete these services or their triggers: reinstalling WSL does not bring them back (WSL issue 4403).',
    'netsh-reset':
      'The netsh resets have no reported effect on errors of HNS (WSL issue 41228); they help against damaged Winsock providers. Save static addresses first.',
    'wmi-repository-reset':
      'Do not rebuild the WMI repository for this: no report of 0x80041002 was cured by it, and other programs lose their registrations.',
    'hyperv-toggle':
      'Switching Hyper-V on or off can start this error (WSL issue 5884), break all distributions (4929) or cost you your virtual machines (10755).',
    'network-reset':
      'The network reset removes VPN connections and static addresses and restarts Windows after five minutes: save them first.',
    'default-version-1':
      '`wsl --set-default-version 1` only affects distributions that are installed later (WSL issue 7404); existing ones have to be converted.',
    'dotted-key':
      '`wsl2.networkingMode=…` is not how the file is written: WSL rejects the line (WSL issue 9840). It is `networkingMode=…` below a line `[wsl2]`.',
  },
};

const chinese: Words = {
  separator: '',
  stages: {
    network: '设置网络时',
    vm: '启动虚拟机时',
    service: '连接 WSL 服务时',
    install: '安装时',
    other: '未说明',
  },
  code: (text, stage) => `与代码 ${text}（${stage}）相符。`,
  mode: (failed, fallback) =>
    fallback === null
      ? `WSL 无法设置 ${failed} 模式，文本中没有能进一步说明的代码。`
      : `WSL 无法设置 ${failed} 模式，改用 ${fallback} 继续，且没有输出代码。`,
  evidence: (found) => `文本中提到 ${found.map((text) => `“${text}”`).join('、')}。`,
  exitCodeOnly: '4294967295 (0xffffffff) 只是 wsl.exe 在任何失败时的退出代码。',
  remedy: (because, causeName) => {
    switch (because.key) {
      case 'repairs':
        return `如果原因是${causeName(because.cause)}，可以修复。`;
      case 'may-repair':
        return `如果原因是${causeName(because.cause)}，也许可以修复；各报告结果不一。`;
      case 'needs-no-hns':
        return because.inUse
          ? '不是修复：保持 WSL 已回退到的模式，不再每次启动都先失败一次。'
          : '不是修复：让 WSL 使用不需要 HNS 和虚拟交换机的网络。WSL 2.0.7 起可用。';
      case 'starts-without-network':
        return '不是修复：WSL 可以启动但没有网络，文件和程序仍可使用。';
      case 'wsl1-needs-no-switch':
        return '不是修复：WSL 1 不需要虚拟机和虚拟交换机。请先导出发行版。';
      case 'newer-wsl-falls-back':
        return because.version === null
          ? '不是修复：WSL 2.4.11 及更新版本在此网络失败时会改用另一种网络启动。'
          : `不是修复：文本中的 WSL 是 ${because.version}；2.4.11 及更新版本在此网络失败时会改用另一种网络启动。`;
      case 'keeps-files':
        return '在尝试其他办法之前，先把发行版中的文件取出来。';
    }
  },
  causes: {
    'vmware-bridge-leftover': {
      name: 'VMware 桥接驱动的残留',
      what: 'VMware 的桥接驱动被卸载、移动或升级到一半，却仍在注册表中，使 Windows 每次安装网络组件都失败。',
    },
    'security-software-filter': {
      name: '安全或 VPN 软件',
      what: '安全或 VPN 软件的筛选驱动或防护挡在 Windows 与虚拟交换机之间；仅仅停用往往不够。',
    },
    'device-install-policy': {
      name: '设备安装策略',
      what: '策略禁止安装网络设备，因此虚拟网卡不会出现。典型迹象是报错前停顿很久。',
    },
    'network-setup-service-disabled': {
      name: '网络设置服务被禁用',
      what: '网络设置服务或网络驱动的安装被关闭，常由精简脚本造成。',
    },
    'hyperv-components-damaged': {
      name: 'Hyper-V 组件损坏',
      what: 'Hyper-V 或“虚拟机平台”的部分组件缺失或只装了一半。成功和失败的报告都有。',
    },
    'network-stack-damaged': {
      name: 'Windows 网络配置损坏',
      what: 'Windows 自身的网络配置已损坏；网卡列表可能是空的。',
    },
    'wmi-provider-broken': {
      name: 'WMI 提供程序损坏',
      what: 'Hyper-V 的 WMI 注册已损坏。虽然 0x80041002 属于 WMI，但没有报告是这样治好的。',
    },
    'hns-state-stale': {
      name: '主机网络服务的过期状态',
      what: '主机网络服务 (HNS) 还记着已不存在的网络或端口。',
    },
    'hns-not-running': {
      name: '主机网络服务没有运行',
      what: '主机网络服务 (HNS) 没有响应：已停止、被禁用或已崩溃。',
    },
    'hns-access-denied': {
      name: '主机网络服务拒绝访问',
      what: '主机网络服务 (HNS) 拒绝了 WSL 的请求；见于 Windows 11 24H2 更新之后。',
    },
    'netnat-leftover': {
      name: '残留的 NAT 网络',
      what: '其他程序或之前的尝试留下的 NAT 网络占了 WSL 需要的位置。',
    },
    'nat-interface-constraint': {
      name: '把 WSL 绑定到某个网卡的设置',
      what: 'WSL 的网络被绑定到一个可能已不存在的网卡。',
    },
    'network-bridge': {
      name: 'Windows 中的网桥',
      what: '网卡之间的网桥使主机网络服务无法建立交换机。',
    },
    'virtual-machine-platform-off': {
      name: '“虚拟机平台”未启用',
      what: 'Windows 功能“虚拟机平台”未启用，WSL 需要的驱动或服务因此缺失。只有 Hyper-V 是不够的。',
    },
    'ics-disabled': {
      name: 'Internet 连接共享被禁用',
      what: 'WSL 的 NAT 需要的服务 SharedAccess（Internet 连接共享）被禁用或无法启动。',
    },
    'port-53-taken': {
      name: '其他程序占用 53 端口',
      what: '其他程序（如本地 DNS 服务器或 VPN）占用了 UDP 53 端口，而 Windows 为 WSL 的 NAT 需要它。',
    },
    'ephemeral-ports-fragmented': {
      name: '动态端口碎片化',
      what: '镜像模式需要 4096 个连续的空闲端口，而动态端口范围中已没有这样的一段。',
    },
    'firewall-service-disabled': {
      name: 'Windows 防火墙服务被禁用',
      what: '防火墙或其筛选引擎被禁用；主机网络服务依赖这两者。',
    },
    'dhcp-client-disabled': {
      name: 'DHCP 客户端被禁用',
      what: '服务 Dhcp 被禁用，虚拟网卡得不到地址。',
    },
    'winsock-provider': {
      name: '其他软件的 Winsock 提供程序',
      what: 'VPN 或代理在 Winsock 中装入了 wsl.exe 无法配合的提供程序。',
    },
    'wsl-service-disabled': {
      name: 'WSL 服务被禁用',
      what: 'WSL 服务本身被禁用，与网络无关。已知有安全软件在每次开机时都会这样做。',
    },
    'wsl-install-damaged': {
      name: 'WSL 安装损坏',
      what: 'WSL 自身的文件或注册缺失，通常是更新被打断之后。与网络无关。',
    },
    'wsl-outdated': {
      name: 'WSL 过旧',
      what: '正在使用 Windows 自带的 WSL 或非常旧的版本。',
    },
    'wslconfig-invalid': {
      name: '.wslconfig 中的设置',
      what: '.wslconfig 中有 WSL 不接受的内容，或指定了不存在的东西。',
    },
    'hypervisor-off': {
      name: '虚拟机监控程序未运行',
      what: '虚拟机监控程序没有运行：固件或启动设置中关闭了虚拟化。与网络无关。',
    },
    'windows-regression': {
      name: 'Windows 更新带来的故障',
      what: '已知某个 Windows 更新带来的故障就是这种表现。',
    },
    'windows-update-pending': {
      name: '未完成的 Windows 更新',
      what: 'Windows 还没有完成更新或功能变更；可能需要重启。',
    },
    'host-offline': {
      name: 'Windows 没有联网',
      what: 'Windows 自身无法连接到所需的服务器。',
    },
    'unknown-vswitch-failure': {
      name: '原因不明的虚拟交换机故障',
      what: 'Windows 无法建立 WSL 网络需要的虚拟交换机，而文本不足以证明原因。许多报告最终也没有找到原因。',
    },
    unknown: {
      name: '未知原因',
      what: '文本没有说明出了什么问题。',
    },
  },
  folklore: {
    'netcfg-delete': '不要运行 `netcfg -d`：有报告因此永久失去所有网卡（WSL issue 6341），错误依旧。',
    'hnsdiag-reset':
      '不要清除所有 HNS 网络：有报告因此失去 Windows 的全部网络，错误依旧（WSL issue 11389）。只移除 WSL 自己的网络就够了。',
    'switch-by-hand':
      '不要手动创建 WSL 的交换机：那只会把错误变成 0x803b0001（WSL issue 5294），而外部交换机会夺走 Windows 的网络。',
    'distro-unregister': '不要注销发行版：那会删除其中所有文件，而发行版并不是原因。',
    'port-53-kill-all':
      '不要结束 53 端口上的所有程序：其中有 Windows 自己的连接共享和 Docker（WSL issue 4364）。请找出不该在那里的那一个。',
    'sharedaccess-stop':
      'WSL 运行时不要停止 SharedAccess：WSL 的网络依赖它，还有蓝屏的报告（WSL issue 6646）。',
    'hns-restart-alone':
      'WSL 运行时重启 HNS 会导致 0x800706bf，直到 Windows 重启（WSL issue 9634）：请先关闭 WSL，并重新启动依赖的服务。',
    'hns-service-delete': '不要删除这些服务或其触发器：重装 WSL 不会恢复它们（WSL issue 4403）。',
    'netsh-reset':
      '没有报告表明 netsh 重置对 HNS 的错误有效（WSL issue 41228）；它对损坏的 Winsock 提供程序有用。请先保存静态地址。',
    'wmi-repository-reset':
      '不要为此重建 WMI 存储库：没有 0x80041002 的报告是这样治好的，其他程序还会丢失注册。',
    'hyperv-toggle':
      '打开或关闭 Hyper-V 可能正是此错误的开端（WSL issue 5884），可能损坏所有发行版（4929），也可能使虚拟机不可用（10755）。',
    'network-reset': '网络重置会删除 VPN 连接和静态地址，并在五分钟后重启 Windows：请先保存。',
    'default-version-1':
      '`wsl --set-default-version 1` 只影响以后安装的发行版（WSL issue 7404）；已有的需要转换。',
    'dotted-key':
      '文件中不能写 `wsl2.networkingMode=…`：WSL 会拒绝这一行（WSL issue 9840）。应在 `[wsl2]` 一行之下写 `networkingMode=…`。',
  },
};

export const explainTexts: Readonly<Record<Language, ExplainText>> = {
  en: textOf(english),
  'zh-CN': textOf(chinese),
};

function textOf(words: Words): ExplainText {
  return {
    stages: words.stages,
    why: (reason) => {
      switch (reason.kind) {
        case 'cause':
          return causeSentences(words, reason).join(words.separator);
        case 'remedy':
          return words.remedy(reason.because, (cause) => words.causes[cause].name);
        case 'folklore':
          return words.folklore[reason.folklore];
      }
    },
  };
}

/** What it is, and what in the text speaks for it. */
function causeSentences(words: Words, reason: CauseReason): readonly string[] {
  const { code, mode, evidence, exitCodeOnly, cause } = reason;
  const sentences = [words.causes[cause].what];
  if (code !== null) {
    const name =
      code.symbol === null || code.symbol === code.text ? code.text : `${code.text} ${code.symbol}`;
    sentences.push(words.code(name, words.stages[code.stage]));
  } else if (mode !== null) sentences.push(words.mode(mode.failed, mode.fallback));
  if (evidence.length > 0) sentences.push(words.evidence(evidence));
  if (exitCodeOnly) sentences.push(words.exitCodeOnly);
  return sentences;
}
