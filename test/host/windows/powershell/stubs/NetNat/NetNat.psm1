function Get-NetNat {
  [CmdletBinding()]
  param([string]$Name)
  switch ($env:STUB) {
    # A machine without the provider: an invalid class (pluralsight/PS-AutoLab-Env#260).
    'nothing' { $PSCmdlet.WriteError((New-CimRefusal 'HRESULT 0x80041010')); return }
    'broken' { $PSCmdlet.WriteError((New-CimRefusal 'HRESULT 0x80041014')); return }
    'denied' { $PSCmdlet.WriteError((New-CimRefusal 'Windows System Error 5')); return }
    'odd' { return }
  }
  [pscustomobject]@{ Name = 'NAT für Docker'; InternalIPInterfaceAddressPrefix = '172.30.0.0/20' }
  if ($env:STUB -ne 'one') {
    [pscustomobject]@{ Name = 'nat'; InternalIPInterfaceAddressPrefix = '192.168.100.0/24' }
  }
}

function Remove-NetNat {
  [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
  param([string]$Name)
  if ($env:STUB -eq 'nothing') {
    $PSCmdlet.WriteError((New-CimRefusal 'CmdletizationQuery_NotFound_Name'))
    return
  }
  if ($env:STUB -eq 'denied') {
    $PSCmdlet.WriteError((New-CimRefusal 'Windows System Error 5'))
    return
  }
  if ($PSCmdlet.ShouldProcess($Name)) {
    Write-Change "Remove-NetNat $Name"
  }
}

function New-NetNat {
  [CmdletBinding()]
  param([string]$Name, [string]$InternalIPInterfaceAddressPrefix)
  if ($env:STUB -eq 'broken') {
    $PSCmdlet.WriteError((New-CimRefusal 'Windows System Error 52'))
    return
  }
  Write-Change "New-NetNat $Name $InternalIPInterfaceAddressPrefix"
  [pscustomobject]@{ Name = $Name; InternalIPInterfaceAddressPrefix = $InternalIPInterfaceAddressPrefix }
}
