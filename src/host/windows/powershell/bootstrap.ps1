$ProgressPreference = 'SilentlyContinue'
$ErrorActionPreference = 'Stop'
$mode = [string]$ExecutionContext.SessionState.LanguageMode
if ($mode -ne 'FullLanguage') {
  Write-Output ('{"protocol":1,"mode":"' + $mode + '"}')
  exit 0
}
$ascii = New-Object System.Text.ASCIIEncoding
if ($onlyQuestion) {
  $reader = New-Object System.IO.StringReader -ArgumentList $onlyQuestion
} else {
  $reader = New-Object System.IO.StreamReader -ArgumentList @([Console]::OpenStandardInput(), $ascii)
}
$writer = New-Object System.IO.StreamWriter -ArgumentList @([Console]::OpenStandardOutput(), $ascii)
$writer.AutoFlush = $true
$writer.NewLine = "`n"

function ConvertTo-AsciiJson($envelope) {
  $json = ConvertTo-Json -InputObject $envelope -Depth 7 -Compress
  $escape = {
    '\u{0:x4}' -f [int][char]$args[0].Value
  }
  return [regex]::Replace($json, '[^\x20-\x7e]', $escape)
}

function Find-Answer($request) {
  $questionArgs = $request.args
  try {
    $question = [ScriptBlock]::Create($request.script)
    $found = @(& $question 3>$null 4>$null 5>$null 6>$null)
    $value = $null
    if ($found.Count -eq 1) {
      $value = $found[0]
    }
    if ($found.Count -gt 1) {
      $value = $found
    }
    return ConvertTo-AsciiJson @{ n = $request.n; ok = $true; value = $value }
  } catch {
    $cause = $_.Exception.GetBaseException()
    $reply = @{ n = $request.n; ok = $false }
    $reply.errorId = [string]$_.FullyQualifiedErrorId
    $reply.hresult = '0x{0:x8}' -f $cause.HResult
    $reply.message = [string]$cause.Message
    return ConvertTo-AsciiJson $reply
  }
}

$writer.WriteLine('{"protocol":1,"mode":"FullLanguage"}')
while ($true) {
  $line = $reader.ReadLine()
  if ($null -eq $line) {
    exit 0
  }
  $writer.WriteLine((Find-Answer (ConvertFrom-Json -InputObject $line)))
}
