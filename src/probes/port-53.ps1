$endpoints = @(Get-NetUDPEndpoint -LocalPort 53 -ErrorAction SilentlyContinue -ErrorVariable problems)
# That nobody listens is an error too.
$grave = @($problems | Where-Object { $_.FullyQualifiedErrorId -notlike 'CmdletizationQuery_NotFound*' })
if ($endpoints.Count -eq 0 -and $grave.Count -gt 0) {
  throw $grave[0]
}
$found = foreach ($endpoint in $endpoints) {
  $owner = Get-Process -Id $endpoint.OwningProcess -ErrorAction SilentlyContinue
  $services = @(Get-CimInstance -ClassName Win32_Service -Filter "ProcessId = $($endpoint.OwningProcess)" -ErrorAction SilentlyContinue)
  $service = if ($services.Count -eq 1) { [string]$services[0].Name } else { '' }
  @{ LocalAddress = [string]$endpoint.LocalAddress; OwningProcess = [int]$endpoint.OwningProcess; ProcessName = [string]$owner.ProcessName; ServiceName = $service }
}
@($found)
