enum Dhcp {
  Disabled = 0
  Enabled = 1
}
enum AutomaticMetric {
  Disabled = 0
  Enabled = 1
}

# 7 has fixed addresses, 12 has DHCP, 30 has no IPv4 at all.
function Get-NetIPInterface {
  [CmdletBinding()]
  param([uint32]$InterfaceIndex, [string]$AddressFamily)
  if ($env:STUB -eq 'broken-addresses') {
    $PSCmdlet.WriteError((New-CimRefusal 'HRESULT 0x80041010'))
    return
  }
  if ($InterfaceIndex -eq 7) {
    [pscustomobject]@{ Dhcp = [Dhcp]::Disabled; AutomaticMetric = [AutomaticMetric]::Disabled; InterfaceMetric = [uint32]25 }
    return
  }
  if ($InterfaceIndex -eq 12 -and $env:STUB -ne 'odd') {
    [pscustomobject]@{ Dhcp = [Dhcp]::Enabled; AutomaticMetric = [AutomaticMetric]::Enabled; InterfaceMetric = [uint32]50 }
    return
  }
  $PSCmdlet.WriteError((New-CimRefusal 'CmdletizationQuery_NotFound_InterfaceIndex'))
}

function Get-NetIPAddress {
  [CmdletBinding()]
  param([uint32]$InterfaceIndex, [string]$AddressFamily, [string]$PrefixOrigin)
  if ($InterfaceIndex -eq 7) {
    [pscustomobject]@{ IPAddress = '192.168.1.77'; PrefixLength = [byte]24 }
    if ($env:STUB -ne 'one') {
      [pscustomobject]@{ IPAddress = '10.0.0.5'; PrefixLength = [byte]8 }
    }
    return
  }
  $PSCmdlet.WriteError((New-CimRefusal 'CmdletizationQuery_NotFound_InterfaceIndex'))
}

function Get-NetRoute {
  [CmdletBinding()]
  param([uint32]$InterfaceIndex, [string]$AddressFamily, [string]$PolicyStore)
  if ($InterfaceIndex -eq 7) {
    [pscustomobject]@{ DestinationPrefix = '0.0.0.0/0'; NextHop = '192.168.1.1'; RouteMetric = [uint16]0 }
    [pscustomobject]@{ DestinationPrefix = '10.8.0.0/16'; NextHop = '192.168.1.254'; RouteMetric = [uint16]5 }
    return
  }
  $PSCmdlet.WriteError((New-CimRefusal 'CmdletizationQuery_NotFound_InterfaceIndex'))
}

# The first owner is a real process, this one; the second is gone already.
function Get-NetUDPEndpoint {
  [CmdletBinding()]
  param([uint16[]]$LocalPort)
  switch ($env:STUB) {
    'broken' { $PSCmdlet.WriteError((New-CimRefusal 'HRESULT 0x80041010')); return }
    'denied' { $PSCmdlet.WriteError((New-CimRefusal 'Windows System Error 5')); return }
    'nothing' { $PSCmdlet.WriteError((New-CimRefusal 'CmdletizationQuery_NotFound_LocalPort')); return }
  }
  [pscustomobject]@{ LocalAddress = '0.0.0.0'; LocalPort = $LocalPort[0]; OwningProcess = [uint32]$PID }
  if ($env:STUB -ne 'one') {
    [pscustomobject]@{ LocalAddress = '::'; LocalPort = $LocalPort[0]; OwningProcess = [uint32]99999999 }
  }
}
