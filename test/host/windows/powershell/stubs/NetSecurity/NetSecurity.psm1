enum GpoBoolean {
  False = 0
  True = 1
  NotConfigured = 2
}

function Get-NetFirewallProfile {
  [CmdletBinding()]
  param([string]$PolicyStore)
  switch ($env:STUB) {
    'broken' { $PSCmdlet.WriteError((New-CimRefusal 'Windows System Error 1753')); return }
    'denied' { $PSCmdlet.WriteError((New-CimRefusal 'Windows System Error 5')); return }
    'nothing' { return }
  }
  [pscustomobject]@{ Name = 'Domain'; Enabled = [GpoBoolean]::True; AllowInboundRules = [GpoBoolean]::NotConfigured; AllowLocalFirewallRules = [GpoBoolean]::False }
  if ($env:STUB -ne 'one') {
    [pscustomobject]@{ Name = 'Public'; Enabled = [GpoBoolean]::False; AllowInboundRules = [GpoBoolean]::False; AllowLocalFirewallRules = [GpoBoolean]::True }
  }
}
