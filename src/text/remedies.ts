/** What each remedy is called and does, and why one is not offered. */
import type { RefusalReason } from '../domain/diagnosis.js';
import type { RemedyId } from '../domain/ids.js';
import type { PlanMemory } from '../domain/plan.js';

/** Remedies of this version; one without words here does not compile in the registry. */
export const describedRemedyIds = [
  'wslconfig-virtioproxy',
  'wslconfig-none',
  'wsl1-default',
  'reset-network-stack',
] as const satisfies readonly RemedyId[];
export type DescribedRemedyId = (typeof describedRemedyIds)[number];

export const isDescribedRemedy = (id: RemedyId): id is DescribedRemedyId =>
  describedRemedyIds.some((described) => described === id);

export interface RemedyText {
  readonly name: string;
  /** What it does, in a sentence or two. */
  readonly meaning: string;
  /** What to know before choosing it. */
  readonly advice: string;
}

export interface RemediesText {
  readonly remedies: Readonly<Record<DescribedRemedyId, RemedyText>>;
  /** Why it is not offered; `probe` is the probe's label. */
  refused(reason: RefusalReason, probeLabel: (probe: string) => string): string;
  /** What stays changed whatever happens. */
  readonly staysChanged: Readonly<Record<PlanMemory['staysChanged'][number], string>>;
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
  },
  refused(reason, probeLabel) {
    switch (reason.code) {
      case 'needs-elevation':
        return 'It needs administrator rights. Start this program again as administrator.';
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
    }
  },
  staysChanged: {
    winsock:
      'The Winsock catalog is as Windows ships it: network hooks of VPN or security software are gone.',
    tcpip: 'TCP/IP parameters are as Windows ships them, but for the addresses that were given back.',
    'boot-time': 'Windows has been restarted.',
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
  },
  refused(reason, probeLabel) {
    switch (reason.code) {
      case 'needs-elevation':
        return '需要管理员权限。请以管理员身份重新启动本程序。';
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
    }
  },
  staysChanged: {
    winsock: 'Winsock 目录恢复为 Windows 的初始状态：VPN 或安全软件挂接的网络组件已被移除。',
    tcpip: '除已还原的地址外，TCP/IP 参数恢复为 Windows 的初始状态。',
    'boot-time': 'Windows 已重启过。',
  },
};
