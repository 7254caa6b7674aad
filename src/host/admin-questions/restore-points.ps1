$key = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore'
$settings = Get-ItemProperty -LiteralPath $key -ErrorAction SilentlyContinue
$points = @(Get-ComputerRestorePoint)
$newest = ($points | Measure-Object -Property SequenceNumber -Maximum).Maximum
@{ Protection = ([int]$settings.RPSessionInterval -ne 0); Newest = $newest; FrequencyMinutes = $settings.SystemRestorePointCreationFrequency }
