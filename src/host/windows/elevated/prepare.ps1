$ErrorActionPreference = 'Stop'
$only = @('S-1-5-32-544', 'S-1-5-18')
$sids = [System.Security.Principal.SecurityIdentifier]

function Assert-Protected($path) {
  $kind = [System.IO.File]::GetAttributes($path)
  if ($kind -band [System.IO.FileAttributes]::ReparsePoint) {
    exit 66
  }
  $rules = [System.IO.Directory]::GetAccessControl($path)
  if ($only -notcontains $rules.GetOwner($sids).Value) {
    exit 67
  }
  foreach ($rule in $rules.GetAccessRules($true, $true, $sids)) {
    if ($only -notcontains $rule.IdentityReference.Value) {
      exit 67
    }
  }
}

function New-Protected($path) {
  $rules = [System.Security.AccessControl.DirectorySecurity]::new()
  $rules.SetSecurityDescriptorSddlForm('O:BAG:BAD:P(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)')
  [void][System.IO.Directory]::CreateDirectory($path, $rules)
  Assert-Protected $path
}

function Copy-Checked($source, $hash, $target) {
  $bytes = [System.IO.File]::ReadAllBytes($source)
  $sum = [System.Security.Cryptography.SHA256]::Create().ComputeHash($bytes)
  if ([System.BitConverter]::ToString($sum).Replace('-', '') -ne $hash) {
    exit 68
  }
  [System.IO.File]::WriteAllBytes($target, $bytes)
}

$common = [Environment]::GetFolderPath('CommonApplicationData')
$windows = [Environment]::GetFolderPath('Windows')
foreach ($name in @([Environment]::GetEnvironmentVariables().Keys)) {
  if ($name -like 'NODE_*' -or $name -like 'OPENSSL_*') {
    # $null would arrive as an empty text.
    [Environment]::SetEnvironmentVariable($name, [NullString]::Value)
  }
}
[Environment]::SetEnvironmentVariable('ProgramData', $common)
[Environment]::SetEnvironmentVariable('SystemRoot', $windows)
[Environment]::SetEnvironmentVariable('windir', $windows)

$root = [System.IO.Path]::Combine($common, 'wsl-netfix-tui')
$folder = [System.IO.Path]::Combine($root, $session)
New-Protected $root
if ([System.IO.Directory]::Exists($folder) -or [System.IO.File]::Exists($folder)) {
  exit 69
}
New-Protected $folder
$bundleCopy = [System.IO.Path]::Combine($folder, 'wsl-netfix-tui.mjs')
$nodeCopy = [System.IO.Path]::Combine($folder, 'node.exe')
$code = 70
try {
  Copy-Checked $bundle $bundleHash $bundleCopy
  Copy-Checked $node $nodeHash $nodeCopy
  # Programs start where PowerShell is, which is not where its process is.
  [void]$ExecutionContext.SessionState.Path.SetLocation($folder)
  [Environment]::CurrentDirectory = $folder
  & $nodeCopy $bundleCopy '__elevated' $pipe $secretFile $session
  $code = $LASTEXITCODE
} finally {
  [System.IO.File]::Delete($nodeCopy)
  [System.IO.File]::Delete($bundleCopy)
}
exit $code
