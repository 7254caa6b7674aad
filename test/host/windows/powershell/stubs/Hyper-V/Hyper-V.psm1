enum VMState {
  Running = 2
  Off = 3
  Saved = 6
  Paused = 9
}
enum VMSwitchType {
  Private = 0
  Internal = 1
  External = 2
}

# `nothing`: a test switch that an earlier program left, and only that.
$switches = [System.Collections.ArrayList]@()

function Add-Switch {
  param($Name, $Type, $Adapter, $Shared)
  $null = $switches.Add([pscustomobject]@{ Name = $Name; SwitchType = [VMSwitchType]$Type; NetAdapterInterfaceDescription = $Adapter; AllowManagementOS = $Shared })
}

Add-Switch 'Default Switch' 'Internal' $null $true
if ($env:STUB -ne 'one') {
  Add-Switch '外部 – Büro' 'External' 'Realtek USB GbE' $true
}
if ($env:STUB -like 'left*') {
  Add-Switch 'wslnetfix-0a1b2c3d' 'Internal' $null $true
  Add-Switch 'wslnetfix-99999999' 'Internal' $null $true
}

function New-Refusal {
  param($Id, $Message)
  $exception = New-Object System.Exception $Message
  return New-Object System.Management.Automation.ErrorRecord $exception, $Id, 'NotSpecified', $null
}

$noPermission = 'Sie verfügen nicht über die erforderliche Berechtigung.'
$noClass = '在计算机 VM 上找不到预期的 WMI 类。'

function Get-VM {
  [CmdletBinding()]
  param()
  switch ($env:STUB) {
    'nothing' { return }
    'denied' { $PSCmdlet.WriteError((New-Refusal 'AccessDenied' $noPermission)); return }
    'broken' { $PSCmdlet.WriteError((New-Refusal 'ObjectNotFound' $noClass)); return }
  }
  [pscustomobject]@{ Name = '构建服务器'; State = [VMState]::Running }
  if ($env:STUB -ne 'one') {
    [pscustomobject]@{ Name = 'old'; State = [VMState]::Off }
    [pscustomobject]@{ Name = 'third'; State = [VMState]::Paused }
  }
}

function Get-VMSwitch {
  [CmdletBinding()]
  param([string]$Name)
  if ($env:STUB -eq 'denied') {
    $PSCmdlet.WriteError((New-Refusal 'AccessDenied' $noPermission))
    return
  }
  if ($env:STUB -eq 'broken' -or ($env:STUB -eq 'lost' -and $switches.Count -gt 2)) {
    $PSCmdlet.WriteError((New-Refusal 'ObjectNotFound' $noClass))
    return
  }
  if ($env:STUB -eq 'nothing') {
    return
  }
  $found = @($switches | Where-Object { -not $Name -or $_.Name -like $Name })
  if ($Name -and $found.Count -eq 0) {
    $PSCmdlet.WriteError((New-Refusal 'InvalidParameter' $Name))
  }
  $found
}

function New-VMSwitch {
  [CmdletBinding()]
  param([string]$Name, [string]$SwitchType)
  if ($env:STUB -eq 'denied') {
    $PSCmdlet.WriteError((New-Refusal 'AccessDenied' $noPermission))
    return
  }
  if ($env:STUB -eq 'broken') {
    $PSCmdlet.WriteError((New-Refusal 'ObjectNotFound' $noClass))
    return
  }
  if ($env:STUB -eq 'fault') {
    $PSCmdlet.WriteError((New-Refusal 'OperationFailed' "创建以太网交换机 $Name 失败：找不到 (0x80041002)。"))
    return
  }
  Write-Change "New-VMSwitch $Name $SwitchType"
  Add-Switch $Name $SwitchType $null $true
  $switches[-1]
}

function Remove-VMSwitch {
  [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
  param([Parameter(ValueFromPipeline)]$VMSwitch, [switch]$Force)
  process {
    if ($env:STUB -eq 'stuck' -or $env:STUB -eq 'left-stuck') {
      $PSCmdlet.WriteError((New-Refusal 'OperationFailed' $VMSwitch.Name))
      return
    }
    if ($Force -or $PSCmdlet.ShouldProcess($VMSwitch.Name)) {
      Write-Change "Remove-VMSwitch $($VMSwitch.Name)"
      $switches.Remove($VMSwitch)
    }
  }
}

Export-ModuleMember -Function 'Get-VM', 'Get-VMSwitch', 'New-VMSwitch', 'Remove-VMSwitch'
