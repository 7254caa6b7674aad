/** Settings of a distro's own /etc/wsl.conf, which people put into `.wslconfig` (microsoft/WSL src/linux/init/WslDistributionConfig.cpp). */

const settings: Readonly<Record<string, readonly string[]>> = {
  automount: ['enabled', 'root', 'options', 'mountFsTab', 'ldconfig', 'cgroups'],
  network: ['generateHosts', 'generateResolvConf', 'hostname'],
  interop: ['enabled', 'appendWindowsPath'],
  user: ['default'],
  boot: ['systemd', 'command', 'protectBinfmt', 'initTimeout'],
  gpu: ['enabled', 'appendLibPath'],
  time: ['useWindowsTimezone'],
  filesystem: ['umask'],
};

/** Names that say nothing without their section. */
const common = ['enabled', 'root', 'options', 'default', 'command'];

export function isWslConfSection(name: string): boolean {
  return Object.hasOwn(settings, name.toLowerCase());
}

/** The section of wsl.conf in which a setting is at home, where it was put under that, or its name is no other's. */
export function wslConfSectionOf(key: string, section: string): string | undefined {
  const lower = key.toLowerCase();
  const holds = (home: string) => settings[home]?.some((name) => name.toLowerCase() === lower) === true;
  if (isWslConfSection(section) && holds(section.toLowerCase())) return section.toLowerCase();
  return common.includes(lower) ? undefined : Object.keys(settings).find(holds);
}
