/** What each remedy is called and does, and why one is not offered. */
import type { RefusalReason } from '../domain/diagnosis.js';
import type { RemedyId } from '../domain/ids.js';
import type { StaysChanged } from '../domain/plan.js';
import { sizeText } from './size.js';

export interface RemedyText {
  readonly name: string;
  /** What it does, in a sentence or two. */
  readonly meaning: string;
  /** What to know before choosing it. */
  readonly advice: string;
}

export interface RemediesText {
  readonly remedies: Readonly<Record<RemedyId, RemedyText>>;
  /** Why it is not offered; `probe` is the probe's label. */
  refused(reason: RefusalReason, probeLabel: (probe: string) => string): string;
  /** What people reported of it who had this very code. */
  experience(code: string, cured: number, failed: number, sources: readonly string[]): string;
  /** What stays changed whatever happens. */
  readonly staysChanged: Readonly<Record<StaysChanged, string>>;
}

export const en: RemediesText = {
  remedies: {
    'wslconfig-virtioproxy': {
      name: 'Use VirtioProxy networking',
      meaning:
        'Writes networkingMode=virtioproxy into .wslconfig and shuts WSL down once. WSL then reaches the network without a virtual switch.',
      advice:
        'This works around the fault and does not repair it. Known limits: VS Code Remote, container ports, and name resolution over a VPN may behave otherwise.',
    },
    'wslconfig-none': {
      name: 'Start WSL without a network',
      meaning:
        'Writes networkingMode=none into .wslconfig and shuts WSL down once. WSL then starts with no network at all.',
      advice: 'A last resort to reach the files in a distro. It is undone as easily as it is done.',
    },
    'wsl1-default': {
      name: 'Make WSL 1 the default for new distros',
      meaning: 'Distros that are installed from now on use WSL 1, which shares the network of Windows.',
      advice:
        'Distros that are installed already stay as they are. WSL 1 runs neither systemd nor Docker nor graphical programs.',
    },
    'reset-network-stack': {
      name: 'Reset the network stack',
      meaning:
        'Stops hns and vmcompute, resets TCP/IP and Winsock, starts the services again, and needs a restart of Windows.',
      advice:
        'Fixed addresses are saved and given back. No report says that this cured 0x80041002; it does cure damaged Winsock providers. VPN and security software may have to be repaired afterwards.',
    },
    'wslconfig-mirrored': {
      name: 'Use mirrored networking',
      meaning:
        'Writes networkingMode=mirrored into .wslconfig and shuts WSL down once. WSL then shares the addresses of Windows.',
      advice:
        'It stands on the same service as the default network, and no report says that it gets past 0x80041002. Where it fails, WSL starts without any network.',
    },
    'wslconfig-nat': {
      name: 'Go back to NAT networking',
      meaning: 'Writes networkingMode=nat, WSL’s own default, into .wslconfig and shuts WSL down once.',
      advice: 'For afterwards: once the fault is repaired, the way around it is not needed any more.',
    },
    'wslconfig-correct': {
      name: 'Correct .wslconfig',
      meaning:
        'Mends the lines of .wslconfig that WSL ignores or reads differently than they were meant, and shuts WSL down once.',
      advice:
        'Every line is shown before and after. Where a policy of the machine sets the network mode, the policy counts and not the file.',
    },
    'wsl1-convert': {
      name: 'Convert a distro to WSL 1',
      meaning:
        'Copies the distro into a file, then converts it to WSL 1, which shares the network of Windows and needs no virtual switch.',
      advice:
        'WSL 1 runs neither systemd nor Docker nor graphical programs. It takes minutes to hours and needs free space for the copy and for the distro. Docker Desktop’s own distros are left alone.',
    },
    'wsl-update': {
      name: 'Update WSL',
      meaning:
        'Installs the newest WSL. From 2.4.11 on it goes around a switch that cannot be created, and the network works again.',
      advice:
        'That works around the fault and does not repair it. All distros stop; their files stay. Do not restart Windows meanwhile.',
    },
    'wsl-shutdown': {
      name: 'Shut WSL down once',
      meaning: 'Ends every distro and WSL’s virtual machine, so that the next start begins anew.',
      advice:
        'Everything that runs in WSL ends, Docker Desktop included. It repairs nothing that Windows itself lacks.',
    },
    'wsl-reinstall': {
      name: 'Install WSL again over itself',
      meaning:
        'Opens the page of WSL’s releases. Install the package of the version that you have over it, or choose Repair.',
      advice:
        'Distros stay as long as nobody unregisters them: do not uninstall them. For files that are lost, take the package of exactly the installed version.',
    },
    'restart-windows': {
      name: 'Restart Windows',
      meaning:
        'Shuts WSL down and restarts Windows fully, which ends a half-done update and makes the networks of HNS anew.',
      advice:
        'Save your work in every program first. Shutting down and switching on again is not the same: Windows then keeps part of its state.',
    },
    'restart-hns': {
      name: 'Restart the Host Network Service',
      meaning: 'Shuts WSL down, stops hns with everything that depends on it, and starts all of it again.',
      advice:
        'It helped where access was denied after an update to 24H2, sometimes only at the second time. Networks of containers and virtual machines pause.',
    },
    'enable-service': {
      name: 'Enable a disabled service',
      meaning:
        'Gives disabled services that WSL’s network stands on the start type that Windows ships, and starts those that start with Windows.',
      advice:
        'If a program or a policy disabled the service, it may do so again. The firewall’s services take effect after a restart.',
    },
    'enable-virtual-machine-platform': {
      name: 'Switch the Virtual Machine Platform on',
      meaning:
        'Enables the feature of Windows that WSL 2 runs on. It needs a restart, after which the feature is looked at.',
      advice: 'Hyper-V alone is not enough. Distros stay.',
    },
    'hypervisor-enable': {
      name: 'Let the hypervisor start',
      meaning: 'Sets the boot entry so that the hypervisor starts with Windows. It needs a restart.',
      advice:
        'Older VMware needs it off, and some games do. BitLocker may ask for the recovery key once: have it at hand.',
    },
    'vmware-bridge-cleanup': {
      name: 'Remove what VMware’s bridge left behind',
      meaning:
        'Exports and removes the registration of a VMware network bridge whose file is gone. It needs a restart.',
      advice:
        'The one cure that was reported first-hand for 0x80041002. It is offered only where no VMware is installed, and it is taken back exactly.',
    },
    'hns-network-remove': {
      name: 'Remove WSL’s network from HNS',
      meaning:
        'Shuts WSL down and removes WSL’s own network from the Host Network Service. WSL makes it anew at its next start.',
      advice: 'Only WSL’s two networks are ever touched, by their ids. WSL’s addresses may change.',
    },
    'hns-state-reset': {
      name: 'Clear the state of HNS',
      meaning:
        'Exports and removes what the Host Network Service remembers, with the service stopped, and needs a restart.',
      advice:
        'Networks of containers and virtual machines that only it remembers are lost. The end of the one report about this was not seen.',
    },
    'netnat-remove': {
      name: 'Remove a leftover NAT network',
      meaning: 'Removes a NAT network that somebody set up in Windows, where there is room for only one.',
      advice:
        'Virtual machines and containers behind it lose their way out. It can be made again; port mappings have to be set up by hand.',
    },
    'hyperv-mof-recompile': {
      name: 'Register Hyper-V’s WMI classes anew',
      meaning: 'Compiles the classes that Windows ships into WMI again and restarts vmms.',
      advice: 'For missing classes. No report says that it cured 0x80041002.',
    },
    'hyperv-reinstall': {
      name: 'Reinstall the virtualization features',
      meaning:
        'Switches them off, restarts, switches exactly those on again that were on, and restarts again. Their states are checked both times.',
      advice:
        'Virtual switches of Hyper-V are lost; distros and virtual machines stay. It failed more often than it helped, and switching Hyper-V on has also started the fault.',
    },
    'component-store-repair': {
      name: 'Repair Windows’ files',
      meaning: 'Repairs the component store with dism, then checks the system files with sfc.',
      advice:
        'It takes up to an hour and needs the internet. It brought lost files back once; no report says that it cured 0x80041002.',
    },
    'ephemeral-ports-widen': {
      name: 'Widen the dynamic ports',
      meaning:
        'Sets the dynamic port ranges to what Windows ships, or, where that is cut to pieces, to a wider one. It needs a restart.',
      advice:
        'For mirrored networking, which needs 4096 free ports in a row. Often a restart alone clears them for a while.',
    },
    'free-port-53': {
      name: 'Free UDP port 53',
      meaning:
        'Stops the DNS service that holds the port on every address, so that Windows can set up name resolution for WSL.',
      advice:
        'It comes back with Windows: change its settings to keep the port free. Windows’ own services are never stopped for this.',
    },
    'distro-rescue': {
      name: 'Copy distros into files',
      meaning:
        'Exports your distros, as a tar file each, into this program’s folder. Where WSL’s network fails, WSL is started without one for it; where WSL does not start at all, the virtual disks are copied instead.',
      advice:
        'Nothing is changed in the end, and nothing is moved. It needs as much free space as the distros hold, which is looked at first. Do this before anything that could cost data.',
    },
    'restore-point': {
      name: 'Make a restore point',
      meaning: 'Has Windows make a restore point, and looks whether there really is a new one.',
      advice:
        'Windows makes one in 24 hours at most; that limit is lifted for the moment. A restore point does not hold the files in distros.',
    },
    'security-software-guide': {
      name: 'Update or remove security software',
      meaning:
        'Opens the list of installed programs. Update the security software or VPN that was found, or remove it with its own uninstaller.',
      advice:
        'Switching it off is not enough: its network filter stays. Restart Windows afterwards, then look again.',
    },
    'vmware-repair-guide': {
      name: 'Repair VMware',
      meaning:
        'Opens the list of installed programs. Repair or reinstall VMware there; to be rid of it, reinstall it and then uninstall it cleanly.',
      advice:
        'Uninstalling alone was not enough in several reports: it leaves its network bridge behind. Restart Windows afterwards.',
    },
    'device-policy-guide': {
      name: 'Look at the policies over devices',
      meaning:
        'Opens the policy editor. Policies below “Device Installation Restrictions” keep Windows from adding virtual network adapters.',
      advice:
        'Ask your administrator to allow network adapters (class 4d36e972-e325-11ce-bfc1-08002be10318). A policy of the company comes back by itself.',
    },
    'windows-update-guide': {
      name: 'Update Windows',
      meaning: 'Opens Windows Update. Install what is waiting, and restart.',
      advice: 'Some faults came with an update and went with a later one.',
    },
    'network-reset-guide': {
      name: 'Reset the network in Settings',
      meaning:
        'Opens the network settings. “Network reset” removes every adapter and finds them anew; Windows restarts five minutes later.',
      advice:
        'It cannot be undone: VPN clients, virtual switches, Wi-Fi passwords and fixed addresses are gone. Write them down first.',
    },
    'system-restore-guide': {
      name: 'Go back to a restore point',
      meaning: 'Opens System Restore. Choose a point from before the trouble began.',
      advice: 'Programs and drivers installed since then go. Copy your distros out first.',
    },
    'reset-pc-guide': {
      name: 'Reset this PC',
      meaning: 'Opens Recovery in Settings. Keeping your files removes desktop programs and WSL.',
      advice: 'A last resort. Whether the disks of distros survive is not known: copy them out first.',
    },
    'other-machine-guide': {
      name: 'Go on with another machine',
      meaning:
        'Opens Microsoft’s page about moving distros. A distro that was exported here can be imported elsewhere.',
      advice: 'For when the work cannot wait. Copy your distros into files first.',
    },
  },
  refused(reason, probeLabel) {
    switch (reason.code) {
      case 'needs-elevation':
        return 'Only an administrator can see whether it applies. Look deeper first, or start this program as administrator.';
      case 'needs-store-wsl':
        return 'The WSL that is built into Windows has no network modes. Update WSL first.';
      case 'needs-wsl':
        return 'WSL is not installed.';
      case 'needs-newer-wsl':
        return `It needs WSL ${reason.version} or newer.`;
      case 'already-so':
        return 'It is set already.';
      case 'forbidden-by-policy':
        return 'A policy of this machine forbids changing the network mode.';
      case 'not-on-this-edition':
        return 'This edition of Windows does not have what it needs.';
      case 'service-missing':
        return `The service ${reason.service} is not installed.`;
      case 'restart-pending':
        return 'Windows waits for a restart. Restart first.';
      case 'fact-missing':
        return `The check “${probeLabel(reason.probe)}” could not be read, so no safe plan can be made.`;
      case 'nothing-to-do':
        return 'There is nothing to do.';
      case 'needs-target':
        return 'It needs to be told what to work on.';
      case 'unknown-target':
        return `There is no “${reason.target}” to work on. There is: ${reason.known.length === 0 ? 'nothing' : reason.known.join(', ')}.`;
      case 'docker-distro':
        return `${reason.distro} belongs to Docker Desktop, which needs it as it is.`;
      case 'other-account':
        return 'The distros belong to another account. Start this program as the person whose distros they are.';
      case 'software-installed':
        return `${reason.software} is installed: repair it with its own installer instead.`;
      case 'service-disabled':
        return `The service ${reason.service} is disabled. Enable it first.`;
      case 'feature-off':
        return `${reason.feature} is off. Switch it on first.`;
      case 'needs-newer-windows':
        return `It needs Windows build ${reason.build} or newer.`;
      case 'host-offline':
        return 'Windows itself is not online.';
      case 'firmware-off':
        return 'Virtualization is switched off in the firmware (BIOS or UEFI). Switch it on there first.';
      case 'port-owner':
        return `${reason.process} (process ${reason.pid}) holds the port and is no service. Close it, then look again.`;
      case 'port-owner-is-windows':
        return `Windows itself (${reason.process}) holds the port, and it is never ended.`;
      case 'not-enough-space':
        return `It needs ${sizeText(reason.needed)} of the disk, and ${sizeText(reason.free)} are free. Make room first.`;
      case 'wsl-does-not-start':
        return 'It needs a WSL that starts, and here WSL does not even start without a network.';
      case 'unusable-name':
        return `The name “${reason.name}” cannot be put into a command safely.`;
    }
  },
  experience: (code, cured, failed, sources) =>
    `It helped in ${cured} of ${cured + failed} known ${cured + failed === 1 ? 'report' : 'reports'} of ${code} (${sources.join(', ')}).`,
  staysChanged: {
    winsock:
      'The Winsock catalog is as Windows ships it: network hooks of VPN or security software are gone.',
    tcpip: 'TCP/IP parameters are as Windows ships them, but for the addresses that were given back.',
    'boot-time': 'Windows has been restarted.',
    'hns-networks':
      'The Host Network Service made its networks anew: their ids and address ranges may differ.',
    switches: 'Virtual switches of Hyper-V are gone; what they were is in the saved list.',
    'wsl-version': 'WSL is the version that was installed.',
    'wmi-classes': 'Hyper-V’s WMI classes are those that Windows ships.',
    'system-files': 'Damaged files of Windows were replaced.',
    'restore-point': 'The restore point stays until Windows needs its space.',
    'rescued-files': 'The copies of distros stay in this program’s folder.',
    'distro-format': 'The copy of the distro stays in this program’s folder.',
  },
};

