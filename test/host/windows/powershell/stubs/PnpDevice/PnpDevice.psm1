enum Problem {
  CM_PROB_NONE = 0
  CM_PROB_NEED_CLASS_CONFIG = 56
}

function Get-PnpDevice {
  [CmdletBinding()]
  param([string]$Class)
  if ($env:STUB -eq 'nothing' -or $env:STUB -eq 'one') {
    $PSCmdlet.WriteError((New-CimRefusal 'CmdletizationQuery_NotFound_PNPClass'))
    return
  }
  # An enumeration here, a number or a word elsewhere.
  $none = if ($env:STUB -eq 'odd') { 'CM_PROB_NONE' } else { [Problem]::CM_PROB_NONE }
  [pscustomobject]@{ InstanceId = 'pci\ven_10ec\1'; FriendlyName = 'Realtek PCIe GbE'; ConfigManagerErrorCode = $none }
  [pscustomobject]@{ InstanceId = 'ROOT\VMS_MP\0001'; FriendlyName = 'Hyper-V 虚拟以太网适配器'; ConfigManagerErrorCode = [Problem]::CM_PROB_NEED_CLASS_CONFIG }
}
