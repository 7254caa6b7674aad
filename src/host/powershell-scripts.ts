/**
 * PowerShell scripts that change the machine. They never use the worker: each is a process of its own, and the text that
 * people are shown is the text that runs (design.md section 4). Values are of closed types, so that none can hold code.
 */
import { literalPattern } from './literal-pattern.js';

/** Progress would be an error on standard error, and an error of a cmdlet would not end the script (commands.md section 0). */
const prelude = "$ProgressPreference='SilentlyContinue'; $ErrorActionPreference='Stop'; ";

/** The two networks that WSL makes, upper case (wsl.md 2.2). Nothing else in HNS is ours to touch. */
export const wslNetworkGuids = [
  'B95D0C5E-57D4-412B-B571-18A81A16E005',
  '790E58B4-7939-4434-9358-89AE7DDBE87E',
] as const;
export type WslNetworkGuid = (typeof wslNetworkGuids)[number];

/** A name of a NAT network that can stand between single quotes. */
export const netNatName = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}$/;
/** `192.168.100.0/24` */
export const ipv4Prefix = /^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/;

export const removeWslNetworkScript = (id: WslNetworkGuid): string =>
  `${prelude}Get-HnsNetwork | Where-Object { $_.ID -eq '${id}' } | Remove-HnsNetwork`;

/** Throws where the name or prefix is not of its type: then no such command exists. */
export const removeNetNatScript = (name: string): string =>
  `${prelude}Remove-NetNat -Name '${checked(netNatName, name)}' -Confirm:$false`;

export const newNetNatScript = (name: string, prefix: string): string =>
  `${prelude}New-NetNat -Name '${checked(netNatName, name)}' -InternalIPInterfaceAddressPrefix '${checked(ipv4Prefix, prefix)}'`;

export const restorePointScript = `${prelude}Checkpoint-Computer -Description 'wsl-netfix' -RestorePointType MODIFY_SETTINGS`;

/**
 * Reads: Hyper-V's switches, for the person to make again after the feature was off. In UTF-8, because names need not fit
 * into the code page of the console, and with the kind as a word, because enumerations are numbers in JSON.
 */
export const listSwitchesScript = `$ProgressPreference='SilentlyContinue'
$ErrorActionPreference='Stop'
try {
  [Console]::OutputEncoding = New-Object Text.UTF8Encoding $false
} catch {
  $null = $_
}
$switches = @(Hyper-V\\Get-VMSwitch)
$found = @(foreach ($each in $switches) {
  @{ Name = [string]$each.Name; SwitchType = [string]$each.SwitchType; NetAdapterInterfaceDescription = $each.NetAdapterInterfaceDescription; AllowManagementOS = [bool]$each.AllowManagementOS }
})
ConvertTo-Json -Depth 3 -Compress -InputObject $found
`;

/** UTF-16LE in base64, as `-EncodedCommand` wants it. */
export const encodeScript = (script: string): string => Buffer.from(script, 'utf16le').toString('base64');

/** Shapes of the scripts above, in lower case, and what each does. */
export const scriptShapes = [
  [shapeOf(removeWslNetworkScript, wslNetworkGuids), 'destructive'],
  [
    new RegExp(
      `^${literalPattern(prelude)}remove-netnat -name '[a-z0-9][a-z0-9 ._-]{0,79}' -confirm:\\$false$`,
    ),
    'destructive',
  ],
  [
    new RegExp(
      `^${literalPattern(prelude)}new-netnat -name '[a-z0-9][a-z0-9 ._-]{0,79}' -internalipinterfaceaddressprefix '[\\d./]{9,18}'$`,
    ),
    'disruptive',
  ],
  [new RegExp(`^${literalPattern(restorePointScript)}$`), 'disruptive'],
  [new RegExp(`^${literalPattern(listSwitchesScript)}$`), 'safe'],
] as const;

function shapeOf(script: (id: WslNetworkGuid) => string, ids: readonly WslNetworkGuid[]): RegExp {
  return new RegExp(`^(${ids.map((id) => literalPattern(script(id))).join('|')})$`);
}

function checked(type: RegExp, value: string): string {
  if (!type.test(value)) throw new Error(`Not a value for a script: ${value}`);
  return value;
}
