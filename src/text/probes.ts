/** The checklist: what each probe is called, and what it read in a few words. */
import type {
  Distro,
  EventsFact,
  FactKey,
  Facts,
  FactTable,
  NetworkingMode,
  ServiceFact,
  ServiceState,
} from '../domain/facts.js';
import type { SkipReason } from '../domain/findings.js';
import type { ProbeId } from '../domain/ids.js';
import type { AdapterBinding, FirewallProfile, PoliciesFact } from '../domain/network-facts.js';
import { featureNames } from '../domain/system-facts.js';
import { sizeText } from './size.js';

export interface ProbeWords {
  /** Short: it stands in a column. */
  readonly label: string;
  /** What it looks at, as a sentence. */
  readonly about: string;
  /** What it read, in a few words; empty where it read nothing. */
  reading(facts: Facts): string;
}

export interface ProbesText {
  readonly probes: Readonly<Record<ProbeId, ProbeWords>>;
  /** Why a probe did not look. */
  skipped(reason: SkipReason): string;
  /** PowerShell's process took the question with it. */
  lost(question: string, why: string): string;
  /** What administrator rights would add, by the names of the checks; empty where there are none. */
  withheld(labels: readonly string[]): string;
  serviceState(state: ServiceState): string;
}

function over<K extends FactKey>(key: K, words: (fact: FactTable[K]) => string): (facts: Facts) => string {
  return (facts) => {
    const fact = facts[key];
    return fact === undefined ? '' : words(fact);
  };
}

/** Windows 11 begins with build 22000; its own ProductName still says 10. */
const windowsName = (build: number, edition: string): string => {
  const home = edition.startsWith('Core') ? 'Home' : edition === 'Professional' ? 'Pro' : edition;
  return `${build >= 22000 ? '11' : '10'} ${home}`;
};

const architecture = (name: string): string => (name === 'AMD64' ? 'x64' : name);

const defaultDistro = (distros: readonly Distro[]): Distro | undefined =>
  distros.find(({ isDefault }) => isDefault) ?? distros[0];

/** The three that WSL 2's network stands on. */
const shownServices = (services: readonly ServiceFact[]): readonly ServiceFact[] =>
  services.filter(({ name, installed }) => installed && /^(hns|vmcompute|vmms)$/i.test(name));

const setMode = (mode: NetworkingMode): string => mode.toLowerCase();

/** Features that are on, without the prefixes that say nothing. */
const enabledFeatures = (features: FactTable['optionalFeatures']['features']): readonly string[] =>
  featureNames.filter((name) => features[name] === 'enabled').map((name) => name.replace(/^Microsoft-/, ''));

/** Components of others, and Hyper-V's switch where it is bound. */
const foreignComponents = (bindings: readonly AdapterBinding[]): readonly string[] => [
  ...new Set(
    bindings
      .filter(({ componentId, enabled }) => enabled && !componentId.startsWith('ms_'))
      .map(({ componentId }) => componentId),
  ),
];

const isRuledByPolicy = (profiles: readonly FirewallProfile[]): boolean =>
  profiles.some(
    ({ enabled, inboundRulesCount, localRulesCount }) => enabled && !(inboundRulesCount && localRulesCount),
  );

const forbiddenThings = (fact: PoliciesFact, sharing: string): readonly string[] => [
  ...(fact.icsForbidden ? [sharing] : []),
  ...(fact.wslAllowed ? [] : ['WSL']),
  ...(fact.wsl1Allowed ? [] : ['WSL 1']),
  ...(fact.inboxWslAllowed ? [] : ['in-box WSL']),
];

const errors = ({ events }: EventsFact): number => events.filter(({ codes }) => codes.length > 0).length;

