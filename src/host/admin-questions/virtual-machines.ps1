$machines = @(Hyper-V\Get-VM)
$found = foreach ($machine in $machines) {
  @{ Name = [string]$machine.Name; State = [string]$machine.State }
}
@($found)
