enum BitLockerVolumeProtectionStatus {
  Off = 0
  On = 1
  Unknown = 2
}

function Get-BitLockerVolume {
  [CmdletBinding()]
  param([string]$MountPoint)
  if ($env:STUB -eq 'denied') {
    $PSCmdlet.WriteError((New-CimRefusal 'HRESULT 0x80041003'))
    return
  }
  if ($env:STUB -eq 'broken') {
    throw 'Für das Gerät wurde kein BitLocker-Volume gefunden.'
  }
  $status = switch ($env:STUB) {
    'nothing' { 'Off' }
    'odd' { 'Unknown' }
    default { 'On' }
  }
  [pscustomobject]@{ MountPoint = $MountPoint; ProtectionStatus = [BitLockerVolumeProtectionStatus]$status }
}
