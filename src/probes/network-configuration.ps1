$parameters = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces'
$adapters = @(Get-NetAdapter -ErrorAction Stop)
$problems = New-Object System.Collections.ArrayList
$found = foreach ($adapter in $adapters) {
  $stored = Get-ItemProperty -LiteralPath (Join-Path $parameters $adapter.InterfaceGuid) -ErrorAction SilentlyContinue -ErrorVariable +problems
  $ip = @(Get-NetIPInterface -InterfaceIndex $adapter.InterfaceIndex -AddressFamily IPv4 -ErrorAction SilentlyContinue -ErrorVariable +problems)[0]
  $manual = @(Get-NetIPAddress -InterfaceIndex $adapter.InterfaceIndex -AddressFamily IPv4 -PrefixOrigin Manual -ErrorAction SilentlyContinue -ErrorVariable +problems)
  $addresses = @($manual | ForEach-Object { @{ IPAddress = [string]$_.IPAddress; PrefixLength = [int]$_.PrefixLength } })
  $gateways = @($stored.DefaultGateway | Where-Object { $_ })
  $servers = @(([string]$stored.NameServer) -split '[ ,]' | Where-Object { $_ })
  $dhcp = [bool]($ip -and ([string]$ip.Dhcp -eq 'Enabled'))
  $automatic = -not $ip -or ([string]$ip.AutomaticMetric -eq 'Enabled')
  $kept = @(Get-NetRoute -InterfaceIndex $adapter.InterfaceIndex -AddressFamily IPv4 -PolicyStore PersistentStore -ErrorAction SilentlyContinue -ErrorVariable +problems | Where-Object { $_.DestinationPrefix -ne '0.0.0.0/0' })
  $routes = @($kept | ForEach-Object { @{ DestinationPrefix = [string]$_.DestinationPrefix; NextHop = [string]$_.NextHop; RouteMetric = [int]$_.RouteMetric } })
  $metric = if ($ip) { [int]$ip.InterfaceMetric } else { 0 }
  @{ InterfaceGuid = [string]$adapter.InterfaceGuid; InterfaceIndex = [int]$adapter.InterfaceIndex; InterfaceAlias = [string]$adapter.Name; Dhcp = $dhcp; Addresses = $addresses; Gateways = $gateways; NameServers = $servers; Metric = $metric; AutomaticMetric = $automatic; Routes = $routes }
}
# An adapter may have no IPv4 and no settings; anything else would leave a gap in what is given back later.
$grave = @($problems | Where-Object { $_.FullyQualifiedErrorId -notmatch '^(CmdletizationQuery_NotFound|PathNotFound)' })
if ($grave.Count -gt 0) {
  throw $grave[0]
}
@($found)
