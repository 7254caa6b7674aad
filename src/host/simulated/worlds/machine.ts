/** Ways in which machines differ without anything being wrong with them. */
import { removeUnneededParts } from '../features.js';
import type { World, WorldLanguage, WorldService } from '../world.js';

interface Locale {
  readonly tag: string;
  readonly oem: number;
  readonly ansi: number;
  readonly user: string;
  readonly adapters: Readonly<Record<string, string>>;
  readonly netsh?: World['netshEncoding'];
}

const locales: Readonly<Record<WorldLanguage, Locale>> = {
  en: { tag: 'en-US', oem: 437, ansi: 1252, user: 'dev', adapters: {} },
  'zh-CN': {
    tag: 'zh-CN',
    oem: 936,
    ansi: 936,
    user: '张伟',
    adapters: { Ethernet: '以太网', 'Wi-Fi': 'WLAN' },
  },
  // German 11 wrote UTF-8 from netsh, Russian 10 the ANSI page (commands.md section 0).
  de: { tag: 'de-DE', oem: 850, ansi: 1252, user: 'Jürgen', adapters: { 'Wi-Fi': 'WLAN' }, netsh: 'utf-8' },
  ja: { tag: 'ja-JP', oem: 932, ansi: 932, user: '太郎', adapters: { Ethernet: 'イーサネット' } },
  ru: {
    tag: 'ru-RU',
    oem: 866,
    ansi: 1251,
    user: 'Сергей',
    adapters: { 'Wi-Fi': 'Беспроводная сеть' },
    netsh: 'ansi',
  },
  es: { tag: 'es-ES', oem: 850, ansi: 1252, user: 'Íñigo', adapters: {} },
};

/** Display language, code pages, and the names that go with them. */
export function setLanguage(world: World, language: WorldLanguage): void {
  const { tag, oem, ansi, user, adapters, netsh = 'oem' } = locales[language];
  world.language = tag;
  world.codePages = { oem, ansi };
  world.netshEncoding = netsh;
  const before = world.user.profile;
  world.user = { ...world.user, name: user, profile: `C:\\Users\\${user}` };
  world.files = Object.fromEntries(
    Object.entries(world.files).map(([path, file]) => [path.replace(before, () => world.user.profile), file]),
  );
  for (const adapter of world.adapters) adapter.alias = adapters[adapter.alias] ?? adapter.alias;
  for (const binding of world.bindings) binding.adapter = adapters[binding.adapter] ?? binding.adapter;
}

const displayVersions: Readonly<Record<number, string>> = {
  19041: '2004',
  19042: '20H2',
  19043: '21H1',
  19044: '21H2',
  19045: '22H2',
  20348: '21H2',
  22621: '22H2',
  22631: '23H2',
  26100: '24H2',
  26200: '25H2',
};

/** `'22631.3737'`, and the edition where it is not Professional. */
export function setWindows(world: World, version: string, edition = 'Professional'): void {
  const [build = 0, revision = 0] = version.split('.').map(Number);
  const installationType = edition.startsWith('Server') ? 'Server' : 'Client';
  Object.assign(world.windows, {
    build,
    revision,
    edition,
    installationType,
    displayVersion: displayVersions[build] ?? null,
  });
}

/** Kernels that came with versions of WSL, oldest first. */
const kernels: readonly (readonly [version: number, kernel: string])[] = [
  [0, '5.10.102.1'],
  [101, '5.15.90.1'],
  [200, '5.15.133.1-1'],
  [202, '5.15.153.1-2'],
  [203, '5.15.167.4-1'],
  [206, '6.6.87.2-1'],
  [207, '6.6.114.1-1'],
];

export function setWsl(world: World, version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  world.wsl.version = version;
  world.wsl.kernel = kernels.findLast(([since]) => major * 100 + minor >= since)?.[1] ?? null;
  if (major * 100 + minor >= 209) world.wsl.latestVersion = version;
}

/** WSL as a part of Windows: another service, no version, and no file of the package. */
export function setInboxWsl(world: World): void {
  Object.assign(world.wsl, { flavour: 'inbox', version: null, kernel: null });
  dropWslPackage(world);
  const service = world.services.find(({ name }) => name === 'WSLService');
  if (service === undefined) return;
  service.name = 'LxssManager';
  service.displayName = { en: 'LxssManager', 'zh-CN': 'LxssManager' };
  service.startType = 'manual';
}

export function dropWslPackage(world: World): void {
  world.files = Object.fromEntries(
    Object.entries(world.files).filter(([path]) => !path.startsWith('C:\\Program Files\\WSL\\')),
  );
}

/** As most laptops are: the Virtual Machine Platform and no Hyper-V, which Home does not even know. */
export function setPlatformOnly(world: World, edition = 'Core'): void {
  world.windows.edition = edition;
  const hyperV = edition.startsWith('Core') ? 'absent' : 'disabled';
  world.features['Microsoft-Hyper-V'] = hyperV;
  world.features['Microsoft-Hyper-V-All'] = hyperV;
  removeUnneededParts(world);
}

/** The text of the person's .wslconfig. */
export function writeWslconfig(world: World, ...lines: readonly string[]): void {
  const text = lines.map((line) => `${line}\r\n`).join('');
  world.files[`${world.user.profile}\\.wslconfig`] = Buffer.from(text).toString('base64');
}

/** A service or driver of other software; it runs. */
export function addService(
  world: World,
  name: string,
  displayName: string,
  rest: Partial<WorldService> = {},
): void {
  world.services.push({
    name,
    displayName: { en: displayName, 'zh-CN': displayName },
    type: 'own',
    state: 'running',
    startType: 'automatic',
    startsWithWindows: false,
    dependencies: [],
    startMs: 900,
    stopMs: 900,
    onStop: 'stops',
    protected: false,
    pid: 5000 + 4 * world.services.length,
    ...rest,
  });
}

export function changeService(world: World, name: string, change: Partial<WorldService>): void {
  for (const service of world.services) if (service.name === name) Object.assign(service, change);
}

export const disableService = (world: World, name: string): void => {
  changeService(world, name, { startType: 'disabled', state: 'stopped', startsWithWindows: false });
};
