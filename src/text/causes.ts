/** What each cause is called and means; the only place for its names. What speaks for it is the sentences of its findings. */
import type { CauseId } from '../domain/ids.js';

export interface CauseText {
  /** A row's title. */
  readonly name: string;
  /** The same inside a sentence: "if the cause is …". */
  readonly phrase: string;
  /** What it is and how it breaks the network, in plain words. */
  readonly meaning: string;
  /** What reports say of repairs, honestly. */
  readonly experience: string;
}

export type CausesText = Readonly<Record<CauseId, CauseText>>;

export const en: CausesText = {
  'vmware-bridge-leftover': {
    name: 'VMware’s network bridge was left behind',
    phrase: 'a leftover of VMware’s bridge driver',
    meaning:
      'A network component of VMware is still registered, but its file is gone. Windows then fails whenever it installs a network component, and a virtual switch is one.',
    experience:
      'Removing the registration, or reinstalling VMware, cured it wherever the outcome was reported. Uninstalling VMware alone did not.',
  },
  'security-software-filter': {
    name: 'Security or VPN software stands in the way',
    phrase: 'security or VPN software',
    meaning:
      'A filter driver or guard of security or VPN software stands in the way of WSL or its virtual switch; switching it off is often not enough.',
    experience:
      'For Comodo before version 12.2.2.8012 removing or updating it cured this, with many confirmations. Switching it off was not enough.',
  },
  'device-install-policy': {
    name: 'A policy forbids installing network adapters',
    phrase: 'a policy over device installation',
    meaning:
      'A policy forbids the installation of network devices, so the virtual adapter never appears. A long pause before the error is typical.',
    experience: 'The only cause that could be reproduced at will. Lifting the policy cures it.',
  },
  'network-setup-service-disabled': {
    name: 'Windows may not install network components',
    phrase: 'a blocked network setup service',
    meaning:
      'The Network Setup Service or the installation of network drivers is switched off, often by a debloat script.',
    experience: 'Switching the service on again helped in the reports, which show neighbouring error codes.',
  },
  'hyperv-components-damaged': {
    name: 'Components of Hyper-V are damaged',
    phrase: 'damaged Hyper-V components',
    meaning:
      'Parts of Hyper-V or Virtual Machine Platform are missing or half-installed. Reports of success and failure are mixed.',
    experience:
      'Switching the features off and on helped once, together with reinstalling WSL, and did nothing in two other reports.',
  },
  'network-stack-damaged': {
    name: 'Windows’ network configuration is damaged',
    phrase: 'a damaged network configuration of Windows',
    meaning: 'The network configuration of Windows itself is damaged; the list of adapters may be empty.',
    experience:
      'A network reset cured one report. In another the same steps took every adapter away for good.',
  },
  'wmi-provider-broken': {
    name: 'Hyper-V does not answer in WMI',
    phrase: 'a broken WMI provider',
    meaning:
      'The WMI registration of Hyper-V is damaged. For 0x80041002 no report was cured this way, although the code belongs to WMI.',
    experience:
      'Registering its classes again fits this finding. No report of 0x80041002 was cured that way.',
  },
  'hns-state-stale': {
    name: 'Switch metadata is inconsistent',
    phrase: 'stale state of the Host Network Service',
    meaning:
      'What the Host Network Service remembers of networks and switches no longer fits what is there, so that a new one fails.',
    experience: 'Known for neighbouring errors. For 0x80041002 nobody has reported it yet.',
  },
  'hns-not-running': {
    name: 'The Host Network Service does not run',
    phrase: 'a Host Network Service that does not run',
    meaning:
      'The Host Network Service (hns) builds WSL’s network. It is stopped, disabled, or does not answer.',
    experience: 'A restart of the service helped in one report and did nothing in another.',
  },
  'hns-access-denied': {
    name: 'The Host Network Service refuses access',
    phrase: 'the Host Network Service refusing access',
    meaning: 'The Host Network Service answers WSL with “access denied”. Windows 11 24H2 is known for it.',
    experience: 'Restarting the service, or Windows, helped for a time.',
  },
  'netnat-leftover': {
    name: 'A NAT network was left behind',
    phrase: 'a leftover NAT network',
    meaning: 'A NAT network of another program or an earlier attempt takes the place that WSL needs.',
    experience: 'Removing the leftover network and restarting the Host Network Service cured the one report.',
  },
  'nat-interface-constraint': {
    name: 'WSL’s network is tied to an adapter that is gone',
    phrase: 'a setting that ties WSL to one adapter',
    meaning: 'WSL’s network is tied to an adapter that may no longer exist.',
    experience: 'Nobody has reported it; it follows from how WSL is written. Removing the setting undoes it.',
  },
  'network-bridge': {
    name: 'A network bridge is in the way',
    phrase: 'a network bridge in Windows',
    meaning: 'A network bridge between adapters keeps the Host Network Service from building its switch.',
    experience:
      'The report began when a bridge was set up. Erasing the networks of the Host Network Service did not help there.',
  },
  'virtual-machine-platform-off': {
    name: 'The feature Virtual Machine Platform is off',
    phrase: 'Virtual Machine Platform being off',
    meaning:
      'A service or driver that WSL’s network needs is not installed. It comes with the Windows feature Virtual Machine Platform; Hyper-V alone is not enough.',
    experience: 'Switching the feature on cured it in every report that tells the outcome.',
  },
  'ics-disabled': {
    name: 'Internet Connection Sharing is disabled',
    phrase: 'Internet Connection Sharing being disabled',
    meaning:
      'WSL’s NAT network is built on the service SharedAccess (Internet Connection Sharing), which may not start here.',
    experience: 'Setting its start type back to manual cures it.',
  },
  'port-53-taken': {
    name: 'Another program holds port 53',
    phrase: 'another program on port 53',
    meaning:
      'Another program, such as a local DNS server or a VPN, holds UDP port 53, which Windows needs for WSL’s NAT.',
    experience:
      'Stopping that program, starting WSL, and starting the program again worked wherever it was tried.',
  },
  'ephemeral-ports-fragmented': {
    name: 'No room is left for mirrored mode’s ports',
    phrase: 'fragmented dynamic ports',
    meaning:
      'Mirrored mode needs 4096 free ports in a row, and the dynamic port range has no such block left.',
    experience: 'Widening the range and restarting Windows helped in most reports. NAT does not need it.',
  },
  'firewall-service-disabled': {
    name: 'The Windows firewall’s service is disabled',
    phrase: 'the Windows firewall service being disabled',
    meaning: 'The firewall or its filtering engine is disabled; the Host Network Service depends on both.',
    experience: 'Setting its start type back and restarting Windows cured it.',
  },
  'dhcp-client-disabled': {
    name: 'The DHCP client is disabled',
    phrase: 'the DHCP client being disabled',
    meaning: 'The service Dhcp is disabled, and the virtual adapter gets no address.',
    experience: 'One report; switching the service on cured it.',
  },
  'winsock-provider': {
    name: 'A Winsock provider of other software is in the way',
    phrase: 'a Winsock provider of other software',
    meaning: 'A VPN or proxy has put a provider into Winsock that wsl.exe cannot work with.',
    experience:
      'An exception for wsl.exe, or removing the program, cured it. WSL from 2.1.0 on is no longer affected.',
  },
  'wsl-service-disabled': {
    name: 'The WSL service is disabled',
    phrase: 'the WSL service being disabled',
    meaning: 'WSL’s own service may not start. The network has nothing to do with it.',
    experience: 'Switching the service on helps, until the program that disabled it does so again.',
  },
  'wsl-install-damaged': {
    name: 'WSL’s installation is damaged',
    phrase: 'a damaged installation of WSL',
    meaning:
      'Files or registrations of WSL itself are missing, typically after an interrupted update. The network is not at fault.',
    experience: 'Repairing it with the same version of its installer cured it. The distros’ files stay.',
  },
  'wsl-outdated': {
    name: 'WSL is the old version built into Windows',
    phrase: 'an old WSL',
    meaning: 'The WSL that came with Windows is in use. It knows neither network modes nor fallbacks.',
    experience: 'In one report the current version ended this error.',
  },
  'wslconfig-invalid': {
    name: 'A line in .wslconfig is not what it seems',
    phrase: 'a setting in .wslconfig',
    meaning: 'WSL ignores a line of its settings file, or reads it otherwise than it was meant.',
    experience: 'Correcting the line is harmless and can be undone.',
  },
  'hypervisor-off': {
    name: 'The hypervisor does not run',
    phrase: 'the hypervisor being off',
    meaning:
      'The hypervisor does not run: virtualization is off in the firmware or at boot. The network is not at fault.',
    experience: 'Switching virtualization on in the firmware, or the hypervisor in the boot entry, cures it.',
  },
  'windows-regression': {
    name: 'A fault of a Windows update',
    phrase: 'a fault of a Windows update',
    meaning: 'A fault that a Windows update brought in is known to look like this.',
    experience: 'Microsoft knows these faults and names ways around them; a later update ends them.',
  },
  'windows-update-pending': {
    name: 'Windows waits for a restart',
    phrase: 'a pending Windows update',
    meaning: 'Parts of Windows are between two versions until it has restarted.',
    experience: 'Many healthy machines wait for a restart too, so this alone says little.',
  },
  'host-offline': {
    name: 'Windows is offline',
    phrase: 'Windows being offline',
    meaning: 'Windows itself could not reach the server it needed.',
    experience: 'As long as Windows does not reach the internet, nothing can be said of WSL.',
  },
  'unknown-vswitch-failure': {
    name: 'Windows cannot create the virtual switch, cause unknown',
    phrase: 'an unknown failure of the virtual switch',
    meaning:
      'WSL 2 needs a virtual switch, which Windows refuses to create. WSL, the distro and .wslconfig are not at fault. Nothing that was found here says what stands in the way.',
    experience:
      'Most recent reports of this error ended without a cause. No repair is known to work; the ways around it do.',
  },
  unknown: {
    name: 'Cause unknown',
    phrase: 'something unknown',
    meaning: 'Something is wrong, and what was found does not say what.',
    experience: 'A report with the findings helps the people who make WSL.',
  },
};

