$parameters = 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces'
$adapters = @(Get-NetAdapter -ErrorAction Stop)
$found = foreach ($adapter in $adapters) {
  $stored = Get-ItemProperty -LiteralPath (Join-Path $parameters $adapter.InterfaceGuid) -ErrorAction SilentlyContinue
  $ip = @(Get-NetIPInterface -InterfaceIndex $adapter.InterfaceIndex -AddressFamily IPv4 -ErrorAction SilentlyContinue)[0]
  $manual = @(Get-NetIPAddress -InterfaceIndex $adapter.InterfaceIndex -AddressFamily IPv4 -PrefixOrigin Manual -ErrorAction SilentlyContinue)
  $addresses = @($manual | ForEach-Object { @{ IPAddress = [string]$_.IPAddress; PrefixLength = [int]$_.PrefixLength } })
  $gateways = @($stored.DefaultGateway | Where-Object { $_ })
  $servers = @(([string]$stored.NameServer) -split '[ ,]' | Where-Object { $_ })
  $dhcp = [bool]($ip -and ([string]$ip.Dhcp -eq 'Enabled'))
  $automatic = -not $ip -or ([string]$ip.AutomaticMetric -eq 'Enabled')
  $kept = @(Get-NetRoute -InterfaceIndex $adapter.InterfaceIndex -AddressFamily IPv4 -PolicyStore PersistentStore -ErrorAction SilentlyContinue | Where-Object { $_.DestinationPrefix -ne '0.0.0.0/0' })
  $routes = @($kept | ForEach-Object { @{ DestinationPrefix = [string]$_.DestinationPrefix; NextHop = [string]$_.NextHop; RouteMetric = [int]$_.RouteMetric } })
  $metric = if ($ip) { [int]$ip.InterfaceMetric } else { 0 }
  @{ InterfaceGuid = [string]$adapter.InterfaceGuid; InterfaceIndex = [int]$adapter.InterfaceIndex; InterfaceAlias = [string]$adapter.Name; Dhcp = $dhcp; Addresses = $addresses; Gateways = $gateways; NameServers = $servers; Metric = $metric; AutomaticMetric = $automatic; Routes = $routes }
}
@($found)
