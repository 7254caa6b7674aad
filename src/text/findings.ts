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
};
