$filter = @{ LogName = $questionArgs.log; StartTime = (Get-Date).AddDays(-$questionArgs.days) }
$events = @(Get-WinEvent -FilterHashtable $filter -MaxEvents $questionArgs.max -ErrorAction Stop)
$epoch = New-Object DateTime 1970, 1, 1, 0, 0, 0, ([DateTimeKind]::Utc)
$found = foreach ($event in $events) {
  $properties = @($event.Properties | ForEach-Object { [string]$_.Value })
  $message = try { $event.Message } catch { $null }
  $time = [long]($event.TimeCreated.ToUniversalTime() - $epoch).TotalMilliseconds
  @{ id = $event.Id; level = [int]$event.Level; timeMs = $time; properties = $properties; xml = $event.ToXml(); message = $message }
}
@($found)
