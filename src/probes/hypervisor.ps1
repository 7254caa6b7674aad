$system = Get-CimInstance -ClassName Win32_ComputerSystem -Property HypervisorPresent
$processors = @(Get-CimInstance -ClassName Win32_Processor -Property VirtualizationFirmwareEnabled)
$enabled = @($processors | Where-Object { $_.VirtualizationFirmwareEnabled }).Count -gt 0
@{ HypervisorPresent = [bool]$system.HypervisorPresent; VirtualizationFirmwareEnabled = $enabled }
