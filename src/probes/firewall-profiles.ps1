$profiles = @(Get-NetFirewallProfile -PolicyStore ActiveStore)
$found = foreach ($entry in $profiles) {
  $inbound = [string]$entry.AllowInboundRules -ne 'False'
  $local = [string]$entry.AllowLocalFirewallRules -ne 'False'
  @{ Name = [string]$entry.Name; Enabled = ([string]$entry.Enabled -eq 'True'); AllowInbound = $inbound; AllowLocalRules = $local }
}
@($found)
