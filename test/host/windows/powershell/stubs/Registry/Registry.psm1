# The registry's drive and the one cmdlet that reads it. Loaded by name: a real cmdlet of this name exists here.
$null = New-PSDrive -Name HKLM -PSProvider FileSystem -Root $PSScriptRoot -Scope Global

function Get-ItemProperty {
  [CmdletBinding()]
  param([string]$LiteralPath)
  $key = $LiteralPath -replace '/', '\'
  if ($key -eq 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore' -and $env:STUB -ne 'nothing') {
    if ($env:STUB -eq 'one') {
      return [pscustomobject]@{ RPSessionInterval = 0; SystemRestorePointCreationFrequency = 60 }
    }
    return [pscustomobject]@{ RPSessionInterval = 1 }
  }
  if ($key -eq 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces\{6E2F0A34-9C1B-4D3E-8A57-21C4B0D7F913}') {
    return [pscustomobject]@{ DefaultGateway = [string[]]@('192.168.1.1'); NameServer = '9.9.9.9,1.1.1.1' }
  }
  if ($key -eq 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces\{0B7D0D5C-61A0-4B7C-9B3A-5A1C2E6E7F00}') {
    return [pscustomobject]@{ DefaultGateway = [string[]]@(); NameServer = '' }
  }
  $exception = New-Object System.Management.Automation.ItemNotFoundException $key
  $PSCmdlet.WriteError((New-Object System.Management.Automation.ErrorRecord $exception, 'PathNotFound', 'ObjectNotFound', $key))
}
