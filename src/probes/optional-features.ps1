$names = @('VirtualMachinePlatform', 'Microsoft-Windows-Subsystem-Linux', 'Microsoft-Hyper-V-All', 'Microsoft-Hyper-V', 'HypervisorPlatform', 'Containers')
$filter = ($names | ForEach-Object { "Name='$_'" }) -join ' or '
$features = @(Get-CimInstance -ClassName Win32_OptionalFeature -Filter $filter)
$found = foreach ($feature in $features) {
  @{ Name = [string]$feature.Name; InstallState = [int]$feature.InstallState }
}
@($found)
