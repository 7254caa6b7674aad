$command = Get-Command Get-HnsNetwork -ErrorAction Stop
$networks = @(& $command)
$found = foreach ($network in $networks) {
  @{ ID = [string]$network.ID; Name = [string]$network.Name; Type = [string]$network.Type; State = ($network.State -as [int]); SwitchName = [string]$network.SwitchName }
}
@($found)
