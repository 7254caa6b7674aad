$key = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore'
$settings = Get-ItemProperty -LiteralPath $key -ErrorAction SilentlyContinue
$points = @(Get-ComputerRestorePoint)
$newest = ($points | Measure-Object -Property SequenceNumber -Maximum).Maximum
$needed = @('VSS', 'swprv')
$stopped = @(Get-Service -Name $needed -ErrorAction SilentlyContinue | Where-Object { [string]$_.StartType -eq 'Disabled' })
$services = @($stopped | ForEach-Object { [string]$_.Name })
@{ Protection = ([int]$settings.RPSessionInterval -ne 0); Newest = $newest; FrequencyMinutes = $settings.SystemRestorePointCreationFrequency; DisabledServices = $services }
