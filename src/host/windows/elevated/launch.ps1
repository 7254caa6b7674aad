$start = [System.Diagnostics.ProcessStartInfo]::new($powershell, $arguments)
$start.Verb = 'runas'
$start.UseShellExecute = $true
$start.WindowStyle = [System.Diagnostics.ProcessWindowStyle]::Hidden
try {
  $process = [System.Diagnostics.Process]::Start($start)
} catch {
  $cause = $_.Exception
  while ($null -ne $cause) {
    if ($cause.NativeErrorCode -eq 1223) {
      exit 43
    }
    $cause = $cause.InnerException
  }
  exit 44
}
try {
  $process.WaitForExit()
  exit $process.ExitCode
} catch {
  exit 0
}
