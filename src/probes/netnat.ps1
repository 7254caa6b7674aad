$networks = @(Get-NetNat -ErrorAction SilentlyContinue)
$found = foreach ($network in $networks) {
  @{ Name = [string]$network.Name; InternalIPInterfaceAddressPrefix = [string]$network.InternalIPInterfaceAddressPrefix }
}
@($found)
