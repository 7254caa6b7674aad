function New-StubEvent {
  param($Id, $Level, $Minutes, $Values, $Message)
  $record = [pscustomobject]@{
    Id = $Id; Level = [byte]$Level; TimeCreated = (Get-Date '2026-11-20T09:30:00Z').AddMinutes($Minutes)
    Properties = @($Values | ForEach-Object { [pscustomobject]@{ Value = $_ } }); Message = $Message
  }
  $xml = "<Event><System><EventID>$Id</EventID></System><EventData>$(($Values | ForEach-Object { "<Data>$_</Data>" }) -join '')</EventData></Event>"
  Add-Member -InputObject $record -MemberType ScriptMethod -Name ToXml -Value ({ $xml }.GetNewClosure())
  return $record
}

function Get-WinEvent {
  [CmdletBinding()]
  param([hashtable]$FilterHashtable, [long]$MaxEvents)
  function Write-Refusal($Id, $Exception) {
    $PSCmdlet.WriteError((New-Object System.Management.Automation.ErrorRecord $Exception, $Id, 'ObjectNotFound', $null))
  }
  # An exception inside of a cmdlet has the name of its type for its id.
  function Stop-Here($Id, $Exception) {
    $PSCmdlet.ThrowTerminatingError((New-Object System.Management.Automation.ErrorRecord $Exception, $Id, 'NotSpecified', $null))
  }
  if ($FilterHashtable.StartTime -isnot [datetime] -or $FilterHashtable.StartTime -gt (Get-Date).AddDays(-6)) {
    throw 'A start time of seven days ago is expected.'
  }
  $plain = New-Object System.Exception 'Es wurden keine Ereignisse gefunden.'
  switch ($env:STUB) {
    'nothing' { Write-Refusal 'NoMatchingEventsFound' $plain; return }
    'absent' { Write-Refusal 'NoMatchingLogsFound' $plain; Write-Refusal 'NoMatchingEventsFound' $plain; return }
    'denied' { Stop-Here 'System.UnauthorizedAccessException' (New-Object System.UnauthorizedAccessException 'Zugriff verweigert') }
    'broken' { Write-Refusal 'LogInfoUnavailable' $plain; return }
    'disabled' { Stop-Here 'System.Diagnostics.Eventing.Reader.EventLogException' $plain }
    'odd' {
      if ($FilterHashtable.ProviderName) {
        Write-Refusal 'NoMatchingProvidersFound' $plain
        Write-Refusal 'LogsAndProvidersDontOverlap' $plain
        return
      }
      # A text that cannot be formatted is an error with a sentence for its id, and the event comes all the same.
      Write-Refusal 'Die Nachrichtenressource ist vorhanden, aber die Nachricht wurde nicht gefunden.' $plain
    }
  }
  if ($FilterHashtable.ProviderName -eq 'WSL') {
    New-StubEvent 1 3 5 @('x') 'wsl: 网络不行 (networkingMode Nat)，回到 networkingMode VirtioProxy。'
    return
  }
  $text = if ($env:STUB -eq 'odd') { $null } else { "Hyper-V-Verwaltung:`r`nNicht gefunden – 找不到 (0x80041002)." }
  New-StubEvent 16000 2 0 @('VMMS', '%%2147749890', 0x80041002) $text
  if ($env:STUB -ne 'one') {
    New-StubEvent 1000 2 -60 @('0x80041002') 'ältere'
    New-StubEvent 1000 4 -90 @() $null
  }
}

Export-ModuleMember -Function 'Get-WinEvent'
