$bindings = @(Get-NetAdapterBinding -AllBindings -IncludeHidden -ErrorAction SilentlyContinue)
$found = foreach ($binding in $bindings) {
  @{ Name = [string]$binding.Name; ComponentID = [string]$binding.ComponentID; Enabled = [bool]$binding.Enabled }
}
@($found)
