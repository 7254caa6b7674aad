import type { FolkloreId } from '../domain/reasons.js';

/** Commands in a text that are passed on as cures and do harm, or nothing (causes.md section 6), in the order of harm. */
export function findFolklore(text: string): readonly FolkloreId[] {
  return folklore.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id);
}

/** Windows runs all of these with or without `.exe`, with `/` or `-`, in any case. */
const folklore: readonly { readonly id: FolkloreId; readonly pattern: RegExp }[] = [
  {
    id: 'distro-unregister',
    pattern: /\bwsl(?:\.exe)?\s{1,4}--unregister\b|\bwslconfig(?:\.exe)?\s{1,4}\/u\b/i,
  },
  { id: 'netcfg-delete', pattern: /\bnetcfg(?:\.exe)?\s{1,4}[-/]d\b/i },
  {
    id: 'hnsdiag-reset',
    pattern:
      /\bhnsdiag(?:\.exe)?\s{1,4}(?:reset|delete)\s{1,4}all\b|\bGet-HnsNetwork\s{0,4}\|\s{0,4}Remove-HnsNetwork\b/i,
  },
  {
    id: 'hns-service-delete',
    pattern: /\bsc(?:\.exe)?\s{1,4}(?:delete|triggerinfo)\s{1,4}(?:hns|SharedAccess|vmcompute)\b/i,
  },
  {
    id: 'port-53-kill-all',
    pattern:
      /-LocalPort\s{1,4}53\b[^\n]{0,120}\b(?:Stop-Process|taskkill|kill)\b|\b(?:Stop-Process|taskkill|kill)\b[^\n]{0,120}-LocalPort\s{1,4}53\b/i,
  },
  {
    id: 'switch-by-hand',
    // An adapter that is named makes the switch external as well.
    pattern:
      /\bNew-VMSwitch\b[^\n]{0,80}(?:\bWSL\b|-SwitchType\s{1,4}["']?External|-NetAdapterName\b)|\bNew-HnsNetwork\b/i,
  },
  {
    id: 'sharedaccess-stop',
    pattern:
      /\b(?:net(?:\.exe)?|sc(?:\.exe)?)\s{1,4}stop\s{1,4}"?SharedAccess\b|\bStop-Service\b[^\n]{0,40}\bSharedAccess\b/i,
  },
  {
    id: 'wmi-repository-reset',
    pattern: /\bwinmgmt(?:\.exe)?\s{1,4}[-/](?:reset|salvage)repository\b/i,
  },
  { id: 'network-reset', pattern: /\bnetcfg(?:\.exe)?\s{1,4}[-/]x\b|ms-settings:network-reset\b/i },
  {
    id: 'hns-restart-alone',
    pattern: /\bRestart-Service\b[^\n]{0,30}\bhns\b|\bnet(?:\.exe)?\s{1,4}stop\s{1,4}hns\b/i,
  },
  {
    id: 'hyperv-toggle',
    pattern:
      /\b(?:Enable|Disable)-WindowsOptionalFeature\b[^\n]{0,80}\bMicrosoft-Hyper-V|\/(?:enable|disable)-feature\b[^\n]{0,60}Microsoft-Hyper-V/i,
  },
  {
    id: 'netsh-reset',
    pattern: /\bnetsh(?:\.exe)?\s{1,4}(?:winsock|int(?:erface)?\s{1,4}ip(?:v4|v6)?)\s{1,4}reset\b/i,
  },
  { id: 'default-version-1', pattern: /\bwsl(?:\.exe)?\s{1,4}--set-default-version\s{1,4}1\b/i },
  { id: 'dotted-key', pattern: /^[^\S\n]{0,8}wsl2\.networkingMode[^\S\n]{0,8}=/im },
];
