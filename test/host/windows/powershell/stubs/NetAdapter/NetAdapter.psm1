function New-Adapter {
  param($Name, $Description, $Guid, $Index, $Status, $Component, $Device, $Hidden)
  return [pscustomobject]@{
    Name = $Name; InterfaceDescription = $Description; InterfaceGuid = $Guid; InterfaceIndex = [uint32]$Index
    Status = $Status; ComponentID = $Component; PnPDeviceID = $Device; Hidden = $Hidden
  }
}

function Get-NetAdapter {
  [CmdletBinding()]
  param([switch]$IncludeHidden)
  if ($env:STUB -eq 'broken') {
    $PSCmdlet.WriteError((New-CimRefusal 'HRESULT 0x80041010'))
    return
  }
  if ($env:STUB -eq 'denied') {
    $PSCmdlet.WriteError((New-CimRefusal 'Windows System Error 5'))
    return
  }
  if ($env:STUB -eq 'nothing') {
    return
  }
  New-Adapter '以太网' 'Realtek PCIe GbE' '{6E2F0A34-9C1B-4D3E-8A57-21C4B0D7F913}' 7 'Up' 'pci\ven_10ec&dev_8168' 'PCI\VEN_10EC\1' $false
  if ($env:STUB -eq 'one') {
    return
  }
  New-Adapter 'WLAN' 'Intel Wi-Fi' '{0B7D0D5C-61A0-4B7C-9B3A-5A1C2E6E7F00}' 12 'Disconnected' 'pci\ven_8086&dev_2723' 'PCI\VEN_8086\2' $false
  if ($IncludeHidden) {
    New-Adapter 'vEthernet (WSL (Hyper-V firewall))' 'Hyper-V Virtual Ethernet Adapter' '{AAAAAAAA-0000-0000-0000-000000000001}' 30 'Not Present' 'vms_mp' 'ROOT\VMS_MP\0000' $true
  }
}

function Get-NetAdapterBinding {
  [CmdletBinding()]
  param([switch]$AllBindings, [switch]$IncludeHidden)
  switch ($env:STUB) {
    'broken' { $PSCmdlet.WriteError((New-CimRefusal 'HRESULT 0x80041010')); return }
    'denied' { $PSCmdlet.WriteError((New-CimRefusal 'Windows System Error 5')); return }
    'nothing' { return }
    'odd' { $PSCmdlet.WriteError((New-CimRefusal 'Windows System Error 31')) }
  }
  [pscustomobject]@{ Name = '以太网'; ComponentID = 'vms_pp'; Enabled = $true }
  if ($env:STUB -ne 'one') {
    [pscustomobject]@{ Name = '以太网'; ComponentID = 'VMware_Bridge'; Enabled = $false }
  }
}
