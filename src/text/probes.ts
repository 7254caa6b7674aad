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
  const home = edition.startsWith("Core") ? 'Home' : edition === 'Professional' ? 'Pro' : edition;
  return `${build >= 22000 ? '11' : '10'} ${home}`;
};

const architecture = (name: string): string => (name === 'AMD64' ? 'x64' : name);

const defaultDistro = (distros: readonly Distro[]): Distro | undefined =>
  distros.find(({ isDefault }) => isDefault) ?? distros[0];

/** The three that WSL 2's network stands on. */
const shownServices = (services: readonly ServiceFact[]): readonly ServiceFact[] =>
  services.filter(({ name, installed }) => installed && /^(hns|vmcompute|vmms)$/i.test(name));

const setMode = (mode: NetworkingMode): string => mode.toLowerCase();

const errors = ({ events }: EventsFact): number => events.filter(({ codes }) => codes.length > 0).length;

export const en: ProbesText = {
  serviceState: (state) => state.replace('-', ' '),
  skipped(reason) {
    switch (reason.code) {
      case 'needs-elevation':
        return 'only an administrator may read this';
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
  },
};

function eventsReading(fact: EventsFact): string {
  if (fact.log === 'absent') return 'no such log';
  if (fact.log === 'denied') return 'may not be read';
  const count = errors(fact);
  return count === 0 ? 'no errors' : `${count} with an error code`;
}

export const zhCN: ProbesText = {
  serviceState: (state) => serviceStatesZh[state],
  skipped(reason) {
    switch (reason.code) {
      case 'needs-elevation':
        return '只有管理员可以读取';
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
  },
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
  if (fact.log === 'denied') return '无权读取';
  const count = errors(fact);
  return count === 0 ? '没有错误' : `${count} 条带有错误代码`;
}
