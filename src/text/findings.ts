/** What a finding says, as a sentence; the words of the machine stand beside it as evidence. */
import type { Finding, FindingId, FindingTable } from '../domain/findings.js';

export type FindingsText = {
  readonly [Id in FindingId]: (data: FindingTable[Id]) => string;
};

/** The sentence of one finding. */
export function describeFinding(text: FindingsText, finding: Finding): string {
  // Each id has the function for its own data; the compiler cannot follow the pair.
  const describe = text[finding.id] as (data: Finding['data']) => string;
  return describe(finding.data);
}

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

export const en: FindingsText = {
  'wsl-start-failed': ({ hresult }) =>
    hresult === null ? 'WSL did not start.' : `WSL did not start: ${hresult}.`,
  'wsl-start-network-code': ({ hresult }) => `WSL could not set up its network: ${hresult}.`,
  'wsl-start-fell-back': ({ failed, fallback }) =>
    `WSL could not set up its ${failed} network and went on with ${fallback}.`,
  'wsl-not-installed': () => 'WSL is not installed.',
  'vmms-switch-not-found': ({ count, eventId, hresult }) =>
    `Hyper-V reported ${hresult} ${times(count)} in the last seven days (event ${eventId}).`,
  'hns-switch-creation-failed': ({ count, eventId, hresult }) =>
    `The Host Network Service could not create a virtual switch, ${times(count)} in the last seven days: ${hresult} (event ${eventId}).`,
  'vmware-bridge-dll-missing': ({ dll, vmwareInstalled }) =>
    vmwareInstalled
      ? `VMware’s network bridge is registered, but ${dll} is gone. VMware itself is installed.`
      : `VMware’s network bridge is still registered, but ${dll} is gone and VMware is not installed.`,
  'service-missing': ({ service }) => `The service or driver ${service} is not installed.`,
  'service-disabled': ({ service }) => `The service ${service} is disabled.`,
  'service-stopped': ({ service }) => `The service ${service} does not run.`,
  'wslconfig-warnings': ({ lines }) =>
    `WSL ignores or misreads .wslconfig in line ${lines.map(String).join(', ')}.`,
  'network-mode-bypassed': ({ mode }) => `.wslconfig chooses the network mode ${mode} instead of NAT.`,
  'restart-pending': ({ by }) =>
    by === 'windows-update'
      ? 'Windows Update waits for a restart.'
      : 'Windows waits for a restart to finish changing its components.',
  'wsl-warned-fallback': ({ count, failed, fallback }) =>
    `WSL itself reported, ${times(count)} in the last seven days, that its ${failed} network failed and that it went on with ${fallback}.`,
  'wsl-files-missing': ({ files }) => `Files of WSL itself are missing: ${files.join(', ')}.`,
  'nat-interface-gone': ({ alias }) =>
    `WSL’s network is tied to the adapter “${alias}”, which does not exist.`,
  'distros-of-another-account': () =>
    'The distros belong to another account than the one that runs this program.',
  'feature-off': ({ feature }) => `The Windows feature ${feature} is off.`,
  'hypervisor-not-running': ({ firmwareEnabled }) =>
    firmwareEnabled === false
      ? 'The hypervisor does not run: virtualization is switched off in the firmware.'
      : 'The hypervisor does not run.',
  'hypervisor-launch-off': () => 'The boot entry of Windows keeps the hypervisor from starting.',
  'network-bridge-present': ({ adapter }) => `Windows has a network bridge: ${adapter}.`,
  'adapter-problem': ({ adapter, problem }) => `Windows reports problem ${problem} for ${adapter}.`,
  'adapters-missing': () => 'Windows lists no network adapter at all.',
  'vmware-bridge-bound': ({ adapter }) =>
    `VMware’s bridge is bound to ${adapter}, though VMware is not installed.`,
  'netnat-present': ({ name, prefix }) => `Windows has a NAT network of its own: ${name} (${prefix}).`,
  'port-53-taken': ({ process, pid, address }) => `${process} (process ${pid}) holds UDP ${address}:53.`,
  'ports-fragmented': ({ largestFree }) =>
    `No 4096 ports in a row are free in the dynamic range; the longest row has ${largestFree}.`,
  'winsock-layered-provider': ({ name }) => `Other software has put a provider into Winsock: ${name}.`,
  'device-install-forbidden': ({ policies }) =>
    `Policies forbid installing network adapters: ${policies.join(', ')}.`,
  'ics-forbidden-by-policy': () => 'A policy forbids Internet Connection Sharing.',
  'firewall-policy': ({ profile, rule }) =>
    rule === 'AllowInboundRules'
      ? `In the ${profile} profile the firewall blocks everything from outside, WSL’s questions for names too.`
      : `In the ${profile} profile of the firewall only rules of a policy count, so that WSL’s own do not.`,
  'notify-object-dll-missing': ({ component, dll }) =>
    `The network component ${component} is still registered, but ${dll} is gone.`,
  'wsl-forbidden-by-policy': () => 'A policy forbids WSL.',
  'security-software': ({ product, version, kind }) =>
    `${kind === 'vpn' ? 'VPN' : 'Security'} software is installed: ${product}${version === null ? '' : ` ${version}`}.`,
  'wmi-switch-service-broken': ({ hresult }) =>
    `Hyper-V’s switch service does not answer in WMI${hresult === null ? '' : `: ${hresult}`}.`,
  'wmi-repository-inconsistent': () => 'WMI calls its own repository inconsistent.',
  'hns-network-unusable': ({ name }) =>
    `The network “${name}” exists in the Host Network Service, though WSL could not use it.`,
  'host-offline': () => 'Windows itself does not reach the internet.',
  'test-switch-failed': ({ hresult }) =>
    `Windows could not create a virtual switch without WSL either${hresult === null ? '' : `: ${hresult}`}.`,
  'test-switch-created': () => 'Windows could create a virtual switch without WSL.',
  'test-switch-left': ({ name }) => `Our test switch ${name} could not be removed again.`,
};

