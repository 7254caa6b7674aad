/**
 * The test switch: a virtual switch of our own, made without WSL and removed at once (commands.md section 1). Each script
 * is a process of its own and writes one line of ASCII JSON. `Hyper-V\` because VMware's PowerCLI has cmdlets of the same name.
 */
import { literalPattern } from './literal-pattern.js';

/** Never "TestSwitch", which may be somebody's. */
export const testSwitchName = /^wslnetfix-[0-9a-f]{8}$/;

/**
 * Removed in every case in which the script ends; where it is killed, the note in our folder remembers the name. All switches
 * are listed and ours picked out: asked by name, "there is none" and "you may not look" are both errors of no known id.
 */
export const testSwitchScript = (name: string): string => {
  if (!testSwitchName.test(name)) throw new Error(`Not a name for a test switch: ${name}`);
  return `$ProgressPreference='SilentlyContinue'
$ErrorActionPreference='Stop'
$name = '${name}'
$result = @{ created = $false; removed = $true; errorId = 'CommandNotFoundException'; codes = @() }
if (Get-Command 'Hyper-V\\New-VMSwitch' -ErrorAction SilentlyContinue) {
  $result.errorId = ''
  try {
    $null = Hyper-V\\New-VMSwitch -Name $name -SwitchType Internal
    $result.created = $true
  } catch {
    $result.errorId = [string]$_.FullyQualifiedErrorId
    $text = [string]$_.Exception.Message + ' ' + ('0x{0:x8}' -f $_.Exception.HResult)
    $result.codes = @([regex]::Matches($text, '0x[0-9a-fA-F]{8}') | ForEach-Object { $_.Value })
  } finally {
    try {
      Hyper-V\\Get-VMSwitch | Where-Object { $_.Name -eq $name } | Hyper-V\\Remove-VMSwitch -Force
      $result.removed = @(Hyper-V\\Get-VMSwitch | Where-Object { $_.Name -eq $name }).Count -eq 0
    } catch {
      $result.removed = -not $result.created
    }
  }
}
ConvertTo-Json -Compress -InputObject $result
`;
};

/** Removes what earlier tests left behind, and says how many could not be removed; says nothing where it may not look. */
export const sweepTestSwitchesScript = `$ProgressPreference='SilentlyContinue'
$ErrorActionPreference='Stop'
Hyper-V\\Get-VMSwitch | Where-Object { $_.Name -match '^wslnetfix-[0-9a-f]{8}$' } | Hyper-V\\Remove-VMSwitch -Force -ErrorAction SilentlyContinue
$left = @(Hyper-V\\Get-VMSwitch | Where-Object { $_.Name -match '^wslnetfix-[0-9a-f]{8}$' }).Count
ConvertTo-Json -Compress -InputObject @{ left = $left }
`;

/** Shapes of the two, in lower case: a new adapter of the host makes a short pause for VPNs. */
export const testSwitchShapes = [
  [
    new RegExp(
      `^${literalPattern(testSwitchScript('wslnetfix-00000000')).replace('wslnetfix-00000000', 'wslnetfix-[0-9a-f]{8}')}$`,
    ),
    'disruptive',
  ],
  [new RegExp(`^${literalPattern(sweepTestSwitchesScript)}$`), 'disruptive'],
] as const;
