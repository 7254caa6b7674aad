$endpoints = @(Get-NetUDPEndpoint -LocalPort 53 -ErrorAction SilentlyContinue)
$found = foreach ($endpoint in $endpoints) {
  $owner = Get-Process -Id $endpoint.OwningProcess -ErrorAction SilentlyContinue
  @{ LocalAddress = [string]$endpoint.LocalAddress; OwningProcess = [int]$endpoint.OwningProcess; ProcessName = [string]$owner.ProcessName }
}
@($found)
