# HNS answers in JSON, so that everything is a text or a number.
function Get-HnsNetwork {
  [CmdletBinding()]
  param()
  switch ($env:STUB) {
    'nothing' { return }
    'denied' { throw (New-Object System.UnauthorizedAccessException 'Zugriff verweigert') }
    'broken' { throw (New-Object System.ComponentModel.Win32Exception 1753) }
  }
  $state = if ($env:STUB -eq 'odd') { 'Created' } else { 1 }
  [pscustomobject]@{ ID = '790E58B4-7939-4434-9358-89AE7DDBE87E'; Name = 'WSL (Hyper-V firewall)'; Type = 'ICS'; State = $state; SwitchName = 'WSL (Hyper-V firewall)' }
  if ($env:STUB -ne 'one') {
    [pscustomobject]@{ ID = 'C08CB7B8-9B3C-408E-8E30-5E16A3AEB444'; Name = 'Default Switch'; Type = 'ICS'; State = $state }
    [pscustomobject]@{ ID = 'B95D0C5E-57D4-412B-B571-18A81A16E005'; Name = 'WSL'; Type = 'ICS'; State = $state; SwitchName = 'WSL' }
  }
}

function Remove-HnsNetwork {
  [CmdletBinding()]
  param([Parameter(ValueFromPipeline)]$InputObject)
  process {
    Write-Change "Remove-HnsNetwork $($InputObject.ID)"
  }
}