export const zhCN: FindingsText = {
  'wsl-start-failed': ({ hresult }) => (hresult === null ? 'WSL 未能启动。' : `WSL 未能启动：${hresult}。`),
  'wsl-start-network-code': ({ hresult }) => `WSL 无法建立网络：${hresult}。`,
  'wsl-start-fell-back': ({ failed, fallback }) => `WSL 无法建立 ${failed} 网络，改用 ${fallback} 继续运行。`,
  'wsl-not-installed': () => '未安装 WSL。',
  'vmms-switch-not-found': ({ count, eventId, hresult }) =>
    `最近七天内 Hyper-V 报告了 ${count} 次 ${hresult}（事件 ${eventId}）。`,
  'hns-switch-creation-failed': ({ count, eventId, hresult }) =>
    `最近七天内主机网络服务 (HNS) 有 ${count} 次无法创建虚拟交换机：${hresult}（事件 ${eventId}）。`,
  'vmware-bridge-dll-missing': ({ dll, vmwareInstalled }) =>
    vmwareInstalled
      ? `VMware 网桥已注册，但 ${dll} 不存在。VMware 本身仍安装着。`
      : `VMware 网桥仍在注册表中，但 ${dll} 已不存在，VMware 也没有安装。`,
  'service-missing': ({ service }) => `未安装服务或驱动程序 ${service}。`,
  'service-disabled': ({ service }) => `服务 ${service} 被禁用。`,
  'service-stopped': ({ service }) => `服务 ${service} 没有运行。`,
  'wslconfig-warnings': ({ lines }) =>
    `WSL 会忽略或误读 .wslconfig 的第 ${lines.map(String).join('、')} 行。`,
  'network-mode-bypassed': ({ mode }) => `.wslconfig 选择了网络模式 ${mode}，而不是 NAT。`,
  'restart-pending': ({ by }) =>
    by === 'windows-update' ? 'Windows 更新正在等待重启。' : 'Windows 正在等待重启，以完成组件更改。',
  'wsl-warned-fallback': ({ count, failed, fallback }) =>
    `最近七天内 WSL 自己报告了 ${count} 次：无法建立 ${failed} 网络，改用 ${fallback}。`,
  'wsl-files-missing': ({ files }) => `缺少 WSL 自身的文件：${files.join('、')}。`,
  'nat-interface-gone': ({ alias }) => `WSL 的网络被绑定到不存在的适配器“${alias}”。`,
  'distros-of-another-account': () => '发行版属于另一个帐户，而不是运行本程序的帐户。',
  'feature-off': ({ feature }) => `Windows 功能 ${feature} 未启用。`,
  'hypervisor-not-running': ({ firmwareEnabled }) =>
    firmwareEnabled === false ? '虚拟机监控程序没有运行：固件中关闭了虚拟化。' : '虚拟机监控程序没有运行。',
  'hypervisor-launch-off': () => 'Windows 的启动项不允许虚拟机监控程序启动。',
  'network-bridge-present': ({ adapter }) => `Windows 中有网桥：${adapter}。`,
  'adapter-problem': ({ adapter, problem }) => `Windows 报告 ${adapter} 有问题，代码 ${problem}。`,
  'adapters-missing': () => 'Windows 没有列出任何网络适配器。',
  'vmware-bridge-bound': ({ adapter }) => `VMware 网桥绑定在 ${adapter} 上，但 VMware 没有安装。`,
  'netnat-present': ({ name, prefix }) => `Windows 中有 NAT 网络：${name}（${prefix}）。`,
  'port-53-taken': ({ process, pid, address }) => `${process}（进程 ${pid}）占用了 UDP ${address}:53。`,
  'ports-fragmented': ({ largestFree }) =>
    `动态端口范围中没有 4096 个连续的空闲端口，最长只有 ${largestFree} 个。`,
  'winsock-layered-provider': ({ name }) => `其他软件在 Winsock 中装入了提供程序：${name}。`,
  'device-install-forbidden': ({ policies }) => `策略禁止安装网络适配器：${policies.join('、')}。`,
  'ics-forbidden-by-policy': () => '策略禁止 Internet 连接共享。',
  'firewall-policy': ({ profile, rule }) =>
    rule === 'AllowInboundRules'
      ? `防火墙的${profilesZh[profile]}配置文件阻止一切外来连接，包括 WSL 的域名查询。`
      : `防火墙的${profilesZh[profile]}配置文件只认策略规定的规则，WSL 自己的规则不起作用。`,
  'notify-object-dll-missing': ({ component, dll }) =>
    `网络组件 ${component} 仍在注册表中，但 ${dll} 已不存在。`,
  'wsl-forbidden-by-policy': () => '策略禁止使用 WSL。',
  'security-software': ({ product, version, kind }) =>
    `安装了${kind === 'vpn' ? ' VPN ' : '安全'}软件：${product}${version === null ? '' : ` ${version}`}。`,
  'wmi-switch-service-broken': ({ hresult }) =>
    `Hyper-V 的交换机服务在 WMI 中没有响应${hresult === null ? '' : `：${hresult}`}。`,
  'wmi-repository-inconsistent': () => 'WMI 认为自己的存储库不一致。',
  'hns-network-unusable': ({ name }) => `主机网络服务 (HNS) 中已有网络“${name}”，但 WSL 无法使用它。`,
  'host-offline': () => 'Windows 自身无法访问互联网。',
  'test-switch-failed': ({ hresult }) =>
    `不经过 WSL，Windows 也无法创建虚拟交换机${hresult === null ? '' : `：${hresult}`}。`,
  'test-switch-created': () => '不经过 WSL，Windows 可以创建虚拟交换机。',
  'test-switch-left': ({ name }) => `测试交换机 ${name} 未能删除。`,
};

const profilesZh: Readonly<Record<'domain' | 'private' | 'public', string>> = {
  domain: '域',
  private: '专用',
  public: '公用',
};