export const en: ProbesText = {
  serviceState: (state) => state.replace('-', ' '),
  lost: (question, why) => `PowerShell gave no answer to the question “${question}”: ${why}`,
  withheld: (labels) =>
    labels.length === 0 ? '' : `With administrator rights this would be looked at too: ${labels.join(', ')}.`,
  skipped(reason) {
    switch (reason.code) {
      case 'needs-elevation':
        return 'only an administrator may read this';
      case 'denied':
        return 'Windows does not let this account read it';
      case 'not-on-this-edition':
        return 'this edition of Windows does not have it';
      case 'no-wsl':
        return 'WSL is not installed';
      case 'no-distro':
        return 'there is no WSL 2 distro to start';
      case 'distro-running':
        return 'a distro is running';
      case 'not-installed':
        return `${reason.what} is not installed`;
      case 'constrained-language':
        return 'a policy of this machine forbids the script';
      case 'asked-for-only':
        return 'only when you ask for a deeper look';
      case 'cancelled':
        return 'cancelled';
    }
  },
  probes: {
    windows: {
      label: 'Windows',
      about: 'Which Windows this is.',
      reading: over(
        'windows',
        ({ build, revision, edition, architecture: processor }) =>
          `${windowsName(build, edition)}, build ${build}.${revision}, ${architecture(processor)}`,
      ),
    },
    elevation: {
      label: 'Rights',
      about: 'Whether this program runs as administrator, and whether the session is remote.',
      reading: over('elevation', ({ elevated, remoteSession }) =>
        [
          elevated ? 'administrator' : 'not an administrator',
          ...(remoteSession ? ['remote session'] : []),
        ].join(', '),
      ),
    },
    wsl: {
      label: 'WSL',
      about: 'Which WSL is installed.',
      reading: over('wsl', ({ flavour, version, kernel }) => {
        if (flavour === 'none') return 'not installed';
        if (flavour === 'inbox') return 'the version built into Windows';
        return `${version ?? '?'}${kernel === null ? '' : `, kernel ${kernel}`}`;
      }),
    },
    distros: {
      label: 'Distros',
      about: 'Which distros are installed. None is started for this.',
      reading: over('distros', ({ distros }) => {
        const first = defaultDistro(distros);
        if (first === undefined) return 'none';
        const count = distros.length === 1 ? '' : `${distros.length}, default `;
        return `${count}${first.name} (WSL ${first.version}), ${first.state}`;
      }),
    },
    services: {
      label: 'Services',
      about: 'The services and drivers that WSL’s network needs.',
      reading: over('services', ({ services }) => {
        const shown = shownServices(services);
        if (shown.every(({ state }) => state === 'running'))
          return `${shown.map(({ name }) => name).join(', ')} running`;
        return shown.map(({ name, state }) => `${name} ${state ?? '?'}`).join(', ');
      }),
    },
    'vmms-events': {
      label: 'VMMS events',
      about: 'Hyper-V’s event log of the last seven days.',
      reading: over('vmmsEvents', (fact) => eventsReading(fact)),
    },
    'hns-events': {
      label: 'HNS events',
      about: 'The Host Network Service’s event log of the last seven days.',
      reading: over('hnsEvents', (fact) => eventsReading(fact)),
    },
    'hns-networks': {
      label: 'HNS networks',
      about: 'The virtual networks that the Host Network Service keeps.',
      reading: over('hnsNetworks', ({ networks }) =>
        networks.length === 0 ? 'none' : networks.map(({ name }) => name).join(', '),
      ),
    },
    'vmware-bridge': {
      label: 'VMware bridge',
      about: 'Whether VMware left a registration behind that points to a missing file.',
      reading: over('vmwareBridge', ({ dll, dllExists }) => {
        if (dll === null) return 'not registered';
        return dllExists === true ? 'registered, its file is there' : `registered, ${dll} is gone`;
      }),
    },
    wslconfig: {
      label: '.wslconfig',
      about: 'WSL’s settings file, read as WSL reads it.',
      reading: over('wslconfig', ({ exists, line, networkingMode }) => {
        if (!exists) return 'no such file (NAT)';
        return line === null ? 'no network mode set (NAT)' : `networkingMode=${setMode(networkingMode)}`;
      }),
    },
    'network-configuration': {
      label: 'Adapters',
      about: 'The IPv4 settings of every network adapter.',
      reading: over('networkConfiguration', ({ adapters }) => {
        const fixed = adapters.filter(({ dhcp }) => !dhcp).length;
        const count = adapters.length === 1 ? '1 adapter' : `${adapters.length} adapters`;
        return fixed === 0 ? count : `${count}, ${fixed} with fixed addresses`;
      }),
    },
    'pending-restart': {
      label: 'Restart',
      about: 'Whether Windows waits for a restart.',
      reading: over('pendingRestart', ({ componentServicing, windowsUpdate }) =>
        componentServicing || windowsUpdate ? 'Windows waits for one' : 'none pending',
      ),
    },
    'wsl-start': {
      label: 'WSL start',
      about: 'Starts a distro where none runs, and looks at what WSL says.',
      reading: over('wslStart', ({ attempt, runningMode, exitCode }) => {
        const mode = runningMode === null ? '' : `, mode ${runningMode}`;
        if (attempt === 'started') return `started${mode}`;
        if (attempt === 'failed') return `failed (${exitCode ?? '?'})`;
        return `a distro runs already${mode}`;
      }),
    },
    'wsl-events': {
      label: 'WSL events',
      about: 'The warnings that WSL itself wrote into the event log in the last seven days.',
      reading: over('wslEvents', (fact) => {
        if (fact.log !== 'read') return eventsReading(fact);
        return fact.events.length === 0 ? 'no warnings' : `${fact.events.length} warnings`;
      }),
    },
    'wsl-install': {
      label: 'WSL files',
      about: 'Whether the files of WSL itself are all there.',
      reading: over('wslInstall', ({ folder, missing }) => {
        if (folder === null) return 'no folder registered';
        return missing.length === 0 ? 'complete' : `missing: ${missing.join(', ')}`;
      }),
    },
    'wsl-nat': {
      label: 'WSL’s NAT',
      about: 'What WSL keeps of its NAT network in the registry.',
      reading: over('wslNat', ({ network, externalInterface }) => {
        const range = network ?? 'nothing kept';
        return externalInterface === null ? range : `${range}, tied to ${externalInterface}`;
      }),
    },
    'profile-owner': {
      label: 'Account',
      about: 'Whether the distros belong to the account that runs this program.',
      reading: over('profileOwner', ({ distrosOf }) =>
        distrosOf === 'self' ? 'the distros are this account’s' : 'the distros belong to another account',
      ),
    },
    'optional-features': {
      label: 'Features',
      about: 'Which of the Windows features around virtualization are on.',
      reading: over('optionalFeatures', ({ features }) => {
        const on = enabledFeatures(features);
        return on.length === 0 ? 'none is on' : on.join(', ');
      }),
    },
    hypervisor: {
      label: 'Hypervisor',
      about: 'Whether the hypervisor runs.',
      reading: over('hypervisor', ({ running, firmwareEnabled }) => {
        if (running) return 'runs';
        return firmwareEnabled === false
          ? 'does not run, virtualization is off in the firmware'
          : 'does not run';
      }),
    },
    'boot-configuration': {
      label: 'Boot entry',
      about: 'Whether Windows may start the hypervisor when it boots.',
      reading: over('bootConfiguration', ({ hypervisorLaunchType: type }) =>
        type === 'absent' ? 'Windows’ default' : `hypervisorlaunchtype ${type}`,
      ),
    },
    'network-adapters': {
      label: 'Devices',
      about: 'Every network adapter, hidden ones too, with the problems that Windows reports.',
      reading: over('networkAdapters', ({ adapters }) => {
        const troubled = adapters.filter(({ problem }) => (problem ?? 0) !== 0).length;
        return troubled === 0 ? `${adapters.length}` : `${adapters.length}, ${troubled} with a problem`;
      }),
    },
    'adapter-bindings': {
      label: 'Bindings',
      about: 'Which network components are bound to the adapters: bridges, filters, the virtual switch.',
      reading: over('adapterBindings', ({ bindings }) => {
        const foreign = foreignComponents(bindings);
        return foreign.length === 0 ? 'only those of Windows' : foreign.join(', ');
      }),
    },
    'notify-objects': {
      label: 'Components',
      about: 'Whether a network component is registered whose file is gone; VMware’s has a check of its own.',
      reading: over('notifyObjects', ({ count, dead }) =>
        dead.length === 0
          ? `${count}, all files are there`
          : `gone: ${dead.map(({ dll }) => dll).join(', ')}`,
      ),
    },
    netnat: {
      label: 'NAT networks',
      about: 'NAT networks that somebody else set up in Windows.',
      reading: over('netNat', ({ networks }) =>
        networks.length === 0 ? 'none' : networks.map(({ name, prefix }) => `${name} ${prefix}`).join(', '),
      ),
    },
    'port-53': {
      label: 'Port 53',
      about: 'Which program listens on UDP port 53, which WSL’s NAT needs for DNS.',
      reading: over('port53', ({ owners }) =>
        owners.length === 0
          ? 'free'
          : owners.map(({ address, process }) => `${process} ${address}`).join(', '),
      ),
    },
    'port-ranges': {
      label: 'Port ranges',
      about: 'The range of dynamic ports, and what is reserved in it.',
      reading: over('portRanges', ({ largestFree }) => `${largestFree} ports in a row are free`),
    },
    winsock: {
      label: 'Winsock',
      about: 'Providers that other software has put into Winsock.',
      reading: over('winsock', ({ providers }) => {
        const layered = providers.filter((provider) => provider.layered);
        return layered.length === 0 ? 'only Windows’ own' : layered.map(({ name }) => name).join(', ');
      }),
    },
    'firewall-profiles': {
      label: 'Firewall',
      about: 'Which profiles of the Windows firewall are on.',
      reading: over('firewallProfiles', ({ profiles }) => {
        const on = profiles.filter(({ enabled }) => enabled).map(({ name }) => name);
        const ruled = isRuledByPolicy(profiles) ? '; own rules do not count' : '';
        return on.length === 0 ? 'off' : `on: ${on.join(', ')}${ruled}`;
      }),
    },
    'device-policy': {
      label: 'Device policy',
      about: 'Whether a policy forbids the installation of network adapters.',
      reading: over('devicePolicy', ({ inForce }) => (inForce.length === 0 ? 'none' : inForce.join(', '))),
    },
    policies: {
      label: 'Policies',
      about: 'What administrators forbid of connection sharing and of WSL.',
      reading: over('policies', (fact) => {
        const forbidden = forbiddenThings(fact, 'connection sharing');
        return forbidden.length === 0 ? 'nothing forbidden' : `forbidden: ${forbidden.join(', ')}`;
      }),
    },
    'security-software': {
      label: 'Security tools',
      about: 'Security and VPN software that filters the network.',
      reading: over('securitySoftware', ({ products }) =>
        products.length === 0 ? 'none known to matter' : products.map(({ product }) => product).join(', '),
      ),
    },
    'wmi-switch-service': {
      label: 'WMI',
      about: 'Whether Hyper-V’s part in WMI that makes switches answers.',
      reading: over('wmiSwitchService', ({ answer, hresult }) =>
        answer === 'present' ? 'answers' : `does not answer${hresult === null ? '' : `: ${hresult}`}`,
      ),
    },
    'wmi-repository': {
      label: 'WMI files',
      about:
        'Whether WMI calls its own repository consistent. For information: its repair has not cured this error.',
      reading: over('wmiRepository', ({ consistent }) => (consistent ? 'consistent' : 'inconsistent')),
    },
    'running-software': {
      label: 'Programs',
      about: 'Running programs that a remedy would disturb: Docker Desktop, virtual machines, VPNs.',
      reading: over('runningSoftware', ({ programs }) =>
        programs.length === 0 ? 'none' : programs.map(({ process }) => process).join(', '),
      ),
    },
    'virtual-machines': {
      label: 'VMs',
      about: 'Hyper-V’s virtual machines, which lose their network when switches are made anew.',
      reading: over('virtualMachines', ({ machines }) => {
        const running = machines.filter(({ state }) => state === 'running').length;
        return machines.length === 0 ? 'none' : `${machines.length}, ${running} running`;
      }),
    },
    bitlocker: {
      label: 'BitLocker',
      about:
        'Whether the system drive is encrypted: a change of the boot entry may then ask for the recovery key.',
      reading: over('bitlocker', ({ systemDrive }) => {
        if (systemDrive === 'unknown') return 'not known';
        return systemDrive === 'on' ? 'on' : 'off';
      }),
    },
    storage: {
      label: 'Disk space',
      about: 'How large the virtual disks of distros are, and what is free for copies of them.',
      reading: over('storage', ({ freeBytes }) =>
        freeBytes === null ? 'not known' : `${sizeText(freeBytes)} free`,
      ),
    },
    'restore-points': {
      label: 'Restore points',
      about: 'Whether Windows can make a restore point.',
      reading: over('restorePoints', ({ possible }) =>
        possible ? 'possible' : 'System Protection or a service that it needs is off',
      ),
    },
    'host-online': {
      label: 'Internet',
      about: 'Whether Windows itself reaches the internet, by Microsoft’s connection test page.',
      reading: over('hostOnline', ({ online }) => (online ? 'reachable' : 'not reachable')),
    },
    'test-switch': {
      label: 'Test switch',
      about: 'Makes a virtual switch of its own without WSL, and removes it. Only when asked for.',
      reading: over('testSwitch', ({ outcome, hresult }) =>
        outcome === 'created'
          ? 'could be created'
          : `could not be created${hresult === null ? '' : `: ${hresult}`}`,
      ),
    },
  },
};

