# Cmdlets of a module that PowerShell 7 has too, but without these.

function Get-ComputerRestorePoint {
  [CmdletBinding()]
  param()
  switch ($env:STUB) {
    'nothing' { return }
    'denied' { throw (New-Object System.UnauthorizedAccessException 'Zugriff verweigert') }
    'broken' { throw (New-Object System.Runtime.InteropServices.COMException 'RPC', 0x800706ba) }
  }
  [pscustomobject]@{ SequenceNumber = [uint32]249; Description = 'vorher'; CreationTime = '20261008171552.483597-000' }
  if ($env:STUB -ne 'one') {
    [pscustomobject]@{ SequenceNumber = [uint32]251; Description = 'später'; CreationTime = '20261008191326.964809-000' }
    [pscustomobject]@{ SequenceNumber = [uint32]250; Description = 'dazwischen'; CreationTime = '20261008184842.979264-000' }
  }
}

function Checkpoint-Computer {
  [CmdletBinding()]
  param([string]$Description, [ValidateSet('APPLICATION_INSTALL', 'MODIFY_SETTINGS')][string]$RestorePointType)
  if ($env:STUB -eq 'one') {
    Write-Warning 'Innerhalb der letzten 1440 Minuten wurde schon einer erstellt.'
    return
  }
  if ($env:STUB -eq 'broken') {
    throw (New-Object System.Runtime.InteropServices.COMException 'aus', 0x81000203)
  }
  Write-Change "Checkpoint-Computer $Description $RestorePointType"
}

function Get-Service {
  [CmdletBinding()]
  param([string[]]$Name)
  foreach ($each in $Name) {
    $startType = if ($env:STUB -eq 'odd' -and $each -eq 'VSS') { 'Disabled' } else { 'Manual' }
    [pscustomobject]@{ Name = $each; StartType = $startType }
  }
}
