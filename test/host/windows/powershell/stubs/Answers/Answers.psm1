# What the other stubs share: errors as CIM cmdlets write them, and the log of changes.

function New-CimRefusal {
  param([string]$Id, [string]$Message = 'Zugriff verweigert: 拒绝访问。')
  $exception = New-Object Microsoft.Management.Infrastructure.CimException $Message
  return New-Object System.Management.Automation.ErrorRecord $exception, $Id, 'NotSpecified', $null
}

function Write-Change {
  param([string]$Line)
  Add-Content -LiteralPath $env:STUB_LOG -Value $Line
}
