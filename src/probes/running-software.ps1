$names = $questionArgs.names -split ','
$processes = @(Get-Process -Name $names -ErrorAction SilentlyContinue)
$found = foreach ($process in $processes) {
  @{ ProcessName = [string]$process.ProcessName; Id = [int]$process.Id }
}
@($found)
