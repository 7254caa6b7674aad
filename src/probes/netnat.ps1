$networks = @(Get-NetNat -ErrorAction SilentlyContinue -ErrorVariable problems)
# "Invalid class": a Windows without NAT networks.
$grave = @($problems | Where-Object { $_.FullyQualifiedErrorId -notlike 'HRESULT 0x80041010*' })
if ($networks.Count -eq 0 -and $grave.Count -gt 0) {
  throw $grave[0]
}
$found = foreach ($network in $networks) {
  @{ Name = [string]$network.Name; InternalIPInterfaceAddressPrefix = [string]$network.InternalIPInterfaceAddressPrefix }
}
@($found)