function eventsReading(fact: EventsFact): string {
  if (fact.log === 'absent') return 'no such log';
  const count = errors(fact);
  return count === 0 ? 'no errors' : `${count} with an error code`;
}

export const zhCN: ProbesText = {
  serviceState: (state) => serviceStatesZh[state],
  lost: (question, why) => `PowerShell 没有回答问题“${question}”：${why}`,
  withheld: (labels) => (labels.length === 0 ? '' : `以管理员身份还可以检查：${labels.join('、')}。`),
  skipped(reason) {
    switch (reason.code) {
      case 'needs-elevation':
        return '只有管理员可以读取';
      case 'denied':
        return 'Windows 不允许此帐户读取';
      case 'not-on-this-edition':
        return '此版本的 Windows 没有这一项';
      case 'no-wsl':
        return '未安装 WSL';
      case 'no-distro':
        return '没有可启动的 WSL 2 发行版';
      case 'distro-running':
        return '有发行版正在运行';
      case 'not-installed':
        return `未安装 ${reason.what}`;
      case 'constrained-language':
        return '这台电脑的策略禁止运行该脚本';
      case 'asked-for-only':
        return '只在要求深入检查时进行';
      case 'cancelled':
        return '已取消';
    }
  },
  probes: {
    windows: {
      label: 'Windows',
      about: 'Windows 的版本。',
      reading: over(
        'windows',
        ({ build, revision, edition, architecture: processor }) =>
          `${windowsName(build, edition)}，内部版本 ${build}.${revision}，${architecture(processor)}`,
      ),
    },
    elevation: {
      label: '权限',
      about: '本程序是否以管理员身份运行，以及是否处于远程会话中。',
      reading: over('elevation', ({ elevated, remoteSession }) =>
        [elevated ? '管理员' : '非管理员', ...(remoteSession ? ['远程会话'] : [])].join('，'),
      ),
    },
    wsl: {
      label: 'WSL',
      about: '安装的是哪个 WSL。',
      reading: over('wsl', ({ flavour, version, kernel }) => {
        if (flavour === 'none') return '未安装';
        if (flavour === 'inbox') return 'Windows 自带的版本';
        return `${version ?? '?'}${kernel === null ? '' : `，内核 ${kernel}`}`;
      }),
    },
    distros: {
      label: '发行版',
      about: '已安装的发行版。检查时不会启动它们。',
      reading: over('distros', ({ distros }) => {
        const first = defaultDistro(distros);
        if (first === undefined) return '没有';
        const count = distros.length === 1 ? '' : `共 ${distros.length} 个，默认为 `;
        return `${count}${first.name}（WSL ${first.version}），${distroStatesZh[first.state]}`;
      }),
    },
    services: {
      label: '服务',
      about: 'WSL 网络所需的服务和驱动程序。',
      reading: over('services', ({ services }) => {
        const shown = shownServices(services);
        if (shown.every(({ state }) => state === 'running'))
          return `${shown.map(({ name }) => name).join('、')} 正在运行`;
        return shown
          .map(({ name, state }) => `${name} ${state === null ? '?' : serviceStatesZh[state]}`)
          .join('，');
      }),
    },
    'vmms-events': {
      label: 'VMMS 事件',
      about: 'Hyper-V 最近七天的事件日志。',
      reading: over('vmmsEvents', (fact) => eventsReadingZh(fact)),
    },
    'hns-events': {
      label: 'HNS 事件',
      about: '主机网络服务 (HNS) 最近七天的事件日志。',
      reading: over('hnsEvents', (fact) => eventsReadingZh(fact)),
    },
    'hns-networks': {
      label: 'HNS 网络',
      about: '主机网络服务 (HNS) 保存的虚拟网络。',
      reading: over('hnsNetworks', ({ networks }) =>
        networks.length === 0 ? '没有' : networks.map(({ name }) => name).join('、'),
      ),
    },
    'vmware-bridge': {
      label: 'VMware 网桥',
      about: 'VMware 是否留下了指向不存在的文件的注册项。',
      reading: over('vmwareBridge', ({ dll, dllExists }) => {
        if (dll === null) return '没有注册';
        return dllExists === true ? '已注册，文件存在' : `已注册，但 ${dll} 不存在`;
      }),
    },
    wslconfig: {
      label: '.wslconfig',
      about: 'WSL 的设置文件，按 WSL 的规则读取。',
      reading: over('wslconfig', ({ exists, line, networkingMode }) => {
        if (!exists) return '没有此文件（NAT）';
        return line === null ? '未设置网络模式（NAT）' : `networkingMode=${setMode(networkingMode)}`;
      }),
    },
    'network-configuration': {
      label: '网络适配器',
      about: '每个网络适配器的 IPv4 设置。',
      reading: over('networkConfiguration', ({ adapters }) => {
        const fixed = adapters.filter(({ dhcp }) => !dhcp).length;
        return fixed === 0 ? `${adapters.length} 个` : `${adapters.length} 个，其中 ${fixed} 个使用固定地址`;
      }),
    },
    'pending-restart': {
      label: '重启',
      about: 'Windows 是否在等待重启。',
      reading: over('pendingRestart', ({ componentServicing, windowsUpdate }) =>
        componentServicing || windowsUpdate ? 'Windows 正在等待重启' : '无需重启',
      ),
    },
    'wsl-start': {
      label: 'WSL 启动',
      about: '没有发行版在运行时启动一个，看 WSL 的反应。',
      reading: over('wslStart', ({ attempt, runningMode, exitCode }) => {
        const mode = runningMode === null ? '' : `，模式 ${runningMode}`;
        if (attempt === 'started') return `已启动${mode}`;
        if (attempt === 'failed') return `失败（${exitCode ?? '?'}）`;
        return `已有发行版在运行${mode}`;
      }),
    },
    'wsl-events': {
      label: 'WSL 事件',
      about: 'WSL 自己最近七天写入事件日志的警告。',
      reading: over('wslEvents', (fact) => {
        if (fact.log !== 'read') return eventsReadingZh(fact);
        return fact.events.length === 0 ? '没有警告' : `${fact.events.length} 条警告`;
      }),
    },
    'wsl-install': {
      label: 'WSL 文件',
      about: 'WSL 自身的文件是否齐全。',
      reading: over('wslInstall', ({ folder, missing }) => {
        if (folder === null) return '没有登记文件夹';
        return missing.length === 0 ? '齐全' : `缺少：${missing.join('、')}`;
      }),
    },
    'wsl-nat': {
      label: 'WSL 的 NAT',
      about: 'WSL 在注册表中保存的 NAT 网络信息。',
      reading: over('wslNat', ({ network, externalInterface }) => {
        const range = network ?? '没有保存';
        return externalInterface === null ? range : `${range}，绑定到 ${externalInterface}`;
      }),
    },
    'profile-owner': {
      label: '帐户',
      about: '发行版是否属于运行本程序的帐户。',
      reading: over('profileOwner', ({ distrosOf }) =>
        distrosOf === 'self' ? '发行版属于此帐户' : '发行版属于另一个帐户',
      ),
    },
    'optional-features': {
      label: '功能',
      about: '与虚拟化有关的 Windows 功能中哪些已启用。',
      reading: over('optionalFeatures', ({ features }) => {
        const on = enabledFeatures(features);
        return on.length === 0 ? '都未启用' : on.join('、');
      }),
    },
    hypervisor: {
      label: '虚拟机监控程序',
      about: '虚拟机监控程序是否在运行。',
      reading: over('hypervisor', ({ running, firmwareEnabled }) => {
        if (running) return '正在运行';
        return firmwareEnabled === false ? '没有运行，固件中关闭了虚拟化' : '没有运行';
      }),
    },
    'boot-configuration': {
      label: '启动项',
      about: 'Windows 启动时是否可以启动虚拟机监控程序。',
      reading: over('bootConfiguration', ({ hypervisorLaunchType: type }) =>
        type === 'absent' ? 'Windows 默认值' : `hypervisorlaunchtype ${type}`,
      ),
    },
    'network-adapters': {
      label: '网络设备',
      about: '所有网络适配器（包括隐藏的）以及 Windows 报告的问题。',
      reading: over('networkAdapters', ({ adapters }) => {
        const troubled = adapters.filter(({ problem }) => (problem ?? 0) !== 0).length;
        return troubled === 0 ? `${adapters.length} 个` : `${adapters.length} 个，其中 ${troubled} 个有问题`;
      }),
    },
    'adapter-bindings': {
      label: '绑定',
      about: '适配器上绑定了哪些网络组件：网桥、筛选器、虚拟交换机。',
      reading: over('adapterBindings', ({ bindings }) => {
        const foreign = foreignComponents(bindings);
        return foreign.length === 0 ? '只有 Windows 自己的' : foreign.join('、');
      }),
    },
    'notify-objects': {
      label: '网络组件',
      about: '是否有网络组件已注册但文件不存在；VMware 的组件另有检查。',
      reading: over('notifyObjects', ({ count, dead }) =>
        dead.length === 0 ? `${count} 个，文件都在` : `不存在：${dead.map(({ dll }) => dll).join('、')}`,
      ),
    },
    netnat: {
      label: 'NAT 网络',
      about: '其他程序在 Windows 中设置的 NAT 网络。',
      reading: over('netNat', ({ networks }) =>
        networks.length === 0 ? '没有' : networks.map(({ name, prefix }) => `${name} ${prefix}`).join('、'),
      ),
    },
    'port-53': {
      label: '53 端口',
      about: '哪个程序占用 UDP 53 端口；WSL 的 NAT 需要它来提供 DNS。',
      reading: over('port53', ({ owners }) =>
        owners.length === 0
          ? '空闲'
          : owners.map(({ address, process }) => `${process} ${address}`).join('、'),
      ),
    },
    'port-ranges': {
      label: '端口范围',
      about: '动态端口的范围，以及其中被保留的部分。',
      reading: over('portRanges', ({ largestFree }) => `最长有 ${largestFree} 个连续空闲端口`),
    },
    winsock: {
      label: 'Winsock',
      about: '其他软件装入 Winsock 的提供程序。',
      reading: over('winsock', ({ providers }) => {
        const layered = providers.filter((provider) => provider.layered);
        return layered.length === 0 ? '只有 Windows 自己的' : layered.map(({ name }) => name).join('、');
      }),
    },
    'firewall-profiles': {
      label: '防火墙',
      about: 'Windows 防火墙的哪些配置文件已启用。',
      reading: over('firewallProfiles', ({ profiles }) => {
        const on = profiles.filter(({ enabled }) => enabled).map(({ name }) => firewallProfilesZh[name]);
        const ruled = isRuledByPolicy(profiles) ? '；本机规则不起作用' : '';
        return on.length === 0 ? '已关闭' : `已启用：${on.join('、')}${ruled}`;
      }),
    },
    'device-policy': {
      label: '设备策略',
      about: '是否有策略禁止安装网络适配器。',
      reading: over('devicePolicy', ({ inForce }) => (inForce.length === 0 ? '没有' : inForce.join('、'))),
    },
    policies: {
      label: '策略',
      about: '管理员对连接共享和 WSL 的限制。',
      reading: over('policies', (fact) => {
        const forbidden = forbiddenThings(fact, '连接共享');
        return forbidden.length === 0 ? '没有限制' : `禁止：${forbidden.join('、')}`;
      }),
    },
    'security-software': {
      label: '安全软件',
      about: '会筛选网络流量的安全和 VPN 软件。',
      reading: over('securitySoftware', ({ products }) =>
        products.length === 0 ? '没有已知有影响的' : products.map(({ product }) => product).join('、'),
      ),
    },
    'wmi-switch-service': {
      label: 'WMI',
      about: 'Hyper-V 在 WMI 中负责建立交换机的部分是否响应。',
      reading: over('wmiSwitchService', ({ answer, hresult }) =>
        answer === 'present' ? '有响应' : `没有响应${hresult === null ? '' : `：${hresult}`}`,
      ),
    },
    'wmi-repository': {
      label: 'WMI 存储库',
      about: 'WMI 是否认为自己的存储库一致。仅供参考：修复它没有治好过此错误。',
      reading: over('wmiRepository', ({ consistent }) => (consistent ? '一致' : '不一致')),
    },
    'running-software': {
      label: '程序',
      about: '修复时会受影响的正在运行的程序：Docker Desktop、虚拟机、VPN。',
      reading: over('runningSoftware', ({ programs }) =>
        programs.length === 0 ? '没有' : programs.map(({ process }) => process).join('、'),
      ),
    },
    'virtual-machines': {
      label: '虚拟机',
      about: 'Hyper-V 的虚拟机；重建交换机时它们会断网。',
      reading: over('virtualMachines', ({ machines }) => {
        const running = machines.filter(({ state }) => state === 'running').length;
        return machines.length === 0 ? '没有' : `${machines.length} 个，其中 ${running} 个正在运行`;
      }),
    },
    bitlocker: {
      label: 'BitLocker',
      about: '系统盘是否已加密；如果是，更改启动项后可能要求输入恢复密钥。',
      reading: over('bitlocker', ({ systemDrive }) => {
        if (systemDrive === 'unknown') return '未知';
        return systemDrive === 'on' ? '已启用' : '未启用';
      }),
    },
    storage: {
      label: '磁盘空间',
      about: '各发行版的虚拟磁盘有多大，以及有多少空间可存放副本。',
      reading: over('storage', ({ freeBytes }) =>
        freeBytes === null ? '未知' : `可用 ${sizeText(freeBytes)}`,
      ),
    },
    'restore-points': {
      label: '还原点',
      about: 'Windows 是否能创建还原点。',
      reading: over('restorePoints', ({ possible }) =>
        possible ? '可以创建' : '系统保护或其所需的服务未启用',
      ),
    },
    'host-online': {
      label: '互联网',
      about: 'Windows 自身能否访问互联网（使用 Microsoft 的连接测试页）。',
      reading: over('hostOnline', ({ online }) => (online ? '可以访问' : '无法访问')),
    },
    'test-switch': {
      label: '测试交换机',
      about: '不经过 WSL 创建一个虚拟交换机，然后删除它。只在要求时进行。',
      reading: over('testSwitch', ({ outcome, hresult }) =>
        outcome === 'created' ? '可以创建' : `无法创建${hresult === null ? '' : `：${hresult}`}`,
      ),
    },
  },
};

const firewallProfilesZh: Readonly<Record<'domain' | 'private' | 'public', string>> = {
  domain: '域',
  private: '专用',
  public: '公用',
};

const distroStatesZh: Readonly<Record<Distro['state'], string>> = {
  stopped: '已停止',
  running: '正在运行',
  busy: '忙',
};

const serviceStatesZh: Readonly<Record<ServiceState, string>> = {
  stopped: '已停止',
  'start-pending': '正在启动',
  'stop-pending': '正在停止',
  running: '正在运行',
  'continue-pending': '正在恢复',
  'pause-pending': '正在暂停',
  paused: '已暂停',
};

function eventsReadingZh(fact: EventsFact): string {
  if (fact.log === 'absent') return '没有此日志';
  const count = errors(fact);
  return count === 0 ? '没有错误' : `${count} 条带有错误代码`;
}
