$profiles = @(Get-NetFirewallProfile -PolicyStore ActiveStore)
$found = foreach ($profile in $profiles) {
  @{ Name = [string]$profile.Name; Enabled = [string]$profile.Enabled; AllowInboundRules = [string]$profile.AllowInboundRules; AllowLocalFirewallRules = [string]$profile.AllowLocalFirewallRules }
}
@($found)
