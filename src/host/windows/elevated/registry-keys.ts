/** The only keys of the registry that the helper may remove, and the one value besides start types that it may set. */

export const savedKeys = {
  /** "VMware Bridge notifier object" (commands.md R6). */
  vmwareNotifier: 'HKLM\\SOFTWARE\\Classes\\CLSID\\{3d09c1ca-2bcc-40b7-b9bb-3f3ec143a87b}',
  /** Where newer Windows keeps what HNS.data held (commands.md R9). */
  hnsState: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\hns\\State',
} as const;

/** How often Windows makes a restore point at most (commands.md R14). */
export const restoreLimit = {
  key: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore',
  value: 'SystemRestorePointCreationFrequency',
} as const;