export const zhCN: CausesText = {
  'vmware-bridge-leftover': {
    name: 'VMware 网桥残留',
    phrase: 'VMware 桥接驱动的残留',
    meaning:
      'VMware 的一个网络组件仍在注册表中，但它的文件已不存在。此后 Windows 每次安装网络组件都会失败，虚拟交换机也不例外。',
    experience: '凡是报告了结果的，删除该注册项或重新安装 VMware 都解决了问题。仅仅卸载 VMware 没有用。',
  },
  'security-software-filter': {
    name: '安全或 VPN 软件造成阻碍',
    phrase: '安全或 VPN 软件',
    meaning: '安全或 VPN 软件的筛选驱动或防护阻碍了 WSL 或其虚拟交换机；仅仅停用往往不够。',
    experience: '对于 12.2.2.8012 之前的 Comodo，卸载或更新后问题解决，有多人确认；仅仅停用不够。',
  },
  'device-install-policy': {
    name: '策略禁止安装网络适配器',
    phrase: '设备安装策略',
    meaning: '策略禁止安装网络设备，因此虚拟网卡不会出现。典型迹象是报错前停顿很久。',
    experience: '唯一能够重现的原因。解除该策略即可解决。',
  },
  'network-setup-service-disabled': {
    name: 'Windows 无法安装网络组件',
    phrase: '网络设置服务被禁用',
    meaning: '网络设置服务或网络驱动的安装被关闭，常由精简脚本造成。',
    experience: '在报告中（错误代码相近），重新启用该服务有效。',
  },
  'hyperv-components-damaged': {
    name: 'Hyper-V 组件损坏',
    phrase: 'Hyper-V 组件损坏',
    meaning: 'Hyper-V 或“虚拟机平台”的部分组件缺失或只装了一半。成功和失败的报告都有。',
    experience: '关闭再打开这些功能并重装 WSL 后有一例解决，另外两例无效。',
  },
  'network-stack-damaged': {
    name: 'Windows 的网络配置损坏',
    phrase: 'Windows 网络配置损坏',
    meaning: 'Windows 自身的网络配置已损坏；网卡列表可能是空的。',
    experience: '网络重置解决了一例；在另一例中，同样的步骤使所有网卡永久消失。',
  },
  'wmi-provider-broken': {
    name: 'Hyper-V 在 WMI 中没有响应',
    phrase: 'WMI 提供程序损坏',
    meaning: 'Hyper-V 的 WMI 注册已损坏。虽然 0x80041002 属于 WMI，但没有报告是这样治好的。',
    experience: '重新注册这些类与此发现相符，但没有 0x80041002 的报告是这样解决的。',
  },
  'hns-state-stale': {
    name: '交换机元数据不一致',
    phrase: '主机网络服务的过期状态',
    meaning: '主机网络服务记录的网络和交换机与实际情况不符，因此无法新建。',
    experience: '类似的错误有过这种原因；对于 0x80041002，还没有人报告过。',
  },
  'hns-not-running': {
    name: '主机网络服务没有运行',
    phrase: '主机网络服务没有运行',
    meaning: 'WSL 的网络由主机网络服务 (hns) 建立。它已停止、被禁用或没有响应。',
    experience: '重新启动该服务在一份报告中有效，在另一份报告中无效。',
  },
  'hns-access-denied': {
    name: '主机网络服务拒绝访问',
    phrase: '主机网络服务拒绝访问',
    meaning: '主机网络服务以“拒绝访问”回应 WSL。Windows 11 24H2 有此已知问题。',
    experience: '重新启动该服务或 Windows 可以暂时解决。',
  },
  'netnat-leftover': {
    name: '有残留的 NAT 网络',
    phrase: '残留的 NAT 网络',
    meaning: '其他程序或之前的尝试留下的 NAT 网络占了 WSL 需要的位置。',
    experience: '唯一的一份报告中，删除残留的网络并重新启动主机网络服务后解决。',
  },
  'nat-interface-constraint': {
    name: 'WSL 的网络被绑定到已不存在的适配器',
    phrase: '把 WSL 绑定到某个网卡的设置',
    meaning: 'WSL 的网络被绑定到一个可能已不存在的网卡。',
    experience: '还没有人报告过；这是由 WSL 的代码推断的。删除该设置即可还原。',
  },
  'network-bridge': {
    name: '网桥造成阻碍',
    phrase: 'Windows 中的网桥',
    meaning: '网卡之间的网桥使主机网络服务无法建立交换机。',
    experience: '报告中的问题始于设置网桥；清除主机网络服务的网络没有用。',
  },
  'virtual-machine-platform-off': {
    name: '“虚拟机平台”功能未启用',
    phrase: '“虚拟机平台”未启用',
    meaning: '缺少 WSL 网络所需的服务或驱动程序。它们属于 Windows 功能“虚拟机平台”；只有 Hyper-V 是不够的。',
    experience: '凡是报告了结果的，启用该功能都解决了问题。',
  },
  'ics-disabled': {
    name: 'Internet 连接共享被禁用',
    phrase: 'Internet 连接共享被禁用',
    meaning: 'WSL 的 NAT 网络依赖 SharedAccess 服务（Internet 连接共享），而它在这里无法启动。',
    experience: '把它的启动类型改回“手动”即可解决。',
  },
  'port-53-taken': {
    name: '其他程序占用了 53 端口',
    phrase: '其他程序占用 53 端口',
    meaning: '其他程序（如本地 DNS 服务器或 VPN）占用了 UDP 53 端口，而 Windows 为 WSL 的 NAT 需要它。',
    experience: '停止该程序，启动 WSL，再启动该程序：凡是试过的都有效。',
  },
  'ephemeral-ports-fragmented': {
    name: '没有足够的连续端口供镜像模式使用',
    phrase: '动态端口碎片化',
    meaning: '镜像模式需要 4096 个连续的空闲端口，而动态端口范围中已没有这样的一段。',
    experience: '扩大端口范围并重启 Windows 在大多数报告中有效。NAT 不需要这些端口。',
  },
  'firewall-service-disabled': {
    name: 'Windows 防火墙服务被禁用',
    phrase: 'Windows 防火墙服务被禁用',
    meaning: '防火墙或其筛选引擎被禁用；主机网络服务依赖这两者。',
    experience: '把启动类型改回并重启 Windows 后解决。',
  },
  'dhcp-client-disabled': {
    name: 'DHCP 客户端被禁用',
    phrase: 'DHCP 客户端被禁用',
    meaning: '服务 Dhcp 被禁用，虚拟网卡得不到地址。',
    experience: '只有一份报告；启用该服务后解决。',
  },
  'winsock-provider': {
    name: '其他软件的 Winsock 提供程序造成阻碍',
    phrase: '其他软件的 Winsock 提供程序',
    meaning: 'VPN 或代理在 Winsock 中装入了 wsl.exe 无法配合的提供程序。',
    experience: '为 wsl.exe 设置例外或卸载该程序后解决。WSL 2.1.0 起不再受影响。',
  },
  'wsl-service-disabled': {
    name: 'WSL 服务被禁用',
    phrase: 'WSL 服务被禁用',
    meaning: 'WSL 自己的服务无法启动，与网络无关。',
    experience: '启用该服务有效，但禁用它的程序可能会再次禁用它。',
  },
  'wsl-install-damaged': {
    name: 'WSL 的安装已损坏',
    phrase: 'WSL 安装损坏',
    meaning: 'WSL 自身的文件或注册缺失，通常是更新被打断之后。与网络无关。',
    experience: '用同一版本的安装程序修复后解决。发行版的文件会保留。',
  },
  'wsl-outdated': {
    name: 'WSL 是 Windows 自带的旧版本',
    phrase: 'WSL 过旧',
    meaning: '正在使用 Windows 自带的 WSL。它不支持网络模式，也没有后备方式。',
    experience: '在一份报告中，换用当前版本后此错误消失。',
  },
  'wslconfig-invalid': {
    name: '.wslconfig 中有一行与本意不符',
    phrase: '.wslconfig 中的设置',
    meaning: 'WSL 忽略了设置文件中的某一行，或读出的内容与本意不同。',
    experience: '改正这一行没有风险，也可以撤销。',
  },
  'hypervisor-off': {
    name: '虚拟机监控程序没有运行',
    phrase: '虚拟机监控程序未运行',
    meaning: '虚拟机监控程序没有运行：固件或启动设置中关闭了虚拟化。与网络无关。',
    experience: '在固件中启用虚拟化，或在启动项中启用虚拟机监控程序，即可解决。',
  },
  'windows-regression': {
    name: 'Windows 更新带来的故障',
    phrase: 'Windows 更新带来的故障',
    meaning: '已知某个 Windows 更新带来的故障就是这种表现。',
    experience: 'Microsoft 已知这些故障并给出了绕过的办法；后续更新会修复。',
  },
  'windows-update-pending': {
    name: 'Windows 正在等待重启',
    phrase: '未完成的 Windows 更新',
    meaning: '在重启之前，Windows 的部分组件处于新旧版本之间。',
    experience: '许多正常的电脑也在等待重启，因此仅凭这一点说明不了什么。',
  },
  'host-offline': {
    name: 'Windows 没有联网',
    phrase: 'Windows 没有联网',
    meaning: 'Windows 自身无法连接到所需的服务器。',
    experience: '只要 Windows 不能访问互联网，就无法判断 WSL 的情况。',
  },
  'unknown-vswitch-failure': {
    name: 'Windows 无法创建虚拟交换机，原因不明',
    phrase: '原因不明的虚拟交换机故障',
    meaning:
      'WSL 2 需要一个虚拟交换机，而 Windows 无法创建它。问题不在 WSL、发行版或 .wslconfig。这里的发现都没有说明是什么造成的。',
    experience: '近来关于此错误的报告大多没有找到原因。没有已知有效的修复方法，但绕过的办法有效。',
  },
  unknown: {
    name: '原因不明',
    phrase: '未知原因',
    meaning: '有问题存在，但这里的发现没有说明是什么问题。',
    experience: '把这些发现写成报告，可以帮助开发 WSL 的人。',
  },
};
