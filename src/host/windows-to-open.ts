/** Windows of Windows that a guide opens: one fixed argument of explorer.exe each (commands.md R12, R15). */

export const windowNames = [
  'apps',
  'windows-update',
  'network-reset',
  'recovery',
  'system-restore',
  'device-policy',
  'wsl-releases',
  'wsl-export-help',
] as const;
export type WindowName = (typeof windowNames)[number];

/**
 * Through explorer.exe, because it lets go of what it opens, and because programs with a shield (rstrui.exe) then ask for
 * elevation by themselves. Whether every build knows the name of a settings page is unverified; the text says where it is.
 */
export function windowArgument(system32: string, name: WindowName): string {
  switch (name) {
    case 'apps':
      return 'ms-settings:appsfeatures';
    case 'windows-update':
      return 'ms-settings:windowsupdate';
    case 'network-reset':
      return 'ms-settings:network-status';
    case 'recovery':
      return 'ms-settings:recovery';
    case 'system-restore':
      return `${system32}\\rstrui.exe`;
    case 'device-policy':
      return `${system32}\\gpedit.msc`;
    case 'wsl-releases':
      return 'https://github.com/microsoft/WSL/releases';
    case 'wsl-export-help':
      return 'https://learn.microsoft.com/windows/wsl/basic-commands#export-a-distribution';
  }
}