export const zhCN: RemediesText = {
  remedies: {
    'wslconfig-virtioproxy': {
      name: '使用 VirtioProxy 网络',
      meaning:
        '在 .wslconfig 中写入 networkingMode=virtioproxy，并关闭一次 WSL。之后 WSL 不经虚拟交换机即可连接网络。',
      advice:
        '这只是绕过故障，并不修复它。已知限制：VS Code 远程、容器端口以及 VPN 下的域名解析可能表现不同。',
    },
    'wslconfig-none': {
      name: '不带网络启动 WSL',
      meaning: '在 .wslconfig 中写入 networkingMode=none，并关闭一次 WSL。之后 WSL 启动时没有任何网络。',
      advice: '这是取回发行版中文件的最后办法，撤销同样简单。',
    },
    'wsl1-default': {
      name: '新发行版默认使用 WSL 1',
      meaning: '今后安装的发行版使用 WSL 1，它直接共用 Windows 的网络。',
      advice: '已安装的发行版保持不变。WSL 1 不支持 systemd、Docker 和图形程序。',
    },
    'reset-network-stack': {
      name: '重置网络堆栈',
      meaning: '停止 hns 和 vmcompute，重置 TCP/IP 和 Winsock，再启动这些服务，并且需要重启 Windows。',
      advice:
        '固定地址会先保存，之后还原。没有报告表明这能修复 0x80041002，但它能修复损坏的 Winsock 提供程序。之后可能需要修复 VPN 和安全软件。',
    },
    'wslconfig-mirrored': {
      name: '使用镜像网络',
      meaning: '在 .wslconfig 中写入 networkingMode=mirrored，并关闭一次 WSL。之后 WSL 共用 Windows 的地址。',
      advice:
        '它依赖与默认网络相同的服务，没有报告表明它能绕过 0x80041002。如果失败，WSL 启动时没有任何网络。',
    },
    'wslconfig-nat': {
      name: '恢复 NAT 网络',
      meaning: '在 .wslconfig 中写入 WSL 的默认值 networkingMode=nat，并关闭一次 WSL。',
      advice: '用于之后：故障修复后就不再需要绕过它。',
    },
    'wslconfig-correct': {
      name: '更正 .wslconfig',
      meaning: '更正 .wslconfig 中被 WSL 忽略或误读的行，并关闭一次 WSL。',
      advice: '会显示每一行更改前后的内容。如果这台电脑的策略设置了网络模式，则以策略为准。',
    },
    'wsl1-convert': {
      name: '将发行版转换为 WSL 1',
      meaning: '先将发行版复制为文件，再转换为 WSL 1，它直接共用 Windows 的网络，不需要虚拟交换机。',
      advice:
        'WSL 1 不支持 systemd、Docker 和图形程序。需要几分钟到几小时，并需要足够的空间存放副本和发行版。不触及 Docker Desktop 自己的发行版。',
    },
    'wsl-update': {
      name: '更新 WSL',
      meaning: '安装最新的 WSL。从 2.4.11 起，它会绕过无法创建的交换机，网络可恢复使用。',
      advice: '这只是绕过故障，并不修复它。所有发行版会停止，文件会保留。期间请勿重启 Windows。',
    },
    'wsl-shutdown': {
      name: '关闭一次 WSL',
      meaning: '结束所有发行版和 WSL 的虚拟机，下次启动时重新开始。',
      advice: 'WSL 中运行的一切都会结束，包括 Docker Desktop。它无法修复 Windows 自身缺少的内容。',
    },
    'wsl-reinstall': {
      name: '覆盖安装 WSL',
      meaning: '打开 WSL 的发布页面。用已安装版本的安装包覆盖安装，或选择“修复”。',
      advice:
        '只要不注销发行版，它们就会保留：请勿卸载发行版。如果丢失了文件，请使用与已安装版本完全相同的安装包。',
    },
    'restart-windows': {
      name: '重启 Windows',
      meaning: '关闭 WSL 并完全重启 Windows，以完成未完成的更新，并重新创建 HNS 的网络。',
      advice: '请先保存所有程序中的工作。关机再开机并不相同：Windows 会保留部分状态。',
    },
    'restart-hns': {
      name: '重启主机网络服务',
      meaning: '关闭 WSL，停止 hns 及依赖它的所有服务，然后全部重新启动。',
      advice: '更新到 24H2 后出现拒绝访问时有帮助，有时第二次才有效。容器和虚拟机的网络会中断片刻。',
    },
    'enable-service': {
      name: '启用被禁用的服务',
      meaning:
        '将 WSL 网络所依赖的、被禁用的服务恢复为 Windows 的初始启动类型，并启动随 Windows 启动的服务。',
      advice: '如果是某个程序或策略禁用了该服务，可能会再次禁用。防火墙的服务在重启后生效。',
    },
    'enable-virtual-machine-platform': {
      name: '启用虚拟机平台',
      meaning: '启用 WSL 2 所依赖的 Windows 功能。需要重启，之后会查看该功能的状态。',
      advice: '只有 Hyper-V 是不够的。发行版会保留。',
    },
    'hypervisor-enable': {
      name: '允许虚拟机监控程序启动',
      meaning: '设置启动项，使虚拟机监控程序随 Windows 启动。需要重启。',
      advice: '旧版 VMware 和某些游戏需要将其关闭。BitLocker 可能会要求输入一次恢复密钥：请事先准备好。',
    },
    'vmware-bridge-cleanup': {
      name: '删除 VMware 网桥的残留',
      meaning: '导出并删除文件已不存在的 VMware 网桥的注册信息。需要重启。',
      advice: '这是唯一有当事人亲自报告修复了 0x80041002 的方法。仅在未安装 VMware 时提供，可以完全撤销。',
    },
    'hns-network-remove': {
      name: '从 HNS 中删除 WSL 的网络',
      meaning: '关闭 WSL，并从主机网络服务中删除 WSL 自己的网络。WSL 下次启动时会重新创建。',
      advice: '只按标识触及 WSL 的两个网络。WSL 的地址可能会改变。',
    },
    'hns-state-reset': {
      name: '清除 HNS 的状态',
      meaning: '在服务停止时导出并删除主机网络服务保存的内容，需要重启。',
      advice: '只有它记住的容器和虚拟机网络会丢失。关于此方法的唯一报告没有看到结果。',
    },
    'netnat-remove': {
      name: '删除残留的 NAT 网络',
      meaning: '删除有人在 Windows 中设置的 NAT 网络，Windows 只能容纳一个。',
      advice: '它后面的虚拟机和容器会失去对外连接。可以重新创建；端口映射需要手动设置。',
    },
    'hyperv-mof-recompile': {
      name: '重新注册 Hyper-V 的 WMI 类',
      meaning: '将 Windows 自带的类重新编译到 WMI 中，并重启 vmms。',
      advice: '适用于类缺失的情况。没有报告表明它能修复 0x80041002。',
    },
    'hyperv-reinstall': {
      name: '重新安装虚拟化功能',
      meaning: '关闭这些功能，重启，只重新启用原来已启用的功能，再次重启。两次都会检查状态。',
      advice:
        'Hyper-V 的虚拟交换机会丢失；发行版和虚拟机会保留。失败多于成功，而且启用 Hyper-V 也曾引发此故障。',
    },
    'component-store-repair': {
      name: '修复 Windows 的文件',
      meaning: '用 dism 修复组件存储，再用 sfc 检查系统文件。',
      advice: '最多需要一小时，并需要互联网。曾有一次找回丢失的文件；没有报告表明它能修复 0x80041002。',
    },
    'ephemeral-ports-widen': {
      name: '扩大动态端口范围',
      meaning: '将动态端口范围设为 Windows 的初始设置；如果该范围已被分割，则设为更大的范围。需要重启。',
      advice: '适用于需要 4096 个连续空闲端口的镜像网络。通常仅重启即可暂时恢复。',
    },
    'free-port-53': {
      name: '释放 UDP 端口 53',
      meaning: '停止在所有地址上占用该端口的 DNS 服务，使 Windows 能为 WSL 提供域名解析。',
      advice:
        'Windows 重启后它会再次启动：要一直空出该端口，请更改它的设置。绝不会为此停止 Windows 自己的服务。',
    },
    'distro-rescue': {
      name: '将发行版复制为文件',
      meaning:
        '将您的发行版分别导出为 tar 文件，保存到本程序的文件夹中。如果 WSL 无法启动，会暂时不带网络启动。',
      advice: '最终不会有任何更改。需要与发行版相当的可用空间。请在可能丢失数据的操作之前执行。',
    },
    'restore-point': {
      name: '创建还原点',
      meaning: '让 Windows 创建还原点，并查看是否真的有新的还原点。',
      advice: 'Windows 在 24 小时内最多创建一个；该限制会暂时取消。还原点不包含发行版中的文件。',
    },
    'security-software-guide': {
      name: '更新或卸载安全软件',
      meaning: '打开已安装程序的列表。更新发现的安全软件或 VPN，或用其自带的卸载程序卸载。',
      advice: '仅仅关闭是不够的：它的网络筛选器仍然存在。之后请重启 Windows，再重新检查。',
    },
    'vmware-repair-guide': {
      name: '修复 VMware',
      meaning:
        '打开已安装程序的列表。在其中修复或重新安装 VMware；如果不再需要它，请先重新安装，再正常卸载。',
      advice: '多份报告表明仅仅卸载是不够的：它会留下网桥。之后请重启 Windows。',
    },
    'device-policy-guide': {
      name: '查看设备策略',
      meaning: '打开策略编辑器。“设备安装限制”下的策略会阻止 Windows 添加虚拟网络适配器。',
      advice: '请让管理员允许网络适配器（类 4d36e972-e325-11ce-bfc1-08002be10318）。公司的策略会自行恢复。',
    },
    'windows-update-guide': {
      name: '更新 Windows',
      meaning: '打开 Windows 更新。安装等待中的更新并重启。',
      advice: '有些故障由某次更新引起，又被之后的更新修复。',
    },
    'network-reset-guide': {
      name: '在“设置”中重置网络',
      meaning: '打开网络设置。“网络重置”会删除所有适配器并重新识别；五分钟后 Windows 会重启。',
      advice: '无法撤销：VPN 客户端、虚拟交换机、Wi-Fi 密码和固定地址都会丢失。请先记录下来。',
    },
    'system-restore-guide': {
      name: '恢复到还原点',
      meaning: '打开系统还原。选择故障出现之前的还原点。',
      advice: '此后安装的程序和驱动会消失。请先复制您的发行版。',
    },
    'reset-pc-guide': {
      name: '重置此电脑',
      meaning: '打开“设置”中的“恢复”。保留文件时会删除桌面程序和 WSL。',
      advice: '最后的办法。发行版的磁盘能否保留尚不清楚：请先复制出来。',
    },
    'other-machine-guide': {
      name: '改用其他电脑',
      meaning: '打开 Microsoft 关于迁移发行版的页面。在这里导出的发行版可以导入到其他电脑。',
      advice: '适用于工作不能等待的情况。请先将发行版复制为文件。',
    },
  },
  refused(reason, probeLabel) {
    switch (reason.code) {
      case 'needs-elevation':
        return '只有管理员才能判断它是否适用。请先深入检查，或以管理员身份启动本程序。';
      case 'needs-store-wsl':
        return 'Windows 自带的 WSL 没有网络模式。请先更新 WSL。';
      case 'needs-wsl':
        return '未安装 WSL。';
      case 'needs-newer-wsl':
        return `需要 WSL ${reason.version} 或更高版本。`;
      case 'already-so':
        return '已经是这样设置的。';
      case 'forbidden-by-policy':
        return '这台电脑的策略禁止更改网络模式。';
      case 'not-on-this-edition':
        return '此版本的 Windows 没有所需的组件。';
      case 'service-missing':
        return `未安装服务 ${reason.service}。`;
      case 'restart-pending':
        return 'Windows 正在等待重启。请先重启。';
      case 'fact-missing':
        return `检查项“${probeLabel(reason.probe)}”无法读取，因此无法制定安全的方案。`;
      case 'nothing-to-do':
        return '没有需要做的事。';
      case 'needs-target':
        return '需要指定处理的对象。';
      case 'unknown-target':
        return `没有可处理的“${reason.target}”。现有：${reason.known.length === 0 ? '无' : reason.known.join('、')}。`;
      case 'docker-distro':
        return `${reason.distro} 属于 Docker Desktop，必须保持原样。`;
      case 'other-account':
        return '这些发行版属于另一个帐户。请以发行版所有者的身份启动本程序。';
      case 'software-installed':
        return `已安装 ${reason.software}：请改用其自带的安装程序修复。`;
      case 'service-disabled':
        return `服务 ${reason.service} 已被禁用。请先启用。`;
      case 'feature-off':
        return `${reason.feature} 已关闭。请先启用。`;
      case 'needs-newer-windows':
        return `需要 Windows 内部版本 ${reason.build} 或更高版本。`;
      case 'host-offline':
        return 'Windows 本身未连接网络。';
      case 'firmware-off':
        return '固件（BIOS 或 UEFI）中关闭了虚拟化。请先在固件中启用。';
      case 'port-owner':
        return `${reason.process}（进程 ${reason.pid}）占用该端口，而且它不是服务。请关闭它，再重新检查。`;
      case 'port-owner-is-windows':
        return `该端口由 Windows 自身（${reason.process}）占用，绝不会结束它。`;
      case 'not-enough-space':
        return `它需要 ${sizeText(reason.needed)} 的磁盘空间，目前可用 ${sizeText(reason.free)}。请先腾出空间。`;
      case 'wsl-does-not-start':
        return '它需要 WSL 能够启动，而这里的 WSL 即使不带网络也无法启动。';
      case 'unusable-name':
        return `名称“${reason.name}”无法安全地写入命令。`;
    }
  },
  experience: (code, cured, failed, sources) =>
    `在已知的 ${cured + failed} 份 ${code} 报告中，有 ${cured} 份得到帮助（${sources.join('、')}）。`,
  staysChanged: {
    winsock: 'Winsock 目录恢复为 Windows 的初始状态：VPN 或安全软件挂接的网络组件已被移除。',
    tcpip: '除已还原的地址外，TCP/IP 参数恢复为 Windows 的初始状态。',
    'boot-time': 'Windows 已重启过。',
    'hns-networks': '主机网络服务重新创建了网络：其标识和地址范围可能不同。',
    switches: 'Hyper-V 的虚拟交换机已丢失；原来的设置在保存的列表中。',
    'wsl-version': 'WSL 为新安装的版本。',
    'wmi-classes': 'Hyper-V 的 WMI 类恢复为 Windows 自带的内容。',
    'system-files': '已替换损坏的 Windows 文件。',
    'restore-point': '还原点会保留，直到 Windows 需要其空间。',
    'rescued-files': '发行版的副本保留在本程序的文件夹中。',
    'distro-format': '发行版的副本保留在本程序的文件夹中。',
  },
};
