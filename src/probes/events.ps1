$filter = @{ LogName = $questionArgs.log; StartTime = (Get-Date).AddDays(-$questionArgs.days) }
if ($questionArgs.provider) {
  $filter.ProviderName = $questionArgs.provider
}
$events = @(Get-WinEvent -FilterHashtable $filter -MaxEvents $questionArgs.max -ErrorAction Stop)
$epoch = New-Object DateTime 1970, 1, 1, 0, 0, 0, ([DateTimeKind]::Utc)
$found = foreach ($record in $events) {
  $properties = @($record.Properties | ForEach-Object { [string]$_.Value })
  $message = try { $record.Message } catch { $null }
  $time = [long]($record.TimeCreated.ToUniversalTime() - $epoch).TotalMilliseconds
  @{ id = $record.Id; level = [int]$record.Level; timeMs = $time; properties = $properties; xml = $record.ToXml(); message = $message }
}
@($found)
