/** The services and drivers of the healthy machine, as far as networking and WSL have to do with them. */
import { serviceNames } from './service-names.js';
import type { StartType, WorldService } from './world.js';

export function services(): WorldService[] {
  return [
    driver('condrv', 'Console Driver', '控制台驱动程序'),
    driver('wcifs', 'Windows Container Isolation', 'Windows 容器隔离'),
    driver('hvsocketcontrol', 'Hyper-V Socket Control', 'Hyper-V 套接字控制'),
    driver('vfpext', 'Microsoft Azure VFP Switch Extension', 'Microsoft Azure VFP 交换机扩展'),
    driver('vmsmp', 'Hyper-V Virtual Switch Miniport', 'Hyper-V 虚拟交换机微型端口'),
    service('rpcss', 'Remote Procedure Call (RPC)', '远程过程调用(RPC)', {
      startType: 'automatic',
      protected: true,
    }),
    service('nsi', 'Network Store Interface Service', '网络存储接口服务', { startType: 'automatic' }),
    service('BFE', 'Base Filtering Engine', '基本筛选引擎', {
      startType: 'automatic',
      protected: true,
      dependencies: ['rpcss'],
    }),
    service('mpssvc', 'Windows Defender Firewall', 'Windows Defender 防火墙', {
      startType: 'automatic',
      protected: true,
      dependencies: ['BFE'],
    }),
    service('Dhcp', 'DHCP Client', 'DHCP 客户端', { startType: 'automatic', dependencies: ['nsi'] }),
    service('iphlpsvc', 'IP Helper', 'IP 辅助服务', { startType: 'automatic', dependencies: ['nsi'] }),
    service('winmgmt', 'Windows Management Instrumentation', '管理规范', {
      startType: 'automatic',
      dependencies: ['rpcss'],
    }),
    service('EventLog', 'Windows Event Log', 'Windows 事件日志', { startType: 'automatic' }),
    service('NetSetupSvc', 'Network Setup Service', '网络设置服务', {
      state: 'stopped',
      dependencies: ['rpcss'],
    }),
    service('DeviceInstall', 'Device Install Service', '设备安装服务', { state: 'stopped' }),
    service('RpcEptMapper', 'RPC Endpoint Mapper', 'RPC 终结点映射器', {
      startType: 'automatic',
      protected: true,
    }),
    service('VSS', 'Volume Shadow Copy', '卷影复制', {
      type: 'own',
      state: 'stopped',
      dependencies: ['rpcss'],
    }),
    service('swprv', 'Microsoft Software Shadow Copy Provider', 'Microsoft 软件卷影复制提供程序', {
      type: 'own',
      state: 'stopped',
      dependencies: ['rpcss'],
    }),
    service('SharedAccess', 'Internet Connection Sharing (ICS)', '互联网连接共享(ICS)', {
      startsWithWindows: true,
      dependencies: ['BFE'],
    }),
    service('hvhost', 'HV Host Service', 'HV 主机服务', { startsWithWindows: true }),
    // On the reported machines both run although their start type is manual (commands.md R5).
    service('hns', 'Host Network Service', '主机网络服务', {
      startsWithWindows: true,
      dependencies: ['rpcss', 'nsi', 'vfpext'],
      stopMs: 2400,
      startMs: 1500,
    }),
    service('nvagent', 'Network Virtualization Service', '网络虚拟化服务', {
      startsWithWindows: true,
      dependencies: ['hns'],
      stopMs: 1200,
      startMs: 900,
    }),
    service('vmcompute', 'Hyper-V Host Compute Service', 'Hyper-V 主机计算服务', {
      type: 'own',
      startsWithWindows: true,
      dependencies: ['rpcss', 'wcifs', 'hvsocketcontrol', 'condrv'],
      stopMs: 1800,
      startMs: 1600,
    }),
    service('CmService', 'Container Manager Service', '容器管理器服务', {
      startsWithWindows: true,
      dependencies: ['rpcss', 'vmcompute', 'hvhost'],
      stopMs: 1400,
      startMs: 1100,
    }),
    service('vmms', 'Hyper-V Virtual Machine Management', 'Hyper-V 虚拟机管理', {
      type: 'own',
      startType: 'automatic',
      dependencies: ['rpcss', 'winmgmt'],
      stopMs: 2600,
      startMs: 2200,
    }),
    service('WSLService', 'WSL Service', 'WSL 服务', {
      type: 'own',
      startType: 'automatic',
      dependencies: ['rpcss'],
    }),
  ];
}

function service(
  name: string,
  english: string,
  chinese: string,
  rest: Partial<WorldService> = {},
): WorldService {
  return {
    name,
    displayName: { en: english, 'zh-CN': chinese, ...serviceNames[name] },
    type: 'share',
    state: 'running',
    startType: 'manual',
    startsWithWindows: false,
    dependencies: [],
    startMs: 1200,
    stopMs: 1200,
    onStop: 'stops',
    protected: false,
    pid: 1000 + 4 * (parseInt(name, 36) % 2000),
    ...rest,
  };
}

function driver(name: string, english: string, chinese: string): WorldService {
  const startType: StartType = 'system';
  return service(name, english, chinese, { type: 'driver', startType, startMs: 100, stopMs: 100 });
}
