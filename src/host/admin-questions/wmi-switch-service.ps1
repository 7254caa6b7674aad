$services = @(Get-CimInstance -Namespace 'root/virtualization/v2' -ClassName Msvm_VirtualEthernetSwitchManagementService)
$found = foreach ($service in $services) {
  @{ Name = [string]$service.Name; Started = [bool]$service.Started }
}
@($found)
