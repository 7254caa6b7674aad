$filter = @{ LogName = $questionArgs.log; StartTime = (Get-Date).AddDays(-$questionArgs.days) }
if ($questionArgs.provider) {
  $filter.ProviderName = $questionArgs.provider
}
# An event whose text cannot be found is an error beside the event.
$events = @(Get-WinEvent -FilterHashtable $filter -MaxEvents $questionArgs.max -ErrorAction SilentlyContinue -ErrorVariable problems)
if ($events.Count -eq 0 -and $problems.Count -gt 0) {
  throw $problems[0]
}
$epoch = New-Object DateTime 1970, 1, 1, 0, 0, 0, ([DateTimeKind]::Utc)
$found = foreach ($record in $events) {
  $properties = @($record.Properties | ForEach-Object { [string]$_.Value })
  $message = try { $record.Message } catch { $null }
  $time = [long]($record.TimeCreated.ToUniversalTime() - $epoch).TotalMilliseconds
  @{ id = $record.Id; level = [int]$record.Level; timeMs = $time; properties = $properties; xml = $record.ToXml(); message = $message }
}
@($found)
