$adapters = @(Get-NetAdapter -IncludeHidden)
$devices = @(Get-PnpDevice -Class Net -ErrorAction SilentlyContinue)
$problems = @{}
foreach ($device in $devices) {
  $problems[[string]$device.InstanceId] = $device.ConfigManagerErrorCode -as [int]
}
$found = foreach ($adapter in $adapters) {
  $problem = $problems[[string]$adapter.PnPDeviceID]
  $problems.Remove([string]$adapter.PnPDeviceID)
  @{ Name = [string]$adapter.Name; InterfaceDescription = [string]$adapter.InterfaceDescription; InterfaceGuid = [string]$adapter.InterfaceGuid; ComponentID = [string]$adapter.ComponentID; Status = [string]$adapter.Status; Hidden = [bool]$adapter.Hidden; Problem = $problem }
}
$rest = foreach ($device in $devices) {
  if ($problems.ContainsKey([string]$device.InstanceId)) {
    @{ Name = [string]$device.FriendlyName; InterfaceDescription = [string]$device.FriendlyName; InterfaceGuid = ''; ComponentID = ''; Status = ''; Hidden = $true; Problem = $problems[[string]$device.InstanceId] }
  }
}
@($found) + @($rest) | Where-Object { $_ }
