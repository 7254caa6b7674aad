$states = @{ 'VirtualMachinePlatform' = 1; 'Microsoft-Windows-Subsystem-Linux' = 2; 'Microsoft-Hyper-V-All' = 3; 'Containers' = 4; 'TelnetClient' = 1 }

function Get-CimInstance {
  [CmdletBinding()]
  param([string]$ClassName, [string]$Namespace = 'root/cimv2', [string]$Filter, [string[]]$Property)
  if ($env:STUB -eq 'denied') {
    $PSCmdlet.WriteError((New-CimRefusal 'HRESULT 0x80041003'))
    return
  }
  if ($env:STUB -eq 'broken') {
    $id = if ($Namespace -eq 'root/virtualization/v2') { 'HRESULT 0x80041010' } else { 'HRESULT 0x80041014' }
    $PSCmdlet.WriteError((New-CimRefusal $id))
    return
  }
  if ($env:STUB -eq 'disabled') {
    $PSCmdlet.WriteError((New-CimRefusal 'HRESULT 0x80070422'))
    return
  }
  switch ($ClassName) {
    'Win32_OptionalFeature' {
      foreach ($match in [regex]::Matches($Filter, "Name='([^']+)'")) {
        $name = $match.Groups[1].Value
        if ($env:STUB -ne 'nothing' -and $states.ContainsKey($name) -and ($env:STUB -ne 'one' -or $name -eq 'VirtualMachinePlatform')) {
          [pscustomobject]@{ Name = $name; InstallState = [uint32]$states[$name] }
        }
      }
    }
    'Win32_Service' {
      if ($Filter -eq "ProcessId = $PID") {
        [pscustomobject]@{ Name = 'DnsService' }
        if ($env:STUB -eq 'odd') {
          [pscustomobject]@{ Name = 'SharedAccess' }
        }
      }
    }
    'Win32_ComputerSystem' {
      [pscustomobject]@{ HypervisorPresent = ($env:STUB -ne 'nothing') }
    }
    'Win32_Processor' {
      [pscustomobject]@{ VirtualizationFirmwareEnabled = ($env:STUB -eq 'nothing') }
      [pscustomobject]@{ VirtualizationFirmwareEnabled = $false }
    }
    'Msvm_VirtualEthernetSwitchManagementService' {
      if ($Namespace -ne 'root/virtualization/v2' -or $env:STUB -eq 'odd') {
        $PSCmdlet.WriteError((New-CimRefusal 'HRESULT 0x8004100e'))
        return
      }
      if ($env:STUB -ne 'nothing') {
        [pscustomobject]@{ Name = 'nvspwmi'; Started = $true }
      }
    }
    default {
      throw "No stub for the class $ClassName."
    }
  }
}
