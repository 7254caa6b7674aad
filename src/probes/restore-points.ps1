$key = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SystemRestore'
$settings = Get-ItemProperty -LiteralPath $key -ErrorAction SilentlyContinue
$points = @(Get-ComputerRestorePoint)
$found = @($points | ForEach-Object { @{ SequenceNumber = [int]$_.SequenceNumber; Description = [string]$_.Description } })
@{ ProtectionOn = ([int]$settings.RPSessionInterval -ne 0); Points = $found; FrequencyMinutes = $settings.SystemRestorePointCreationFrequency }
