$bindings = @(Get-NetAdapterBinding -AllBindings -IncludeHidden -ErrorAction SilentlyContinue -ErrorVariable problems)
if ($bindings.Count -eq 0 -and $problems.Count -gt 0) {
  throw $problems[0]
}
$found = foreach ($binding in $bindings) {
  @{ Name = [string]$binding.Name; ComponentID = [string]$binding.ComponentID; Enabled = [bool]$binding.Enabled }
}
@($found)
