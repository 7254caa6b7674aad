$profiles = @(Get-NetFirewallProfile -PolicyStore ActiveStore)
$found = foreach ($profile in $profiles) {
  $inbound = [string]$profile.AllowInboundRules -ne 'False'
  $local = [string]$profile.AllowLocalFirewallRules -ne 'False'
  @{ Name = [string]$profile.Name; Enabled = ([string]$profile.Enabled -eq 'True'); AllowInbound = $inbound; AllowLocalRules = $local }
}
@($found)
